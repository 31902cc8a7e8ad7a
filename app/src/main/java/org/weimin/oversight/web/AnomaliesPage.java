package org.weimin.oversight.web;

import static org.weimin.shell.Texts.t;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.Money;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Subject;
import org.weimin.oversight.Anomalies;
import org.weimin.oversight.Anomaly;
import org.weimin.oversight.AnomalyFilter;
import org.weimin.oversight.AnomalyId;
import org.weimin.oversight.CloseAnomaly;
import org.weimin.oversight.Evidence;
import org.weimin.oversight.Precision;
import org.weimin.shell.Download;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/** 疑点: the list by kind, place and result, and the page on which somebody looks into one of them. */
@Controller
class AnomaliesPage {
    private static final int MOST_ROWS = 200;
    private final Anomalies anomalies;
    private final Words words;

    AnomaliesPage(Anomalies anomalies, Words words) {
        this.anomalies = anomalies;
        this.words = words;
    }

    @GetMapping("/anomalies")
    @Requires("oversight.view")
    View list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "1") int page) {
        var filter = filter(kind, status, area);
        if (format.equals("xlsx")) {
            return workbook(filter);
        }
        var everything = new AnomalyFilter(Optional.empty(), Optional.empty(), filter.area());
        PageOf<Anomaly> found = anomalies.list(filter, page);
        var rows = found.rows().stream().map(this::row).toList();
        return Page.of(
                "oversight/anomalies",
                new AnomaliesView(
                        filter,
                        anomalies
                                .lastRun()
                                .map(run -> t("oversight.run", run.day().toString(), run.found(), run.fresh()))
                                .orElse(t("oversight.run.none")),
                        kinds(anomalies.precision(everything)),
                        new PageOf<>(rows, found.number(), found.size(), found.total()),
                        choices()));
    }

    @GetMapping("/anomalies/{id}")
    @Requires("oversight.view")
    Page show(@PathVariable String id) {
        Anomaly anomaly = anomalies.get(AnomalyId.of(id));
        boolean mayClose = Acting.current().may("oversight.close");
        return Page.of(
                "oversight/anomaly",
                new AnomalyView(
                        head(anomaly),
                        anomaly.evidence().stream()
                                .limit(MOST_ROWS)
                                .map(this::evidence)
                                .toList(),
                        anomalies.steps(anomaly.id()).stream()
                                .map(step -> new AnomalyView.Step(
                                        t("oversight.step." + step.what()),
                                        step.note(),
                                        step.on().toString(),
                                        step.by()))
                                .toList(),
                        new AnomalyView.Work(
                                mayClose,
                                anomaly.version(),
                                results(),
                                mayClose && anomaly.status() == Anomaly.Status.CONFIRMED)));
    }

    @PostMapping("/anomalies/{id}/close")
    @Requires("oversight.close")
    Page close(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam int version) {
        anomalies.close(new CloseAnomaly(
                AnomalyId.of(id),
                result.isEmpty() ? Anomaly.Status.OPEN : one(Anomaly.Status.class, result),
                note,
                receiver,
                version));
        return Page.redirect("/anomalies/" + id, "oversight.closed");
    }

    @PostMapping("/anomalies/{id}/again")
    @Requires("oversight.close")
    Page again(@PathVariable String id, @RequestParam String award) {
        anomalies.lookAgain(AnomalyId.of(id), EntitlementId.of(award));
        return Page.redirect("/anomalies/" + id, "oversight.again.done");
    }

    private static AnomalyFilter filter(String kind, String status, String area) {
        try {
            return new AnomalyFilter(
                    kind.isEmpty() ? Optional.empty() : Optional.of(one(Anomaly.Kind.class, kind)),
                    status.isEmpty() ? Optional.empty() : Optional.of(one(Anomaly.Status.class, status)),
                    area.isEmpty() ? Acting.staff().area() : new DivisionCode(area.strip()));
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(area);
        }
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            throw new NotFound(name);
        }
    }

    private static List<AnomaliesView.KindRow> kinds(List<Precision> precision) {
        return Arrays.stream(Anomaly.Kind.values())
                .map(kind -> precision.stream()
                        .filter(each -> each.kind() == kind)
                        .findFirst()
                        .orElse(new Precision(kind, 0, 0, 0, 0)))
                .map(each -> new AnomaliesView.KindRow(
                        each.kind().name(),
                        Words.kind(each.kind()),
                        t("oversight.how." + each.kind()),
                        each.open(),
                        each.explained(),
                        each.confirmed(),
                        each.handedOver(),
                        each.percent() < 0 ? "–" : t("oversight.precision.value", each.percent())))
                .toList();
    }

    private AnomaliesView.Choices choices() {
        return new AnomaliesView.Choices(
                Arrays.stream(Anomaly.Kind.values())
                        .map(kind -> new Option(kind.name(), Words.kind(kind)))
                        .toList(),
                Arrays.stream(Anomaly.Status.values())
                        .map(status -> new Option(status.name(), t("oversight.status." + status)))
                        .toList(),
                words.below(Acting.staff().area()));
    }

    private AnomaliesView.Row row(Anomaly anomaly) {
        return new AnomaliesView.Row(
                "/anomalies/" + anomaly.id(),
                Words.kind(anomaly.kind()),
                words.why(anomaly),
                words.area(anomaly.area()),
                anomaly.seen().foundOn().toString(),
                tone(anomaly.status()),
                state(anomaly));
    }

    private static String state(Anomaly anomaly) {
        String status = t("oversight.status." + anomaly.status());
        return anomaly.seen().goneOn().isPresent() ? t("oversight.gone.short", status) : status;
    }

    private static String tone(Anomaly.Status status) {
        return switch (status) {
            case OPEN -> "warn";
            case EXPLAINED -> "ok";
            case CONFIRMED -> "bad";
            case HANDED_OVER -> "info";
        };
    }

    private AnomalyView.Head head(Anomaly anomaly) {
        return new AnomalyView.Head(
                anomaly.id().toString(),
                Words.kind(anomaly.kind()),
                words.why(anomaly),
                t("oversight.innocent." + anomaly.kind()),
                t("oversight.next." + anomaly.kind()),
                words.area(anomaly.area()),
                anomaly.seen().foundOn().toString(),
                anomaly.seen()
                        .goneOn()
                        .map(day -> t("oversight.gone", day.toString()))
                        .orElse(""),
                tone(anomaly.status()),
                state(anomaly));
    }

    private static List<Option> results() {
        return Arrays.stream(Anomaly.Status.values())
                .filter(status -> status != Anomaly.Status.OPEN)
                .map(status -> new Option(status.name(), t("oversight.result." + status)))
                .toList();
    }

    private AnomalyView.Row evidence(Evidence row) {
        String role = row.role().isEmpty() ? "" : t("oversight.role." + row.role());
        String amount = row.fen() > 0 ? new Money(row.fen()).grouped() : "";
        String matter = words.matter(row.matter());
        return new AnomalyView.Row(
                role.isEmpty() ? t("oversight.is." + row.is()) : role,
                href(row),
                name(row),
                matter,
                amount,
                row.at(),
                row.is() == Evidence.Is.AWARD ? row.id().toString() : "");
    }

    private String name(Evidence row) {
        return switch (row.is()) {
            case PERSON -> words.of(Subject.of("person", row.id()));
            case HOUSEHOLD -> words.of(Subject.of("household", row.id()));
            case OFFICIAL -> words.official(row.id());
            case AWARD, APPROVAL, PAST_APPROVAL -> row.whose().map(words::of).orElse("");
            case LINE -> "";
        };
    }

    private String href(Evidence row) {
        return switch (row.is()) {
            case PERSON -> words.householdOf(row.whose().orElseGet(() -> Subject.of("person", row.id())));
            case HOUSEHOLD -> "/households/" + row.id();
            case AWARD, PAST_APPROVAL -> row.whose().map(words::householdOf).orElse("");
            case APPROVAL -> "/cases/" + row.id();
            case OFFICIAL, LINE -> "";
        };
    }

    private Download workbook(AnomalyFilter filter) {
        var rows = anomalies.all(filter).stream().map(this::row).toList();
        List<Column<AnomaliesView.Row>> columns = List.of(
                new Column<>(t("oversight.kind"), 22, AnomaliesView.Row::kind),
                new Column<>(t("oversight.place"), 28, AnomaliesView.Row::place),
                new Column<>(t("oversight.why"), 90, AnomaliesView.Row::why),
                new Column<>(t("oversight.found-on"), 14, AnomaliesView.Row::foundOn),
                new Column<>(t("oversight.status"), 16, AnomaliesView.Row::state));
        return Download.workbook("anomalies.xlsx", out -> Workbooks.write(out, t("oversight.menu"), columns, rows));
    }
}
