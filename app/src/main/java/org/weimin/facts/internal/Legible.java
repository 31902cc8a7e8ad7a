package org.weimin.facts.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.weimin.engine.CheckItem;
import org.weimin.engine.FactKind;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.BureauLine;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.internal.AnswerStore.Value;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Period;
import org.weimin.kernel.Refused;
import org.weimin.people.People;

/** Reads what a bureau sent as an answer to this question about this person, and refuses everything else. */
@Component
class Legible {
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 100;
    private static final int LONGEST_REFERENCE = 64;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(11);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern REFERENCE = Pattern.compile("[\\p{IsHan}\\p{Alnum}〔〕（）()\\[\\]#_./-]+");

    private final People people;
    private final BusinessClock clock;
    private final ObjectProvider<BureauLine> lines;

    Legible(People people, BusinessClock clock, ObjectProvider<BureauLine> lines) {
        this.people = people;
        this.clock = clock;
        this.lines = lines;
    }

    List<Value> read(CheckRequest request, BureauAnswer said) {
        if (said.simulated() && lines.stream().noneMatch(BureauLine::simulated)) {
            throw new Refused("facts.answer.simulated");
        }
        if (said.reference().length() > LONGEST_REFERENCE
                || !REFERENCE.matcher(said.reference()).matches()) {
            throw new Refused("facts.answer.reference");
        }
        if (said.answeredOn().isBefore(request.dates().askedOn())
                || said.answeredOn().isAfter(clock.today())) {
            throw new Refused(
                    "facts.answer.wrong-day", said.answeredOn(), request.dates().askedOn());
        }
        demandSamePerson(request, said);
        if (said.values().size() > MOST_VALUES) {
            throw new Refused("facts.answer.too-many", said.values().size(), MOST_VALUES);
        }
        if (said.values().isEmpty()) {
            throw new Refused("facts.answer.empty");
        }
        List<Value> values = said.values().stream()
                .map(value -> value(request, value))
                .sorted(Comparator.comparing(Value::name)
                        .thenComparing(value -> value.valid().from()))
                .toList();
        demandOneAtATime(values);
        return values;
    }

    /** Homonyms share a name and relatives an address: only number and name together are the person. */
    private void demandSamePerson(CheckRequest request, BureauAnswer said) {
        IdentityNumber asked = people.identityNumber(
                request.of().person(), "check answer " + request.of().caseNumber());
        String name = said.name().strip();
        if (!IdentityNumber.normalised(said.identity()).equals(asked.value())
                || !name.equals(request.of().personName())) {
            throw new Refused("facts.answer.wrong-person", request.of().personName());
        }
    }

    private Value value(CheckRequest request, BureauAnswer.Value said) {
        FactKind fact = request.item().answers().stream()
                .map(CheckItem.Answer::fact)
                .filter(each -> each.name().equals(said.fact())
                        || CheckCatalogue.recordedAs(each).equals(said.fact()))
                .findFirst()
                .orElseThrow(() -> new Refused("facts.answer.not-asked", shortened(said.fact())));
        String text = said.value().strip();
        String name = CheckCatalogue.recordedAs(fact);
        try {
            if (text.length() > LONGEST_VALUE) {
                throw new Refused("facts.answer.unreadable", FactWords.title(name), shortened(text));
            }
            FactWords.check(name, text);
            if (fact.feelType().isNumeric() && new BigDecimal(text).abs().compareTo(LARGEST) > 0) {
                throw new Refused("facts.answer.unreadable", FactWords.title(name), shortened(text));
            }
        } catch (Refused | ArithmeticException | NumberFormatException wrongCode) {
            throw new Refused("facts.answer.unreadable", FactWords.title(name), shortened(text));
        }
        return new Value(name, text, period(request, said));
    }

    private static Period period(CheckRequest request, BureauAnswer.Value said) {
        LocalDate from = said.from().orElse(request.dates().askedOn());
        Optional<LocalDate> until = said.until();
        if (from.isBefore(EARLIEST) || until.filter(day -> !day.isAfter(from)).isPresent()) {
            throw new Refused(
                    "facts.answer.wrong-period",
                    from,
                    until.map(LocalDate::toString).orElse(""));
        }
        return new Period(from, until);
    }

    private static void demandOneAtATime(List<Value> values) {
        for (int i = 1; i < values.size(); i++) {
            Value before = values.get(i - 1);
            Value next = values.get(i);
            boolean overlap = before.name().equals(next.name())
                    && before.valid()
                            .until()
                            .map(until -> until.isAfter(next.valid().from()))
                            .orElse(true);
            if (overlap) {
                throw new Refused("facts.answer.twice", FactWords.title(next.name()));
            }
        }
    }

    /** The same words in any order are the same answer. */
    String fingerprint(BureauAnswer said) {
        var parts = new ArrayList<>(said.values().stream()
                .map(value -> value.fact() + "=" + value.value().strip() + value.from() + value.until())
                .sorted()
                .toList());
        parts.add(said.reference());
        try {
            byte[] bytes = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
