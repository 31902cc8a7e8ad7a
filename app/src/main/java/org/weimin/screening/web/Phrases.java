package org.weimin.screening.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Division;
import org.weimin.divisions.Divisions;
import org.weimin.engine.Pack;
import org.weimin.engine.Text;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.screening.Finding;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** The words for matters, reasons, facts and areas, out of packs and the list of divisions. */
@Component
class Phrases {
    private final Policy policy;
    private final Divisions divisions;
    private final BusinessClock clock;

    Phrases(Policy policy, Divisions divisions, BusinessClock clock) {
        this.policy = policy;
        this.divisions = divisions;
        this.clock = clock;
    }

    String matter(MatterId matter) {
        return either(policy.pack(matter).title());
    }

    String area(String code) {
        return code.isEmpty() ? Texts.t("screening.country") : divisions.shortName(new DivisionCode(code));
    }

    /** The areas directly below one, and the one that is chosen already. */
    List<Option> below(DivisionCode area, DivisionCode chosen) {
        var below = divisions.children(area, clock.today()).stream().map(Division::code);
        return Stream.concat(below, Stream.of(chosen).filter(each -> !each.equals(area)))
                .distinct()
                .map(each -> new Option(each.value(), area(each.value())))
                .toList();
    }

    static String kind(Finding.Kind kind) {
        return Texts.t("screening.kind." + kind);
    }

    /** Why, in the words of the pack. */
    String reason(MatterId matter, Finding.Kind kind, String reason) {
        Pack pack = policy.pack(matter);
        return switch (kind) {
            case ENTITLED_NOT_RECEIVING ->
                others("screening.reason.follows", Finding.FOLLOWS, reason).orElse("");
            case AMOUNT_DIFFERS, RECEIVING_RIGHTLY -> "";
            case CANNOT_TELL -> missing(pack, reason);
            case RECEIVING_NOT_ENTITLED, NOT_ENTITLED, UNLIKELY ->
                others("screening.reason.gives-way", Finding.GIVES_WAY, reason)
                        .or(() -> pack.findCondition(reason).map(condition -> either(condition.refusalText())))
                        .orElseGet(() -> Texts.t("screening.reason." + reason));
            case NO_STANDARD -> Texts.t("screening.reason.no-standard");
        };
    }

    /** A reason that names other matters. */
    private Optional<String> others(String key, String begins, String reason) {
        return reason.startsWith(begins)
                ? Optional.of(Texts.t(
                        key,
                        Stream.of(reason.substring(begins.length()).split(" "))
                                .map(MatterId::new)
                                .map(this::matter)
                                .collect(Collectors.joining(Texts.t("screening.and")))))
                : Optional.empty();
    }

    private static String missing(Pack pack, String names) {
        List<String> titles = Stream.of(names.split(" "))
                .map(name -> pack.dictionary()
                        .find(name)
                        .map(kind -> either(kind.title()))
                        .orElse(name))
                .toList();
        return Texts.t("screening.missing", titles.stream().collect(Collectors.joining(Texts.t("screening.and"))));
    }

    private static String either(Text text) {
        return Texts.either(text.zh(), text.en());
    }
}
