package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.casework.CaseFile;
import org.weimin.casework.Casework;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Refused;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.PageOf;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 批量办理: one step for several cases, confirmed once. Each case is a transaction of its own; refused ones are named. */
@Controller
class CaseBatchPage {
    private final Casework casework;
    private final CaseActions actions;
    private final CaseHeads heads;

    /** What can be done to several cases at once; a decision cannot. */
    enum Batch {
        EXAMINE,
        POST,
        PUBLISH
    }

    CaseBatchPage(Casework casework, CaseActions actions, CaseHeads heads) {
        this.casework = casework;
        this.actions = actions;
        this.heads = heads;
    }

    /** To whoever handles cases. */
    static List<Option> offered() {
        if (!Acting.current().may("casework.handle")) {
            return List.of();
        }
        return Stream.of(Batch.values())
                .map(batch -> new Option(batch.name(), Texts.t("casework.batch." + batch)))
                .toList();
    }

    /** What will happen, and what will not and why. */
    @GetMapping("/cases/batch")
    @Requires("casework.handle")
    Page confirm(
            @RequestParam(defaultValue = "EXAMINE") Batch batch,
            @RequestParam(name = "case", defaultValue = "") List<String> chosen) {
        var lines = files(chosen).stream().map(file -> line(batch, file)).toList();
        return Page.of(
                "casework/batch",
                new BatchView(
                        batch.name(),
                        Texts.t("casework.batch." + batch),
                        batch == Batch.EXAMINE,
                        lines.stream().filter(line -> line.why().isEmpty()).toList(),
                        lines.stream().filter(line -> !line.why().isEmpty()).toList()));
    }

    @PostMapping("/cases/batch")
    @Requires("casework.handle")
    Page carryOut(
            @RequestParam Batch batch,
            @RequestParam(name = "case", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String opinion) {
        if (chosen.isEmpty()) {
            throw new Refused("casework.batch.nothing");
        }
        var done = new ArrayList<BatchView.Line>();
        var refused = new ArrayList<BatchView.Line>();
        for (CaseFile file : files(chosen)) {
            String why = carryOut(batch, file, opinion);
            (why.isEmpty() ? done : refused).add(line(casework.get(file.id()), why));
        }
        return Page.of(
                "casework/batchDone",
                new BatchView(batch.name(), Texts.t("casework.batch." + batch), false, done, refused));
    }

    /** Why it was refused; empty when it was done. */
    private String carryOut(Batch batch, CaseFile file, String opinion) {
        try {
            switch (batch) {
                case EXAMINE -> casework.assess(file.id(), opinion);
                case POST -> casework.post(file.id());
                case PUBLISH -> casework.publish(file.id());
            }
            return "";
        } catch (Refused refused) {
            return Texts.t(refused);
        } catch (OptimisticLockingFailureException changed) {
            return Texts.t("shell.error.changed.text");
        }
    }

    private List<CaseFile> files(List<String> chosen) {
        return chosen.stream()
                .distinct()
                .limit(PageOf.SIZE)
                .map(id -> casework.get(CaseFileId.of(id)))
                .toList();
    }

    private BatchView.Line line(Batch batch, CaseFile file) {
        List<String> steps = switch (batch) {
            case EXAMINE -> List.of("accept", "assess");
            case POST -> List.of("publicity");
            case PUBLISH -> List.of("publish");
        };
        String why = actions.of(file).stream()
                .filter(action -> steps.stream().anyMatch(step -> action.href().endsWith("/" + step)))
                .findFirst()
                .map(CaseView.Action::reason)
                .orElseGet(() -> Texts.t("casework.batch.not-now", Texts.t("casework.status." + file.status())));
        return line(file, why);
    }

    private BatchView.Line line(CaseFile file, String why) {
        return new BatchView.Line(heads.of(file), why);
    }
}
