package org.weimin.simulator;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItems;
import org.weimin.simulator.internal.SimulatorStore;

/** 登记簿模拟器: the front desk of this room: who answers how, and what was asked. */
@Service
@Transactional
public class Simulator {
    private final SimulatorStore store;

    Simulator(SimulatorStore store) {
        this.store = store;
    }

    /** What the registers know is what the county knows now. */
    public void open() {
        store.open();
    }

    public List<CheckItem.Bureau> bureaus() {
        return CheckItems.fromClassPath().list().stream()
                .map(CheckItem::bureau)
                .distinct()
                .toList();
    }

    public Map<String, Behaviour> behaviours() {
        return store.behaviours();
    }

    public void behave(String bureau, Behaviour behaviour) {
        store.behave(bureau, behaviour);
    }

    public void behaveAll(Behaviour behaviour) {
        bureaus().forEach(bureau -> store.behave(bureau.id(), behaviour));
    }

    /** It will be told when the feed of the bureau is asked next. */
    public void happen(Happening happening) {
        store.happen(happening);
    }

    /** The newest first. */
    public List<Question> questions() {
        return store.questions();
    }
}
