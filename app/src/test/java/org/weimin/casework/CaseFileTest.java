package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.Course;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DeterminationId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Ids;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.kernel.Subject;

class CaseFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final StaffId CLERK = StaffId.next();
    private static final StaffId OFFICER = StaffId.next();
    private static final StaffId LEADER = StaffId.next();
    private static final Outcome YES =
            new Outcome.Entitled(List.of(new Grant.Monthly(Money.yuan("1110.00"), "gap", List.of())));
    private static final Outcome LESS =
            new Outcome.Entitled(List.of(new Grant.Monthly(Money.yuan("500.00"), "gap", List.of())));
    private static final Outcome NO = new Outcome.NotEntitled("income-at-or-above-standard");

    @Test
    void every_status_has_its_row() {
        assertThat(CaseFile.MAY_BECOME).containsOnlyKeys(Status.values());
    }

    @Test
    void the_assessor_and_the_decider_are_two_people() {
        assertThatThrownBy(() -> decision(assessment(YES), YES, CLERK))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("same-person");
    }

    @Test
    void a_case_is_decided_once() {
        var awaiting = at(Pack.Acts.GRANT, "visit").moveTo("decide");
        var decided = awaiting.decide(decision(awaiting.assessment().orElseThrow(), YES, OFFICER), "publish");
        assertThat(decided.status()).isEqualTo(Status.DECIDED);
        assertThatThrownBy(() -> decided.decide(decided.decision().orElseThrow(), "publish"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_no_without_written_reasons_does_not_exist() {
        var made = assessment(NO);
        assertThatThrownBy(() -> new Decision(
                        made.determination(), NO, Decision.Reasons.NONE, Optional.empty(), CLERK, OFFICER, DAY, DAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no-reasons");
    }

    @Test
    void who_decides_otherwise_than_the_rule_says_why() {
        var awaiting = at(Pack.Acts.GRANT, "visit").moveTo("decide");
        assertThatThrownBy(() -> awaiting.decide(decision(awaiting.assessment().orElseThrow(), NO, OFFICER), "deliver"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("override-without-reason");
    }

    @Test
    void aid_is_not_stopped_before_the_recipient_was_heard_even_if_a_process_forgot_it() {
        var made = assessment(NO);
        var awaiting = open(Pack.Acts.STOP).assess(made, "decide");
        assertThatThrownBy(() -> awaiting.decide(decision(made, NO, OFFICER), "deliver"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-heard");
    }

    @Test
    void aid_is_not_reduced_before_the_recipient_was_heard_and_a_raise_does_not_wait() {
        var received = Standing.receiving(Money.yuan("800.00"));
        var lower = again(received).assess(assessment(LESS), "decide");
        var basis = lower.assessment().orElseThrow();
        assertThat(lower.word(LESS)).isEqualTo("less");
        assertThatThrownBy(() -> lower.decide(decision(basis, LESS, OFFICER), "deliver"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("not-heard");
        var higher = again(received).assess(assessment(YES), "decide");
        assertThat(higher.word(YES)).isEqualTo("more");
        assertThat(higher.decide(decision(higher.assessment().orElseThrow(), YES, OFFICER), "deliver")
                        .status())
                .isEqualTo(Status.DECIDED);
    }

    @Test
    void aid_that_goes_on_as_it_is_ends_without_a_decision_and_nothing_else_does() {
        var received = Standing.receiving(Money.yuan("1110.00"));
        assertThat(again(received).assess(assessment(YES), "end").status()).isEqualTo(Status.ARCHIVED);
        assertThatThrownBy(() -> again(received).assess(assessment(LESS), "end"))
                .hasMessageContaining("undecided");
        assertThatThrownBy(() -> again(received).moveTo("end")).hasMessageContaining("undecided");
        var disputed = again(received.correcting(CaseFileId.next()));
        assertThat(disputed.word(YES)).isEqualTo("upheld");
        assertThatThrownBy(() -> disputed.assess(assessment(YES), "end"))
                .as("whoever disagreed is owed a decision")
                .hasMessageContaining("undecided");
    }

    private static CaseFile again(Standing received) {
        return CaseFile.open(CaseFileId.next(), claim(Pack.Acts.CHANGE), received, "assess");
    }

    @Test
    void what_is_decided_cannot_be_withdrawn() {
        var awaiting = at(Pack.Acts.GRANT, "visit").moveTo("decide");
        var decided = awaiting.decide(decision(awaiting.assessment().orElseThrow(), YES, OFFICER), "publish");
        assertThatThrownBy(decided::withdraw).isInstanceOf(Refused.class);
    }

    @Test
    void nobody_takes_two_parts_that_check_one_another_however_often_a_case_is_sent_back() {
        var examined = open(Pack.Acts.GRANT).assess(assessment(YES), "first-review");
        assertThatThrownBy(() -> examined.review(CLERK, "decide")).hasMessageContaining("review.same-person");
        var reviewed = examined.review(OFFICER, "assess");
        assertThatThrownBy(() -> reviewed.assess(assessment(YES, OFFICER), "decide"))
                .hasMessageContaining("review.same-person");
        var again = reviewed.assess(assessment(YES, LEADER), "decide");
        var basis = again.assessment().orElseThrow();
        assertThatThrownBy(() -> again.decide(decision(basis, YES, CLERK), "publish"))
                .as("whoever examined an earlier round")
                .hasMessageContaining("decide.same-person");
        assertThatThrownBy(() -> again.decide(decision(basis, YES, OFFICER), "publish"))
                .hasMessageContaining("decide.same-person");
    }

    @Test
    void a_filing_is_decided_by_a_second_person_who_hands_it_over() {
        var filed = CaseFile.open(CaseFileId.next(), claim(Pack.Acts.GRANT), "accept")
                .assess(assessment(YES), "issue");
        assertThatThrownBy(() -> filed.issue("end")).hasMessageContaining("nothing-granted");
        var basis = filed.assessment().orElseThrow();
        assertThatThrownBy(() -> filed.decide(decision(basis, YES, CLERK), "issue"))
                .hasMessageContaining("same-person");
        assertThat(filed.decide(decision(basis, YES, OFFICER), "issue")
                        .issue("end")
                        .status())
                .isEqualTo(Status.ARCHIVED);
    }

    /** Anything anybody might press, in any order and in every process: whatever is accepted leaves a lawful case. */
    @Test
    void no_sequence_of_commands_reaches_an_unlawful_state() {
        int sequences = Boolean.getBoolean("weimin.long") ? 100_000 : 2_000;
        for (long seed = 0; seed < sequences; seed++) {
            var random = new Random(seed);
            Pack.Acts acts = Pack.Acts.values()[random.nextInt(Pack.Acts.values().length)];
            Course course = COURSES.get(random.nextInt(COURSES.size()));
            CaseFile file = CaseFile.open(
                    CaseFileId.next(),
                    claim(acts),
                    standing(acts, random),
                    course.first().id());
            for (int step = 0; step < 40; step++) {
                file = pressAnything(file, course, random);
                assertLawful(file, seed);
            }
        }
    }

    private static CaseFile pressAnything(CaseFile file, Course course, Random random) {
        try {
            StaffId by = List.of(CLERK, OFFICER, LEADER).get(random.nextInt(3));
            String next = random.nextInt(4) == 0 ? anyStep(random) : next(course, file, random);
            return switch (random.nextInt(10)) {
                case 0, 1 -> file.assess(assessment(anyOutcome(random), by), next);
                case 2 -> file.hear(new Hearing(DAY, DAY, Hearing.Manner.IN_PERSON, "…", by), next);
                case 3 -> file.visit(Set.of(by), next);
                case 4 -> file.review(by, next);
                case 5, 6 ->
                    file.decide(
                            decision(file.assessment().orElseGet(() -> assessment(NO)), anyOutcome(random), by),
                            random.nextBoolean() ? file.step() : next);
                case 7 -> file.issue(next);
                case 8 -> file.moveTo(next);
                default -> random.nextInt(20) == 0 ? file.withdraw() : file;
            };
        } catch (Refused | IllegalArgumentException refused) {
            return file;
        }
    }

    private static void assertLawful(CaseFile file, long seed) {
        String what = "seed " + seed + ": " + file.status();
        boolean stop = file.claim().acts() == Pack.Acts.STOP;
        boolean confirmed = file.assessment()
                .filter(made -> file.word(made.outcome()).equals("same"))
                .isPresent();
        boolean decided =
                List.of(Status.DECIDED, Status.PUBLISHED, Status.PAPERS).contains(file.status())
                        || (file.status() == Status.ARCHIVED && !stop && !confirmed);
        assertThat(file.decision().isPresent() || !decided).as(what).isTrue();
        if (file.status() == Status.WITHDRAWN) {
            assertThat(file.decision()).as(what).isEmpty();
        }
        assertThat(Collections.disjoint(file.hands().examined(), file.hands().reviewed()))
                .as(what)
                .isTrue();
        file.decision().ifPresent(made -> {
            assertThat(file.hands().examined()).as(what).doesNotContain(made.decidedBy());
            assertThat(file.hands().reviewed()).as(what).doesNotContain(made.decidedBy());
            assertThat(made.decided()).as(what).isNotInstanceOf(Outcome.CannotTell.class);
            if (file.claim().acts() != Pack.Acts.GRANT
                    && (!made.isGrant()
                            || made.monthly().compareTo(file.standing().monthly()) < 0)) {
                assertThat(file.hearing()).as(what).isPresent();
                assertThat(made.reasons().text()).as(what).isNotBlank();
            }
            if (stop) {
                assertThat(made.isGrant()).as(what).isFalse();
            }
        });
        assertThat(Status.at(file.step())).as(what).isEqualTo(file.status());
    }

    private static String next(Course course, CaseFile file, Random random) {
        var outcomes = List.of(
                "entitled",
                "not-entitled",
                "cannot-tell",
                "incomplete",
                "differs",
                "quiet",
                "heard",
                "less",
                "same",
                "more",
                "agreed",
                "granted",
                "stopped");
        return course.next(file.step(), outcomes.get(random.nextInt(outcomes.size())))
                .id();
    }

    private static String anyStep(Random random) {
        var steps = List.of(
                "accept",
                "assess",
                "supplement",
                "visit",
                "review",
                "publicity",
                "hear",
                "first-review",
                "wait",
                "decide",
                "issue",
                "papers",
                "publish",
                "deliver",
                "archive",
                "end");
        return steps.get(random.nextInt(steps.size()));
    }

    private static Outcome anyOutcome(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> YES;
            case 1 -> NO;
            case 2 -> LESS;
            default -> new Outcome.CannotTell(List.of("wageIncome"));
        };
    }

    /** Half of what is looked at again was decided too low, or not at all. */
    private static Standing standing(Pack.Acts acts, Random random) {
        var received = acts == Pack.Acts.CHANGE
                ? Standing.receiving(Money.yuan(random.nextBoolean() ? "1110.00" : "800.00"))
                : Standing.NOTHING;
        boolean corrects = acts != Pack.Acts.STOP && random.nextInt(4) == 0;
        return corrects ? received.correcting(CaseFileId.next()) : received;
    }

    private static CaseFile at(Pack.Acts acts, String step) {
        return open(acts).assess(assessment(YES), step);
    }

    private static CaseFile open(Pack.Acts acts) {
        return CaseFile.open(CaseFileId.next(), claim(acts), "assess");
    }

    private static Claim claim(Pack.Acts acts) {
        return new Claim(
                "310117SA01202611020001",
                new MatterId(acts == Pack.Acts.STOP ? "dibao-stop" : "dibao"),
                new MatterId("dibao"),
                acts,
                new Subject.OfHousehold(HouseholdId.next()),
                PersonId.next(),
                new DivisionCode("310117003001"),
                DAY,
                LocalDate.of(2026, 7, 1),
                Optional.empty());
    }

    private static Assessment assessment(Outcome outcome) {
        return assessment(outcome, CLERK);
    }

    private static Assessment assessment(Outcome outcome, StaffId by) {
        return new Assessment(new DeterminationId(Ids.next()), outcome, by, DAY, "符合");
    }

    private static Decision decision(Assessment basis, Outcome decided, StaffId by) {
        var reasons = decided == YES
                ? Decision.Reasons.NONE
                : new Decision.Reasons("income-at-or-above-standard", "人均月收入高于标准");
        return new Decision(
                basis.determination(), decided, reasons, Optional.empty(), basis.assessedBy(), by, DAY, DAY);
    }

    /** Every process that any pack may name. */
    private static final List<Course> COURSES = courses();

    private static List<Course> courses() {
        try {
            var found = new ArrayList<Course>();
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:packs/_shared/processes/**/*.bpmn")) {
                found.add(Course.parse(file.getContentAsString(StandardCharsets.UTF_8)));
            }
            assertThat(found).hasSizeGreaterThan(10);
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
