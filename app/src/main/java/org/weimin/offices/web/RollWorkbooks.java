package org.weimin.offices.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.weimin.offices.Member;
import org.weimin.offices.Office;
import org.weimin.offices.Premises;
import org.weimin.offices.SheetReport;
import org.weimin.offices.internal.PeopleSheet;
import org.weimin.offices.internal.PremisesSheet;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** The two tables of the register as workbooks. Their words stay Chinese, because they are read back by them. */
final class RollWorkbooks {
    private RollWorkbooks() {}

    private record Person(String office, Member member) {}

    static void people(OutputStream out, List<Office> offices) {
        List<Column<Person>> columns = List.of(
                new Column<>(PeopleSheet.OFFICE, 24, Person::office),
                new Column<>(
                        PeopleSheet.NAME, 12, person -> person.member().who().name()),
                new Column<>(
                        PeopleSheet.BIRTH, 12, person -> person.member().who().birthOn()),
                new Column<>(
                        PeopleSheet.TRAINED,
                        12,
                        person -> word(
                                PeopleSheet.EDUCATION,
                                person.member().training().education())),
                new Column<>(
                        PeopleSheet.CERTIFICATE,
                        16,
                        person -> word(
                                PeopleSheet.QUALIFICATION,
                                person.member().training().qualification())),
                new Column<>(
                        PeopleSheet.CERTIFIED,
                        12,
                        person -> person.member().training().qualifiedOn().orElse(null)),
                new Column<>(
                        PeopleSheet.EMPLOYED,
                        10,
                        person -> word(
                                PeopleSheet.ESTABLISHED, person.member().terms().established())),
                new Column<>(
                        PeopleSheet.TIME,
                        8,
                        person -> word(
                                PeopleSheet.FULL_TIME, person.member().terms().fullTime())),
                new Column<>(
                        PeopleSheet.CIVIL, 14, person -> person.member().terms().civilHours()),
                new Column<>(
                        PeopleSheet.OTHER, 14, person -> person.member().terms().otherHours()),
                new Column<>(
                        PeopleSheet.SINCE, 14, person -> person.member().terms().servingSince()),
                new Column<>(
                        PeopleSheet.FROM, 12, person -> person.member().term().from()),
                new Column<>(
                        PeopleSheet.UNTIL,
                        12,
                        person -> person.member().term().until().orElse(null)));
        Workbooks.write(
                out,
                "人员",
                columns,
                offices.stream()
                        .flatMap(office -> office.members().stream()
                                .map(member -> new Person(office.unit().name(), member)))
                        .toList());
    }

    static void premises(OutputStream out, List<Office> offices) {
        var columns = new ArrayList<Column<Office>>();
        columns.add(
                new Column<>(PremisesSheet.OFFICE, 24, office -> office.unit().name()));
        columns.add(new Column<>(
                PremisesSheet.POSTS,
                8,
                office -> of(office).map(Premises::posts).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.PEOPLE, 10, office -> office.figures().people()));
        columns.add(new Column<>(
                PremisesSheet.PART_TIME, 10, office -> office.figures().partTime()));
        columns.add(new Column<>(
                PremisesSheet.BUREAUS,
                12,
                office -> of(office).map(Premises::bureaus).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.ROOMS,
                16,
                office -> of(office).map(has -> has.rooms().squareMetres()).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.WINDOW,
                10,
                office -> of(office).map(has -> yes(has.rooms().window())).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.ARCHIVE,
                8,
                office -> of(office).map(has -> yes(has.rooms().archive())).orElse(null)));
        pieces().forEach((heading, pieces) -> columns.add(
                new Column<>(heading, 8, office -> of(office).map(pieces::of).orElse(null))));
        columns.add(new Column<>(
                PremisesSheet.NETWORK,
                8,
                office -> of(office).map(has -> yes(has.equipment().network())).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.ADDRESS,
                30,
                office -> of(office).map(has -> has.contact().address()).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.PHONE,
                16,
                office -> of(office).map(has -> has.contact().phone()).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.HOURS,
                30,
                office -> of(office).map(has -> has.contact().hours()).orElse(null)));
        columns.add(new Column<>(
                PremisesSheet.FROM, 12, office -> of(office).map(Premises::from).orElse(null)));
        Workbooks.write(out, "机构", columns, offices);
    }

    /** How many there are of something. */
    @FunctionalInterface
    private interface Pieces {
        int of(Premises premises);
    }

    private static Map<String, Pieces> pieces() {
        var pieces = new java.util.LinkedHashMap<String, Pieces>();
        pieces.put(PremisesSheet.COMPUTERS, has -> has.equipment().computers());
        pieces.put(PremisesSheet.PRINTERS, has -> has.equipment().printers());
        pieces.put(PremisesSheet.FAXES, has -> has.equipment().faxes());
        pieces.put(PremisesSheet.AIR, has -> has.equipment().airConditioners());
        pieces.put(PremisesSheet.CAMERAS, has -> has.equipment().cameras());
        return pieces;
    }

    static void checked(OutputStream out, SheetReport report) {
        var columns = new ArrayList<Column<SheetReport.Line>>();
        for (int i = 0; i < report.headings().size(); i++) {
            int at = i;
            columns.add(new Column<>(
                    report.headings().get(i),
                    14,
                    line -> at < line.cells().size() ? line.cells().get(at) : ""));
        }
        columns.add(new Column<>(
                Texts.t("offices.sheet.reason"),
                70,
                line -> report.faultsOf(line).stream()
                        .map(fault -> Texts.t(fault.code(), fault.details().toArray()))
                        .collect(Collectors.joining(" "))));
        Workbooks.write(out, Texts.t("offices.sheet.checked"), columns, report.lines(), report::wrongCells);
    }

    private static Optional<Premises> of(Office office) {
        return office.premises();
    }

    private static String yes(boolean there) {
        return there ? "有" : "无";
    }

    /** The first word of several that mean the same. */
    static <T> String word(Map<String, T> words, T value) {
        return words.entrySet().stream()
                .filter(each -> each.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
