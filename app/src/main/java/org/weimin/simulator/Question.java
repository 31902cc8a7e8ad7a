package org.weimin.simulator;

import java.time.LocalDate;
import java.util.UUID;

/** 收到的查询: what a played bureau was asked, how often, and what it did; nothing about the person is kept. */
public record Question(
        UUID request, String bureau, String item, String purpose, LocalDate firstOn, int times, Behaviour behaviour) {}
