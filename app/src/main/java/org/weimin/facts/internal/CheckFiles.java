package org.weimin.facts.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItem.Channel;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.CheckRequest;
import org.weimin.facts.internal.AnswerStore.Fate;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.people.People;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;

/** 核对文件: questions go out as a workbook, and come back with their answers filled in. */
@Component
public class CheckFiles {
    /** One line of the file that goes out: a question, and one fact that it asks for. */
    public record Line(
            UUID request, String item, String identity, String name, String asOf, String field, String fact) {}

    /** What became of one line that came back. */
    public record Verdict(int row, String request, String what, boolean good) {}

    /** What became of a file: how many questions were answered, and every line that is wrong. */
    public record Result(int answered, int repeated, List<Verdict> bad) {}

    private record Row(int number, UUID request, List<String> cells) {}

    private static final int REQUEST = 0;
    private static final int IDENTITY = 2;
    private static final int NAME = 3;
    private static final int FACT = 6;
    private static final int VALUE = 7;
    private static final int FROM = 8;
    private static final int UNTIL = 9;
    private static final int REFERENCE = 10;
    private static final int COLUMNS = 11;

    private final CheckStore requests;
    private final BatchStore batches;
    private final Answering answering;
    private final People people;
    private final BusinessClock clock;

    CheckFiles(CheckStore requests, BatchStore batches, Answering answering, People people, BusinessClock clock) {
        this.requests = requests;
        this.batches = batches;
        this.answering = answering;
        this.people = people;
        this.clock = clock;
    }

    /** Everything that waits for this bureau becomes one file. */
    @Transactional
    public UUID prepare(CheckItem.Bureau bureau) {
        UUID batch = Ids.next();
        batches.insert(batch, bureau.id(), Acting.staff().area().value());
        if (batches.fill(batch, bureau.id()) == 0) {
            throw new Refused("facts.file.nothing", CheckCatalogue.in(bureau.title()));
        }
        return batch;
    }

    /** The same file as often as it is asked for; every number in it is a look that is recorded. */
    @Transactional
    public List<Line> lines(UUID batch) {
        var lines = new ArrayList<Line>();
        for (UUID id : batches.requests(batch)) {
            CheckRequest request = requests.get(id);
            String identity = people.identityNumber(
                            request.of().person(), "check file " + request.of().caseNumber())
                    .value();
            for (CheckItem.Answer asked : request.item().answers()) {
                String fact = CheckCatalogue.recordedAs(asked.fact());
                lines.add(new Line(
                        id,
                        request.item().title().zh(),
                        identity,
                        request.of().personName(),
                        request.dates().askedOn().toString(),
                        FactWords.title(fact),
                        fact));
            }
        }
        if (lines.isEmpty()) {
            throw new NotFound(batch);
        }
        return lines;
    }

    public String bureauOf(UUID batch) {
        return batches.bureau(batch);
    }

    /** Every question for itself: a wrong line leaves its question open and the others answered. */
    public Result take(Path file, String fileName) {
        var bad = new ArrayList<Verdict>();
        Map<UUID, List<Row>> rows = read(file, fileName, bad);
        int answered = 0;
        int repeated = 0;
        for (var entry : rows.entrySet()) {
            try {
                Fate fate = take(entry.getKey(), entry.getValue(), fileName);
                answered += fate == Fate.REPEATED ? 0 : 1;
                repeated += fate == Fate.REPEATED ? 1 : 0;
            } catch (Refused refused) {
                String why = Texts.t(refused);
                entry.getValue()
                        .forEach(row ->
                                bad.add(verdict(row.number(), entry.getKey().toString(), why)));
            } catch (NotFound absent) {
                String why = Texts.t("facts.file.unknown-request");
                entry.getValue()
                        .forEach(row ->
                                bad.add(verdict(row.number(), entry.getKey().toString(), why)));
            }
        }
        return new Result(answered, repeated, List.copyOf(bad));
    }

    private static Verdict verdict(int row, String request, String why) {
        return new Verdict(row, request, why, false);
    }

    private static Map<UUID, List<Row>> read(Path file, String fileName, List<Verdict> bad) {
        Map<UUID, List<Row>> rows = new LinkedHashMap<>();
        Workbooks.read(file, fileName, (number, cells) -> {
            List<String> texts = new ArrayList<>(cells.stream()
                    .map(cell -> cell.kind() == Workbooks.Cell.Kind.FORMULA
                            ? ""
                            : cell.text().strip())
                    .toList());
            while (texts.size() < COLUMNS) {
                texts.add("");
            }
            boolean heading = number == 1;
            boolean unanswered =
                    texts.get(VALUE).isEmpty() && texts.get(REFERENCE).isEmpty();
            if (heading || unanswered) {
                return;
            }
            boolean lostDigits = cells.size() > IDENTITY && cells.get(IDENTITY).kind() == Workbooks.Cell.Kind.NUMBER;
            try {
                if (lostDigits) {
                    bad.add(verdict(number, texts.get(REQUEST), Texts.t("facts.file.lost-digits")));
                } else {
                    UUID request = UUID.fromString(texts.get(REQUEST));
                    rows.computeIfAbsent(request, ignored -> new ArrayList<>())
                            .add(new Row(number, request, List.copyOf(texts)));
                }
            } catch (IllegalArgumentException malformed) {
                bad.add(verdict(number, shortened(texts.get(REQUEST)), Texts.t("facts.file.unknown-request")));
            }
        });
        return rows;
    }

    private Fate take(UUID request, List<Row> rows, String fileName) {
        List<String> first = rows.getFirst().cells();
        for (Row row : rows) {
            boolean mixed = !row.cells().get(IDENTITY).equals(first.get(IDENTITY))
                    || !row.cells().get(REFERENCE).equals(first.get(REFERENCE));
            if (mixed) {
                throw new Refused("facts.file.mixed", row.number());
            }
        }
        List<BureauAnswer.Value> values =
                rows.stream().map(row -> value(row.cells())).toList();
        var said = new BureauAnswer(
                first.get(REFERENCE), clock.today(), first.get(IDENTITY), first.get(NAME), values, false);
        return answering.take(request, said, Channel.FILE, shortened(fileName));
    }

    private static BureauAnswer.Value value(List<String> cells) {
        return new BureauAnswer.Value(
                cells.get(FACT), spoken(cells.get(VALUE)), day(cells.get(FROM)), day(cells.get(UNTIL)));
    }

    /** Yes and no as people write them. */
    public static String spoken(String value) {
        return switch (value.strip().toLowerCase(java.util.Locale.ROOT)) {
            case "是", "yes" -> "true";
            case "否", "no" -> "false";
            default -> value.strip();
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            throw new Refused("facts.file.day", shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
