package org.weimin.oversight;

import java.util.Optional;
import org.weimin.kernel.DivisionCode;

/** 疑点清单: which anomalies a list shows; what is empty is not asked for. */
public record AnomalyFilter(Optional<Anomaly.Kind> kind, Optional<Anomaly.Status> status, DivisionCode area) {}
