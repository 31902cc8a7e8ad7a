package org.weimin.intake;

import java.util.UUID;
import org.weimin.kernel.DivisionCode;

/** 存入材料: what an upload belongs to (an application, a survey), where, and what it shows. */
public record KeepPaper(UUID owner, DivisionCode area, Paper.Kind kind, String title) {}
