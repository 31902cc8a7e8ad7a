package org.weimin.demo.web;

import java.util.List;

/** The residents whom a demo offers. */
public record DemoResidentsView(List<String> names) {}
