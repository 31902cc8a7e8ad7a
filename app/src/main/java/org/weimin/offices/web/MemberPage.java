package org.weimin.offices.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Refused;
import org.weimin.offices.Member;
import org.weimin.offices.Offices;
import org.weimin.offices.Rolls;
import org.weimin.offices.internal.PeopleSheet;
import org.weimin.offices.internal.RollSheets;
import org.weimin.offices.internal.Table;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 人员登记: one person of an office by a form; its fields are the columns of the table, and are read as those are. */
@Controller
class MemberPage {
    /** The field's name in the form, and its column. */
    private static final Map<String, String> FIELDS = fields();

    private final Offices offices;
    private final Rolls rolls;
    private final RollSheets sheets;
    private final Where where;

    MemberPage(Offices offices, Rolls rolls, RollSheets sheets, Where where) {
        this.offices = offices;
        this.rolls = rolls;
        this.sheets = sheets;
        this.where = where;
    }

    @GetMapping("/offices/{id}/people/new")
    @Requires("offices.record")
    Page begin(@PathVariable String id) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("from", where.today().toString());
        return Page.of("offices/member", fresh(id, typed, MemberView.Wrong.NOTHING));
    }

    @PostMapping("/offices/{id}/people")
    @Requires("offices.record")
    Page add(@PathVariable String id, @RequestParam Map<String, String> typed) {
        try {
            rolls.hire(row(officeName(id), typed));
            return Page.redirect("/offices/" + id, "offices.member.added", typed.getOrDefault("name", ""));
        } catch (Refused refused) {
            return Page.invalid("offices/member", fresh(id, typed, wrong(refused)));
        }
    }

    @GetMapping("/offices/{id}/people/{member}")
    @Requires("offices.record")
    Page show(@PathVariable String id, @PathVariable String member) {
        Member said = said(id, member);
        var typed = typed(said);
        typed.put("from", where.today().toString());
        return Page.of("offices/member", known(id, said, typed, MemberView.Wrong.NOTHING, ""));
    }

    /** Who it is does not change; what the person does, changes from a day on. */
    @PostMapping("/offices/{id}/people/{member}")
    @Requires("offices.record")
    Page change(@PathVariable String id, @PathVariable String member, @RequestParam Map<String, String> asked) {
        Member said = said(id, member);
        var typed = new LinkedHashMap<>(asked);
        typed.put("name", said.who().name());
        typed.put("birth", said.who().birthOn().toString());
        try {
            rolls.change(row(officeName(id), typed));
            return Page.redirect(
                    "/offices/" + id, "offices.member.changed", said.who().name());
        } catch (Refused refused) {
            return Page.invalid("offices/member", known(id, said, typed, wrong(refused), ""));
        }
    }

    @PostMapping("/offices/{id}/people/{member}/leave")
    @Requires("offices.record")
    Page leave(@PathVariable String id, @PathVariable String member, @RequestParam(defaultValue = "") String on) {
        Member said = said(id, member);
        try {
            offices.leave(said.id(), day(on));
            return Page.redirect(
                    "/offices/" + id, "offices.member.gone", said.who().name());
        } catch (Refused refused) {
            return Page.invalid(
                    "offices/member", known(id, said, typed(said), MemberView.Wrong.NOTHING, Texts.t(refused)));
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException malformed) {
            throw new Refused("offices.sheet.day", PeopleSheet.UNTIL, typed);
        }
    }

    private static Table.Row row(String office, Map<String, String> typed) {
        var cells = new LinkedHashMap<String, String>();
        cells.put(PeopleSheet.OFFICE, office);
        FIELDS.forEach((field, column) -> cells.put(column, typed.getOrDefault(field, "")));
        return new Table.Row(1, List.copyOf(cells.keySet()), List.copyOf(cells.values()));
    }

    private MemberView.Wrong wrong(Refused refused) {
        String column = sheets.cellOf(RollSheets.Kind.PEOPLE, refused);
        String field = FIELDS.entrySet().stream()
                .filter(each -> each.getValue().equals(column))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return new MemberView.Wrong(field, Texts.t(refused));
    }

    private Member said(String office, String member) {
        try {
            Member said = offices.last(UUID.fromString(member));
            if (said.office().equals(OrgUnitId.of(office))) {
                return said;
            }
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(member);
        }
        throw new NotFound(member);
    }

    private String officeName(String id) {
        return offices.get(OrgUnitId.of(id), where.today()).unit().name();
    }

    private MemberView fresh(String id, Map<String, String> typed, MemberView.Wrong wrong) {
        var leaving = new MemberView.Leaving(false, "", "");
        return new MemberView(id, officeName(id), "", "", typed, choices(), wrong, leaving);
    }

    private MemberView known(
            String id, Member said, Map<String, String> typed, MemberView.Wrong wrong, String leaving) {
        return new MemberView(
                id,
                officeName(id),
                said.id().toString(),
                said.who().name(),
                typed,
                choices(),
                wrong,
                new MemberView.Leaving(
                        said.term().until().isEmpty(), where.today().toString(), leaving));
    }

    private static Map<String, String> typed(Member said) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("name", said.who().name());
        typed.put("birth", said.who().birthOn().toString());
        typed.put(
                "education",
                RollWorkbooks.word(PeopleSheet.EDUCATION, said.training().education()));
        typed.put(
                "certificate",
                RollWorkbooks.word(PeopleSheet.QUALIFICATION, said.training().qualification()));
        typed.put(
                "certified",
                said.training().qualifiedOn().map(LocalDate::toString).orElse(""));
        typed.put(
                "employed",
                RollWorkbooks.word(PeopleSheet.ESTABLISHED, said.terms().established()));
        typed.put("time", RollWorkbooks.word(PeopleSheet.FULL_TIME, said.terms().fullTime()));
        typed.put("civil", String.valueOf(said.terms().civilHours()));
        typed.put("other", String.valueOf(said.terms().otherHours()));
        typed.put("since", said.terms().servingSince().toString());
        typed.put("from", said.term().from().toString());
        return typed;
    }

    /** What may be chosen is what may stand in the column; the words are the reader's. */
    private static Map<String, List<Option>> choices() {
        return Map.of(
                "education", options(PeopleSheet.EDUCATION, "offices.education."),
                "certificate", options(PeopleSheet.QUALIFICATION, "offices.qualification."),
                "employed", options(PeopleSheet.ESTABLISHED, "offices.established."),
                "time", options(PeopleSheet.FULL_TIME, "offices.full-time."));
    }

    private static <T> List<Option> options(Map<String, T> words, String key) {
        return words.values().stream()
                .distinct()
                .map(value -> new Option(RollWorkbooks.word(words, value), Texts.t(key + value)))
                .toList();
    }

    private static Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", PeopleSheet.NAME);
        fields.put("birth", PeopleSheet.BIRTH);
        fields.put("education", PeopleSheet.TRAINED);
        fields.put("certificate", PeopleSheet.CERTIFICATE);
        fields.put("certified", PeopleSheet.CERTIFIED);
        fields.put("employed", PeopleSheet.EMPLOYED);
        fields.put("time", PeopleSheet.TIME);
        fields.put("civil", PeopleSheet.CIVIL);
        fields.put("other", PeopleSheet.OTHER);
        fields.put("since", PeopleSheet.SINCE);
        fields.put("from", PeopleSheet.FROM);
        fields.put("until", PeopleSheet.UNTIL);
        return fields;
    }
}
