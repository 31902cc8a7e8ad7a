package org.weimin.simulator.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.CheckItem;
import org.weimin.engine.FactKind;
import org.weimin.facts.BureauAnswer.Value;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.people.People;
import org.weimin.people.Person;
import org.weimin.simulator.Behaviour;
import org.weimin.simulator.Question;
import tools.jackson.databind.json.JsonMapper;

/** Plays one bureau: says what its register holds, as it was told to behave. The same question gets the same answer. */
@Component
class PlayedBureau {
    /** What goes over the line: a status, a body, and how long nothing happens first. */
    record Reply(int status, String body, Duration silence) {}

    /** What was asked. */
    record Asked(UUID request, String item, String purpose, LocalDate asOf, String identity, String name) {}

    private static final long SEED = 20260701;
    private static final int LATE_DAYS = 21;
    private static final int ANSWERS_AT = 3;
    private static final int HUGE_BYTES = 1 << 20;
    private static final Duration HANGS = Duration.ofSeconds(7);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SimulatorStore store;
    private final PlayedRegister register;
    private final People people;
    private final BusinessClock clock;

    PlayedBureau(SimulatorStore store, PlayedRegister register, People people, BusinessClock clock) {
        this.store = store;
        this.register = register;
        this.people = people;
        this.clock = clock;
    }

    @Transactional
    Reply answer(String bureau, Asked asked) {
        Behaviour behaviour = drawn(store.behaviours().getOrDefault(bureau, Behaviour.PROMPT), asked);
        Question noted = store.asked(
                new Question(asked.request(), bureau, asked.item(), asked.purpose(), clock.today(), 1, behaviour));
        Optional<PersonId> known = IdentityNumber.faultOf(asked.identity()).isEmpty()
                ? people.byIdentity(new IdentityNumber(asked.identity()))
                : Optional.empty();
        Optional<CheckItem> item = register.item(asked.item());
        if (item.isEmpty()) {
            return rejected("wrong-code");
        }
        boolean early = noted.times() < ANSWERS_AT;
        if (behaviour == Behaviour.UNKNOWN_PERSON || known.isEmpty()) {
            return rejected("unknown-person");
        }
        if (behaviour == Behaviour.LATE
                && clock.today().isBefore(noted.firstOn().plusDays(LATE_DAYS))) {
            return new Reply(202, "", Duration.ZERO);
        }
        if (behaviour == Behaviour.GARBLED) {
            return new Reply(200, "{\"request\": \"", Duration.ZERO);
        }
        if (behaviour == Behaviour.HUGE) {
            return new Reply(200, " ".repeat(HUGE_BYTES), Duration.ZERO);
        }
        Duration silence = behaviour == Behaviour.TIMEOUT && early ? HANGS : Duration.ZERO;
        return new Reply(200, body(asked, item.get(), known.get(), played(behaviour, early)), silence);
    }

    /** Who leaves something out does so only at first. */
    private static Behaviour played(Behaviour behaviour, boolean early) {
        return behaviour == Behaviour.PARTIAL && !early ? Behaviour.PROMPT : behaviour;
    }

    private String body(Asked asked, CheckItem item, PersonId known, Behaviour behaviour) {
        Person person = people.person(known);
        List<Value> values = twisted(register.of(person, item, asked.asOf()), asked, item, behaviour);
        String identity = behaviour == Behaviour.HOMONYM ? somebodyElse(asked.identity()) : asked.identity();
        String reference = behaviour == Behaviour.DUPLICATE
                ? "SIM-" + item.bureau().id()
                : "SIM-" + asked.request().toString().substring(24);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("request", asked.request().toString());
        answer.put("reference", reference);
        answer.put("answeredOn", clock.today().toString());
        answer.put("simulated", true);
        answer.put("person", Map.of("identity", identity, "name", person.name()));
        answer.put("values", values.stream().map(PlayedBureau::json).toList());
        return JSON.writeValueAsString(answer);
    }

    private static Map<String, String> json(Value value) {
        var json = new LinkedHashMap<String, String>();
        json.put("fact", value.fact());
        json.put("value", value.value());
        value.from().ifPresent(day -> json.put("from", day.toString()));
        value.until().ifPresent(day -> json.put("until", day.toString()));
        return json;
    }

    private List<Value> twisted(List<Value> truth, Asked asked, CheckItem item, Behaviour behaviour) {
        var values = new ArrayList<>(truth);
        switch (behaviour) {
            case CONTRADICTORY -> values.replaceAll(value -> other(value, item, asked));
            case WRONG_CODE -> values.set(0, with(values.getFirst(), "ZZ9"));
            case PARTIAL -> {
                String last = values.getLast().fact();
                if (!values.getFirst().fact().equals(last)) {
                    values.removeIf(value -> value.fact().equals(last));
                }
            }
            case DEAD_BUT_LISTED ->
                values.replaceAll(value -> value.fact().equals("deceased")
                        ? new Value("deceased", "true", Optional.of(asked.asOf().minusDays(120)), Optional.empty())
                        : value);
            default -> {}
        }
        return values;
    }

    private static Value with(Value value, String text) {
        return new Value(value.fact(), text, value.from(), value.until());
    }

    /** Anything but the truth, and always the same. */
    private static Value other(Value value, CheckItem item, Asked asked) {
        FactKind fact = item.answers().stream()
                .map(CheckItem.Answer::fact)
                .filter(each -> each.name().equals(value.fact())
                        || PlayedRegister.income(each).isPresent())
                .findFirst()
                .orElseThrow();
        Random random = random(asked, value.fact());
        return with(
                value,
                switch (fact.type()) {
                    case "money" -> more(value.value(), 1_000L + 100L * random.nextInt(60)) + ".00";
                    case "number" -> more(value.value(), 1);
                    case "boolean" -> value.value().equals("true") ? "false" : "true";
                    case "text" ->
                        fact.choices().stream()
                                .map(FactKind.Choice::value)
                                .filter(choice -> !choice.equals(value.value()))
                                .findFirst()
                                .orElse(value.value());
                    default -> value.value();
                });
    }

    private static String more(String number, long by) {
        return new BigDecimal(number)
                .toBigInteger()
                .add(java.math.BigInteger.valueOf(by))
                .toString();
    }

    /** Born on the same day, of the same name, with another number. */
    private static String somebodyElse(String identity) {
        String seventeen = identity.substring(0, 14) + (identity.startsWith("999", 14) ? "001" : "999");
        return seventeen + IdentityNumber.checkOf(seventeen);
    }

    private static Behaviour drawn(Behaviour chosen, Asked asked) {
        if (chosen != Behaviour.MIXED) {
            return chosen;
        }
        var all = List.of(Behaviour.values());
        Random random = random(asked, "behaviour");
        return random.nextInt(10) < 6 ? Behaviour.PROMPT : all.get(random.nextInt(all.size() - 1));
    }

    private static Random random(Asked asked, String what) {
        return new Random(SEED + Objects.hash(asked.identity(), asked.item(), what));
    }

    private static Reply rejected(String code) {
        return new Reply(422, JSON.writeValueAsString(Map.of("code", code)), Duration.ZERO);
    }
}
