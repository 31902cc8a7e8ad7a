package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BusinessClock;
import org.weimin.people.MergePlan;
import org.weimin.people.MergePlan.Field;
import org.weimin.people.People;
import org.weimin.people.Person;

/** 并列对照: the fields of two records next to each other, numbers masked, differences marked. */
@Component
class SideBySide {
    private final People people;
    private final Divisions divisions;
    private final BusinessClock clock;

    SideBySide(People people, Divisions divisions, BusinessClock clock) {
        this.people = people;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** One record as text, field by field. */
    private record Said(
            String name,
            String sex,
            String birth,
            String identity,
            String place,
            String address,
            String phone,
            String card,
            String home,
            String others) {}

    /**
     * The record that stays first.
     *
     * @param digits at which digits the identity numbers differ; nothing where nobody looked
     */
    List<PairView.Field> fields(MergePlan plan, List<Integer> digits) {
        Said one = said(people.person(plan.survivor()));
        Said other = said(people.person(plan.merged()));
        String differing = digits.isEmpty()
                ? ""
                : t(
                        "people.pair.digits",
                        digits.stream().map(Object::toString).collect(Collectors.joining(t("people.likeness.and"))));
        var fields = new ArrayList<PairView.Field>();
        fields.add(choice("people.name", one.name(), other.name(), Field.NAME, plan));
        fields.add(new PairView.Field(
                t("people.identity"),
                one.identity(),
                other.identity() + (differing.isEmpty() ? "" : "（" + differing + "）"),
                true,
                Field.IDENTITY.name(),
                plan.taken().contains(Field.IDENTITY)));
        fields.add(plain("people.birth", one.birth(), other.birth()));
        fields.add(plain("people.sex", one.sex(), other.sex()));
        fields.add(choice("people.address", one.address(), other.address(), Field.ADDRESS, plan));
        fields.add(choice("people.organisation.phone", one.phone(), other.phone(), Field.PHONE, plan));
        fields.add(plain("people.place", one.place(), other.place()));
        fields.add(plain("people.card", one.card(), other.card()));
        fields.add(plain("people.person.household", one.home(), other.home()));
        fields.add(plain("people.pair.others", one.others(), other.others()));
        return fields;
    }

    private static PairView.Field choice(String key, String one, String other, Field field, MergePlan plan) {
        boolean differs = !one.equals(other);
        return new PairView.Field(
                t(key),
                one,
                other,
                differs,
                differs ? field.name() : "",
                plan.taken().contains(field));
    }

    private static PairView.Field plain(String key, String one, String other) {
        return new PairView.Field(t(key), one, other, !one.equals(other), "", false);
    }

    private Said said(Person person) {
        LocalDate today = clock.today();
        String none = t("shell.none");
        String phone = people.phoneMasked(person.id());
        String tags = String.join(t("people.likeness.and"), people.tagsOf(person.id(), today));
        return new Said(
                person.name(),
                t("people.sex." + person.sex().name().toLowerCase(Locale.ROOT)),
                person.birth() + person.diedOn().map(on -> " – " + on).orElse(""),
                person.idNumberMasked(),
                divisions.fullName(person.area()),
                person.address(),
                phone.isEmpty() ? none : phone,
                people.payAccount(person.id(), today)
                        .map(account -> account.bank() + " " + account.masked())
                        .orElse(none),
                people.householdOf(person.id(), today)
                        .map(id -> people.household(id, today))
                        .map(home -> home.members().stream()
                                .map(member -> member.person().name())
                                .collect(Collectors.joining(t("people.likeness.and"))))
                        .orElse(none),
                tags.isEmpty() ? none : tags);
    }
}
