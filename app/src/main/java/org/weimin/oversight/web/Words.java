package org.weimin.oversight.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.weimin.access.Staffing;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;
import org.weimin.oversight.Anomaly;
import org.weimin.people.Parties;
import org.weimin.policy.Policy;
import org.weimin.shell.Option;
import org.weimin.shell.Texts;

/** The words for anomalies: why something is odd, and the names behind its rows. What lies elsewhere has none here. */
@Component
class Words {
    private final Policy policy;
    private final Parties parties;
    private final Staffing staffing;
    private final Divisions divisions;
    private final BusinessClock clock;

    Words(Policy policy, Parties parties, Staffing staffing, Divisions divisions, BusinessClock clock) {
        this.policy = policy;
        this.parties = parties;
        this.staffing = staffing;
        this.divisions = divisions;
        this.clock = clock;
    }

    static String kind(Anomaly.Kind kind) {
        return Texts.t("oversight.kind." + kind);
    }

    /** The explanation of its kind, filled with the figures. */
    String why(Anomaly anomaly) {
        Object[] filled = figures(anomaly.kind()).stream()
                .map(name -> figure(name, anomaly.figures().getOrDefault(name.replaceAll("^[$@?]", ""), "")))
                .toArray();
        return Texts.t("oversight.why." + anomaly.kind(), filled);
    }

    /** {@code $}: an amount in fen; {@code @}: a matter; {@code ?}: yes or no. */
    private static List<String> figures(Anomaly.Kind kind) {
        return switch (kind) {
            case SHARED_CARD, SAME_PHONE -> List.of("households", "strangers");
            case PAID_AFTER_DEATH -> List.of("died", "from", "months", "$monthly", "$paid");
            case OFFICIAL_RELATIVE -> List.of("awards");
            case KIN_DECIDED -> List.of("?decided");
            case CROWDED_ADDRESS -> List.of("households", "address");
            case OUT_OF_LINE ->
                List.of("@matter", "$amount", "$median", "size", "bandFrom", "bandUntil", "many", "$mad");
            case ODD_HOUR -> List.of("cases", "night", "first", "last", "from", "until");
            case TOO_FAST -> List.of("cases", "day", "minutes");
            case RECEIVED_TWICE -> List.of("people", "@matter");
            case EXCLUDING -> List.of("@this", "@that");
            case SAME_INCOME -> List.of("households", "aided", "$income");
        };
    }

    private String figure(String name, String value) {
        return switch (name.charAt(0)) {
            case '$' -> value.isEmpty() ? "" : new Money(Long.parseLong(value)).grouped();
            case '@' -> matter(value);
            case '?' -> Texts.t(Boolean.parseBoolean(value) ? "oversight.role.decided" : "oversight.role.examined");
            default -> value;
        };
    }

    String matter(String matter) {
        return matter.isEmpty()
                ? ""
                : policy.packs()
                        .find(new MatterId(matter))
                        .map(pack ->
                                Texts.either(pack.title().zh(), pack.title().en()))
                        .orElse(matter);
    }

    String area(DivisionCode area) {
        return divisions.shortName(area);
    }

    String of(Subject subject) {
        return name(() -> parties.of(subject, clock.today()).name());
    }

    String official(UUID id) {
        return name(() -> staffing.name(new StaffId(id)));
    }

    /** The page of the household that a subject lives in, where there is one. */
    String householdOf(Subject subject) {
        return switch (subject) {
            case Subject.OfHousehold(var id) -> "/households/" + id;
            case Subject.OfPerson person ->
                name(() -> parties.of(person, clock.today())
                        .household()
                        .map(home -> "/households/" + home.id())
                        .orElse(""));
            case Subject.OfOrganisation ignored -> "";
        };
    }

    /** The areas directly below one. */
    List<Option> below(DivisionCode area) {
        return divisions.children(area, clock.today()).stream()
                .map(each -> new Option(each.code().value(), area(each.code())))
                .toList();
    }

    private static String name(Supplier<String> found) {
        try {
            return found.get();
        } catch (NotFound elsewhere) {
            return "";
        }
    }
}
