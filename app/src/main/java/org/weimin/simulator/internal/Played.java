package org.weimin.simulator.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/**
 * Only where registers are played: in demo and test homes, and in a real office that says {@code weimin.simulator=true}
 * for training and is connected to no bureau.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression(
        "(!'serve'.equals('${weimin.kind}') or ${weimin.simulator:false}) and '${weimin.checks.url:}'.isEmpty()")
public @interface Played {}
