package org.weimin.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.internal.Course;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
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
    private static final Outcome YES =
            new Outcome.Entitled(List.of(new Grant.Monthly(Money.yuan("1110.00"), "gap", List.of())));
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
    void what_is_decided_cannot_be_withdrawn() {
        var awaiting = at(Pack.Acts.GRANT, "visit").moveTo("decide");
        var decided = awaiting.decide(decision(awaiting.assessment().orElseThrow(), YES, OFFICER), "publish");
        assertThatThrownBy(decided::withdraw).isInstanceOf(Refused.class);
    }

    /** Anything anybody might press, in any order: whatever is accepted leaves a lawful case. */
    @Test
    void no_sequence_of_commands_reaches_an_unlawful_state() {
        int sequences = Integer.getInteger("weimin.sequences", 1_000);
        for (long seed = 0; seed < sequences; seed++) {
            var random = new Random(seed);
            Pack.Acts acts = random.nextBoolean() ? Pack.Acts.GRANT : Pack.Acts.STOP;
            CaseFile file = open(acts);
            for (int step = 0; step < 25; step++) {
                file = pressAnything(file, random);
                assertLawful(file, seed);
            }
        }
    }

    private static CaseFile pressAnything(CaseFile file, Random random) {
        Course course = course(file.claim().acts());
        try {
            return switch (random.nextInt(7)) {
                case 0 -> file.assess(assessment(anyOutcome(random)), next(course, file, random));
                case 1 ->
                    file.hear(new Hearing(DAY, DAY, Hearing.Manner.IN_PERSON, "…", CLERK), next(course, file, random));
                case 2, 3 ->
                    file.decide(
                            decision(
                                    file.assessment().orElseGet(() -> assessment(NO)),
                                    anyOutcome(random),
                                    random.nextBoolean() ? CLERK : OFFICER),
                            anyStep(random));
                case 4 -> file.moveTo(anyStep(random));
                case 5 -> file.moveTo(next(course, file, random));
                default -> random.nextInt(20) == 0 ? file.withdraw() : file;
            };
        } catch (Refused | IllegalArgumentException refused) {
            return file;
        }
    }

    private static void assertLawful(CaseFile file, long seed) {
        String what = "seed " + seed + ": " + file.status();
        boolean decided = List.of(Status.DECIDED, Status.PUBLISHED).contains(file.status());
        if (decided) {
            assertThat(file.decision()).as(what).isPresent();
        }
        file.decision().ifPresent(made -> {
            assertThat(made.assessedBy()).as(what).isNotEqualTo(made.decidedBy());
            assertThat(made.decided()).as(what).isNotInstanceOf(Outcome.CannotTell.class);
            if (file.claim().acts() == Pack.Acts.STOP) {
                assertThat(file.hearing()).as(what).isPresent();
                assertThat(made.isGrant()).as(what).isFalse();
            }
        });
        assertThat(Status.at(file.step())).as(what).isEqualTo(file.status());
    }

    private static String next(Course course, CaseFile file, Random random) {
        var outcomes = List.of("entitled", "not-entitled", "cannot-tell", "differs", "quiet", "heard", "granted");
        return course.next(file.step(), outcomes.get(random.nextInt(outcomes.size())))
                .id();
    }

    private static String anyStep(Random random) {
        var steps = List.of(
                "assess", "supplement", "visit", "publicity", "hear", "decide", "publish", "deliver", "archive", "end");
        return steps.get(random.nextInt(steps.size()));
    }

    private static Outcome anyOutcome(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> YES;
            case 1 -> NO;
            default -> new Outcome.CannotTell(List.of("wageIncome"));
        };
    }

    private static CaseFile at(Pack.Acts acts, String step) {
        return open(acts).assess(assessment(YES), step);
    }

    private static CaseFile open(Pack.Acts acts) {
        var claim = new Claim(
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
        return CaseFile.open(CaseFileId.next(), claim, "assess");
    }

    private static Assessment assessment(Outcome outcome) {
        return new Assessment(new DeterminationId(Ids.next()), outcome, CLERK, DAY, "符合");
    }

    private static Decision decision(Assessment basis, Outcome decided, StaffId by) {
        var reasons = decided instanceof Outcome.NotEntitled
                ? new Decision.Reasons("income-at-or-above-standard", "人均月收入高于标准")
                : Decision.Reasons.NONE;
        return new Decision(
                basis.determination(), decided, reasons, Optional.empty(), basis.assessedBy(), by, DAY, DAY);
    }

    private static final Packs PACKS = Packs.fromClassPath();
    private static final Course GRANT = read("dibao");
    private static final Course STOP = read("dibao-stop");

    private static Course course(Pack.Acts acts) {
        return acts == Pack.Acts.STOP ? STOP : GRANT;
    }

    private static Course read(String pack) {
        return Course.parse(PACKS.get(new MatterId(pack))
                .editionOn(DAY)
                .file("process.bpmn")
                .orElseThrow());
    }
}
