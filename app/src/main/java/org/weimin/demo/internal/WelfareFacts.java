package org.weimin.demo.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.Family.Relative;

/** 福利底册: draws what the registers of the disabled, the old, children and veterans know of a household. */
final class WelfareFacts {
    private static final String GRANDCHILD = "40";
    private static final int OF_AGE = 18;
    private static final int ELDERLY = 60;
    private static final int PENSIONER = 65;
    private static final List<String> LEVELS = List.of("INTACT", "MILD", "MODERATE", "SEVERE", "TOTAL");
    private static final List<String> CANNOT_CARE =
            List.of("PRISON", "PRISON", "LOST_CONTACT", "LOST_CONTACT", "SEVERE_DISABILITY", "DRUG_ISOLATION");
    private static final List<String> VETERANS =
            List.of("RURAL_CONSCRIPT", "RURAL_CONSCRIPT", "RURAL_CONSCRIPT", "WAR_VETERAN", "TEST_VETERAN", "DISABLED");
    private final Chance chance;
    private final LocalDate today;
    private final LocalDate known;

    WelfareFacts(Chance chance, LocalDate today) {
        this.chance = chance;
        this.today = today;
        this.known = today.minusMonths(26).withDayOfMonth(1);
    }

    /** The household as it was drawn, with what these registers add. */
    Drawn added(Drawn drawn) {
        var facts = new ArrayList<>(drawn.facts());
        for (Relative person : drawn.family().relatives()) {
            card(facts, drawn, person);
            ability(facts, person);
            service(facts, person);
        }
        parents(facts, drawn.family());
        return new Drawn(drawn.family(), facts, drawn.truths());
    }

    /** Most cards run for years; some ran out lately, and nobody told the office that pays. */
    private void card(List<RecordFact> facts, Drawn drawn, Relative person) {
        boolean disabled = drawn.facts().stream()
                .anyMatch(fact -> fact.name().equals("disabilityGrade")
                        && fact.subject().id().equals(person.id().value()));
        if (disabled) {
            LocalDate until = chance.perMille(40)
                    ? today.minusDays(chance.between(2, 25))
                    : today.plusMonths(chance.between(3, 110));
            about(facts, person, "disabilityCardUntil", until.toString(), "残疾人证", known);
        }
    }

    private void ability(List<RecordFact> facts, Relative person) {
        int age = age(person);
        if (age < ELDERLY) {
            return;
        }
        if (chance.perMille(age >= 80 ? 350 : age >= 70 ? 120 : 40)) {
            int level = chance.weighted(25, 35, 22, 12, 6);
            LocalDate until = today.plusDays(chance.between(-60, 330));
            about(facts, person, "assessedLevel", LEVELS.get(level), "老年人能力评估报告", until.minusYears(1));
            about(facts, person, "assessedUntil", until.toString(), "老年人能力评估报告", until.minusYears(1));
            if (level >= 3 && chance.perMille(150)) {
                about(facts, person, "longTermCare", "true", "医疗保障部门", lately());
            }
            if (level >= 3 && chance.perMille(250)) {
                about(facts, person, "careSetting", "INSTITUTION", "养老机构入住登记", known);
            }
        }
        if (age >= PENSIONER && chance.perMille(4)) {
            about(facts, person, "localHukou", "false", "户籍迁出", lately());
        }
    }

    private void service(List<RecordFact> facts, Relative person) {
        boolean male = person.identity().isMale();
        if (age(person) < ELDERLY || !chance.perMille(male ? 45 : 4)) {
            return;
        }
        String kind = male ? chance.of(VETERANS) : "MARTYR_SURVIVOR";
        about(facts, person, "veteranKind", kind, "退役军人事务部门", known);
        about(facts, person, "veteranConfirmedUntil", confirmedUntil().toString(), "年度确认", known);
        switch (kind) {
            case "RURAL_CONSCRIPT" ->
                about(facts, person, "serviceYears", Integer.toString(chance.between(2, 6)), "退役证", known);
            case "DISABLED" -> {
                about(facts, person, "veteranGrade", Integer.toString(chance.between(5, 10)), "残疾军人证", known);
                about(facts, person, "veteranCause", chance.of(List.of("BATTLE", "DUTY")), "残疾军人证", known);
            }
            case "MARTYR_SURVIVOR" -> {
                about(facts, person, "survivorRole", chance.of(List.of("SPOUSE", "PARENT")), "烈士证明书", known);
                about(facts, person, "incomeBelowLocalAverage", "true", "退役军人事务部门", known);
            }
            default -> {}
        }
    }

    /** To the end of this year; whoever missed it has one that ended last month. */
    private LocalDate confirmedUntil() {
        return chance.perMille(30)
                ? today.withDayOfMonth(1).minusDays(1)
                : today.plusMonths(1).withMonth(12).withDayOfMonth(31);
    }

    /** A grandparent raises a child for a reason. */
    private void parents(List<RecordFact> facts, Family family) {
        family.relatives().stream()
                .filter(person -> person.relation().equals(GRANDCHILD) && age(person) < OF_AGE)
                .forEach(child -> {
                    switch (chance.weighted(12, 40, 28, 20)) {
                        case 0 -> parents(facts, child, "DEAD", chance.of(List.of("DEAD", "MISSING")));
                        case 1 -> parents(facts, child, "DEAD", chance.of(CANNOT_CARE));
                        case 2 -> parents(facts, child, chance.of(CANNOT_CARE), "CARES");
                        default -> {}
                    }
                });
    }

    private void parents(List<RecordFact> facts, Relative child, String father, String mother) {
        about(facts, child, "fatherState", father, "儿童主任走访、部门数据比对", known);
        about(facts, child, "motherState", mother, "儿童主任走访、部门数据比对", known);
    }

    /** After the last payments were worked out. */
    private LocalDate lately() {
        return today.minusDays(chance.between(2, 25));
    }

    private static void about(
            List<RecordFact> facts, Relative person, String name, String value, String evidence, LocalDate from) {
        facts.add(new RecordFact(
                new Subject.OfPerson(person.id()),
                name,
                value,
                org.weimin.kernel.Period.since(from),
                "REGISTER",
                evidence));
    }

    private int age(Relative person) {
        return Period.between(person.identity().birth(), today).getYears();
    }
}
