package org.weimin.linkage.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.weimin.benefits.Entitlement;
import org.weimin.engine.LinkCell;
import org.weimin.engine.LinkCell.Whom;
import org.weimin.engine.LinkEffect;
import org.weimin.engine.LinkageTable;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.LinkedEffect.Target;
import org.weimin.linkage.LinkedEvent;
import org.weimin.linkage.internal.Neighbours.Known;
import org.weimin.linkage.internal.Neighbours.Lived;
import org.weimin.linkage.internal.Wanted.Need;
import org.weimin.people.Kinship;
import org.weimin.people.Party;
import org.weimin.policy.Policy;

/** 推算联动: for an event that may act, whom the table's cells reach and what those receive or have open. */
@Component
class Planning {
    private final Policy policy;

    Planning(Policy policy) {
        this.policy = policy;
    }

    List<Wanted> wanted(LinkedEvent event, History history, Holdings.Held held) {
        LinkageTable table = policy.packs().linkages();
        var wanted = new ArrayList<Wanted>();
        for (LinkCell cell : table.effects(event.kind())) {
            Pack pack = policy.pack(cell.matter());
            boolean othersApart =
                    table.cells(event.kind(), cell.matter()).stream().anyMatch(other -> other.whom() == Whom.ALONE);
            var around = new Around(event.happenedOn(), history);
            for (About whom : reached(event, cell, pack, othersApart, around)) {
                wanted.addAll(wanted(event, cell, pack, whom, new Seen(history, held)));
            }
        }
        return wanted;
    }

    /** What is known of the circle, and what it has. */
    private record Seen(History history, Holdings.Held held) {
        boolean isLiving(Subject subject) {
            return !(subject instanceof Subject.OfPerson(var person)) || history.lives(person);
        }
    }

    private List<Wanted> wanted(LinkedEvent event, LinkCell cell, Pack pack, About whom, Seen seen) {
        Holdings.Held held = seen.held();
        Optional<Subject> subject = whom.subject();
        if (subject.isEmpty()) {
            return List.of(plain(event, cell, whom, Optional.empty(), Need.DO));
        }
        List<Entitlement> received = held.received(subject.get(), cell.matter()).stream()
                .filter(each -> isReached(each, event, monthOf(event, cell)))
                .toList();
        Optional<CaseFileId> open = held.openCase(subject.get(), cell.matter());
        return switch (cell.effect()) {
            case STOP, SUSPEND, RECHECK -> {
                LocalDate from = cell.from().on(event.happenedOn());
                boolean listed = held.isRecognised(subject.get(), cell.matter(), from);
                Need otherwise = listed || open.isPresent() ? Need.DO : Need.KEEP;
                Optional<LocalDate> until = seen.history()
                        .next(event, cell.from().until())
                        .map(ended -> ended.happenedOn().withDayOfMonth(1));
                boolean over = until.filter(end -> !end.isAfter(from)).isPresent()
                        || seen.history().next(event, cell.from().undoneBy()).isPresent();
                yield over ? List.of() : taking(event, cell, whom, received, open, until, otherwise);
            }
            case DRAFT -> {
                boolean hasAsked = !received.isEmpty() || open.isPresent();
                boolean mayHave = seen.isLiving(subject.get()) && (hasAsked || held.mayBeEntitled(subject.get(), pack));
                yield mayHave ? List.of(plain(event, cell, whom, open, hasAsked ? Need.KEEP : Need.DO)) : List.of();
            }
            case NOTIFY, HAND_OVER, PUBLISH -> {
                boolean concerned = isKin(cell.whom())
                        || !received.isEmpty()
                        || open.isPresent()
                        || pack.matter().window().events().contains(event.kind())
                        || held.isRegistered(subject.get(), cell.matter());
                yield List.of(plain(event, cell, whom, open, concerned ? Need.DO : Need.KEEP));
            }
            case NONE -> List.of();
        };
    }

    /**
     * What is received is ended, held or looked at again; what is only asked for is decided with the event in view, and
     * from a list of those recognised somebody has to take it off.
     */
    private static List<Wanted> taking(
            LinkedEvent event,
            LinkCell cell,
            About whom,
            List<Entitlement> received,
            Optional<CaseFileId> open,
            Optional<LocalDate> until,
            Need otherwise) {
        if (received.isEmpty()) {
            return List.of(plain(event, cell, whom, open, otherwise));
        }
        return received.stream()
                .map(each -> new Wanted(
                        event,
                        cell,
                        target(cell, whom, Optional.of(each)),
                        Optional.of(each),
                        Optional.empty(),
                        until,
                        Need.DO))
                .toList();
    }

    private static Wanted plain(LinkedEvent event, LinkCell cell, About whom, Optional<CaseFileId> open, Need need) {
        return new Wanted(
                event, cell, target(cell, whom, Optional.empty()), Optional.empty(), open, Optional.empty(), need);
    }

    /** Received when it counts; after a death nothing is due that begins later, either. */
    private static boolean isReached(Entitlement received, LinkedEvent event, YearMonth month) {
        boolean begun = event.kind().equals(History.DEATH) || !received.from().isAfter(month.plusMonths(1));
        return begun && received.until().map(month::isBefore).orElse(true);
    }

