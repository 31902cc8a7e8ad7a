package org.weimin.linkage.web;

import java.util.List;
import java.util.Optional;
import org.weimin.linkage.LoadReport;
import org.weimin.shell.Option;

/** Who may have sent a file of events, and what became of the one that was read. */
public record LoadView(List<Option> sources, Optional<LoadReport> report, String error) {}
