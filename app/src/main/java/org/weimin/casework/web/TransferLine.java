package org.weimin.casework.web;

/** One stay with another bureau, as text; not back while {@code backOn} is empty. */
public record TransferLine(String bureau, String sentOn, String reason, String receipt, String backOn, String answer) {}
