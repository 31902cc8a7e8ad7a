package org.weimin.engine.population;

import org.weimin.kernel.MatterId;

/** 适用规定: a matter's rules with the standards of every place on one day. */
public record Law(CompiledMatter rules, Standards standards) {
    public MatterId matter() {
        return rules.pack().id();
    }

    public boolean judgesPersons() {
        return rules.pack().matter().judgesPersons();
    }

    /** The version of the rules that are asked. */
    public String version() {
        return rules.pack().packVersion(rules.edition());
    }
}
