package org.weimin.engine;

import java.util.HashMap;
import java.util.Map;
import org.weimin.engine.Determination.Who;

/** The names that hold only here, within a function or for one item of a list, and whom it is about. */
record Frame(Map<String, Value> locals, Who who) {
    Frame with(String name, Value value) {
        return with(Map.of(name, value));
    }

    Frame with(Map<String, Value> more) {
        var wider = new HashMap<>(locals);
        wider.putAll(more);
        return new Frame(wider, who);
    }
}
