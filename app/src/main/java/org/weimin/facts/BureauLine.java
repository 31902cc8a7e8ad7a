package org.weimin.facts;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * 核对接口: where other bureaus are asked over the network; contributed as a bean, by the settings of a real office or by
 * the register simulator.
 *
 * @param base empty while nothing listens there
 * @param simulated answers of a played register are believed on this line only
 */
public record BureauLine(Supplier<Optional<URI>> base, String token, boolean simulated) {}
