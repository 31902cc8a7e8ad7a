package org.weimin.simulator.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.people.People;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Happening;
import org.weimin.simulator.internal.PlayedBureau.Reply;
import org.weimin.simulator.internal.SimulatorStore.Numbered;
import tools.jackson.databind.json.JsonMapper;

/**
 * 事件推送: what a played bureau has to tell since a number, with whatever its behaviour does to it: told twice, in another
 * order, or with two contents under one number.
 */
@Component
class PlayedFeed {
    private static final int AT_ONCE = 500;
    private static final int WRONG_BY_DAYS = 30;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final SimulatorStore store;
    private final People people;

    PlayedFeed(SimulatorStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Transactional
    Reply since(String bureau, long no) {
        Behaviour behaviour = store.behaviours().getOrDefault(bureau, Behaviour.PROMPT);
        List<Numbered> news = store.happenings(bureau, no, AT_ONCE);
        long last = news.isEmpty() ? no : news.getLast().no();
        var told = new ArrayList<Map<String, Object>>();
        news.forEach(each -> told.add(json(each.happening(), each.happening().on())));
        switch (behaviour) {
            case DUPLICATE -> told.addAll(List.copyOf(told));
            case LATE -> Collections.reverse(told);
            case CONTRADICTORY ->
                news.forEach(each ->
                        told.add(json(each.happening(), each.happening().on().minusDays(WRONG_BY_DAYS))));
            case GARBLED -> {
                return new Reply(200, "{\"events\": [", Duration.ZERO);
            }
            default -> {}
        }
        return new Reply(200, JSON.writeValueAsString(Map.of("last", last, "events", told)), Duration.ZERO);
    }

    private Map<String, Object> json(Happening told, LocalDate on) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", told.kind());
        json.put("number", told.number());
        json.put("subject", people.identityNumber(told.person(), "simulator").value());
        json.put("happenedOn", on.toString());
        json.put(
                "details",
                told.details().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                                Map.Entry::getValue)));
        return json;
    }
}
