package org.weimin.policy.internal;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.policy.Policy;

/** A new pack takes effect with the start of the program that carries it. */
@Component
class PublishOnStart {
    private final Policy policy;

    PublishOnStart(Policy policy) {
        this.policy = policy;
    }

    @EventListener
    void on(ApplicationStartedEvent started) {
        Acting.as(new Actor.SystemJob("policy-publish", "start"), policy::publish);
    }
}