    private static Target target(LinkCell cell, About whom, Optional<Entitlement> received) {
        return new Target(whom, cell.matter(), cell.whom(), received.map(Entitlement::id));
    }

    private static YearMonth monthOf(LinkedEvent event, LinkCell cell) {
        return YearMonth.from(cell.from().on(event.happenedOn()));
    }

    private static boolean isKin(Whom whom) {
        return whom == Whom.SPOUSE || whom == Whom.CHILDREN || whom == Whom.PARENTS;
    }

    /** The day of the event, and who was there then. */
    private record Around(LocalDate on, History history) {
        Neighbours neighbours() {
            return history.neighbours();
        }

        boolean lives(PersonId person) {
            return history.isAlive(person, on);
        }
    }

    private static List<About> reached(
            LinkedEvent event, LinkCell cell, Pack pack, boolean othersApart, Around around) {
        return switch (event.about().kind()) {
            case PERSON ->
                event.about().person().stream()
                        .flatMap(person -> reached(person, cell, pack, othersApart, around))
                        .distinct()
                        .toList();
            case HOUSEHOLD, ORGANISATION, DIVISION -> List.of(event.about());
            case MATTER -> concernsHolders(event, cell) ? List.of(event.about()) : List.of();
            case UNKNOWN -> List.of();
        };
    }

    /** What changes in one matter is reckoned anew in that matter, holder by holder; others are only told. */
    private static boolean concernsHolders(LinkedEvent event, LinkCell cell) {
        boolean own = cell.matter().value().equals(event.about().id());
        return cell.effect() == LinkEffect.NOTIFY
                || cell.effect() == LinkEffect.PUBLISH
                || (own && cell.effect() != LinkEffect.RECHECK);
    }

    private static Stream<About> reached(
            PersonId person, LinkCell cell, Pack pack, boolean othersApart, Around around) {
        Optional<HouseholdId> home = around.neighbours().homeOf(person, around.on());
        return switch (cell.whom()) {
            case SUBJECT, HOLDERS, AREA ->
                pack.matter().unit() == Pack.Unit.HOUSEHOLD
                        ? home.stream()
                                .filter(id -> cell.effect() != LinkEffect.STOP || !othersRemain(id, person, around))
                                .map(Planning::about)
                        : Stream.of(About.of(person));
            case ALONE ->
                home.stream().filter(id -> !othersRemain(id, person, around)).map(Planning::about);
            case HOUSEHOLD ->
                home.stream()
                        .filter(id -> !othersApart || othersRemain(id, person, around))
                        .flatMap(id -> pack.matter().judgesPersons() ? eldest(id, around) : Stream.of(about(id)));
            case SPOUSE -> kin(person, Kinship.Kind.SPOUSE, Side.EITHER, pack, around);
            case PARENTS -> kin(person, Kinship.Kind.PARENT, Side.RELATIVE, pack, around);
            case CHILDREN -> kin(person, Kinship.Kind.PARENT, Side.PERSON, pack, around);
        };
    }

    /** Whether somebody else who counts lived in the household on the day. */
    private static boolean othersRemain(HouseholdId home, PersonId person, Around around) {
        return around.neighbours().membersOf(home, around.on()).stream()
                .filter(Lived::counted)
                .map(Lived::person)
                .anyMatch(other -> !other.equals(person) && around.lives(other));
    }

    /** Who sees to it in a household, where the matter judges persons. */
    private static Stream<About> eldest(HouseholdId home, Around around) {
        return around.neighbours().membersOf(home, around.on()).stream()
                .map(Lived::person)
                .filter(around::lives)
                .flatMap(member -> around.neighbours().person(member).stream())
                .min(Comparator.comparing(Known::birth)
                        .thenComparing(known -> known.id().value()))
                .stream()
                .map(known -> About.of(known.id()));
    }

    private static About about(HouseholdId home) {
        return About.of(new Subject.OfHousehold(home));
    }

    /** Which end of a kinship is looked for; children are those under age. */
    private enum Side {
        PERSON,
        RELATIVE,
        EITHER
    }

    /** A matter judges the relative, or the household that the relative lives in. */
    private static Stream<About> kin(PersonId person, Kinship.Kind kind, Side side, Pack pack, Around around) {
        return around.neighbours().kinOf(person, around.on()).stream()
                .filter(kin -> kin.kind() == kind)
                .filter(kin -> switch (side) {
                    case PERSON -> kin.relative().equals(person) && isUnderAge(kin.person(), around);
                    case RELATIVE -> kin.person().equals(person);
                    case EITHER -> true;
                })
                .map(kin -> kin.person().equals(person) ? kin.relative() : kin.person())
                .flatMap(relative -> pack.matter().judgesPersons()
                        ? Stream.of(About.of(relative))
                        : around.neighbours().homeOf(relative, around.on()).stream()
                                .map(Planning::about));
    }

    private static boolean isUnderAge(PersonId child, Around around) {
        return around.neighbours()
                .person(child)
                .filter(known -> around.on().isBefore(known.birth().plusYears(Party.OF_AGE)))
                .isPresent();
    }
}
