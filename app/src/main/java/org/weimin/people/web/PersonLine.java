package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.Locale;
import org.weimin.people.Person;

/** One resident as lists and tables print it. */
public record PersonLine(
        String id,
        String name,
        String sex,
        String age,
        String idNumberMasked,
        String place,
        String address,
        boolean died) {
    static PersonLine of(Person person, String place, LocalDate today) {
        return new PersonLine(
                person.id().toString(),
                person.name(),
                t("people.sex." + person.sex().name().toLowerCase(Locale.ROOT)),
                Integer.toString(person.ageOn(person.diedOn().orElse(today))),
                person.idNumberMasked(),
                place,
                person.address(),
                person.diedOn().isPresent());
    }
}
