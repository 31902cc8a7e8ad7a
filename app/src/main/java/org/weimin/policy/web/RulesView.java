package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;

import java.util.List;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.RuleBlock;
import org.weimin.policy.Draft;

/** What the rules page prints: one edition's decision tables and formulas, each with its article. */
public record RulesView(
        String matter,
        String title,
        String editionFrom,
        String packVersion,
        List<String> editions,
        List<Block> blocks,
        Door door) {

    /** Where the file comes from, whether the reader may draft a change, and the draft that is shown, if one is. */
    public record Door(String download, boolean mayDraft, String draft) {}

    public record Block(String name, String label, String law, String formula, List<String> columns, List<Line> lines) {
        public boolean isTable() {
            return !lines.isEmpty();
        }
    }

    public record Line(String row, List<String> cells, String result, String meaning, String law) {}

    static RulesView of(Pack pack, Edition edition, boolean mayDraft) {
        String download = "/policy/" + pack.id() + "/rules.dmn?on=" + edition.from();
        return of(
                pack,
                edition,
                pack.editions().keySet().stream().map(String::valueOf).toList(),
                new Door(edition.file("rules.dmn").isPresent() ? download : "", mayDraft, ""));
    }

    static RulesView ofDraft(Pack pack, Edition edition, Draft draft) {
        String page = "/policy/drafts/" + draft.id();
        String download = draft.content().rules().isPresent() ? page + "/rules.dmn" : "";
        return of(pack, edition, List.of(), new Door(download, false, page));
    }

    private static RulesView of(Pack pack, Edition edition, List<String> editions, Door door) {
        return new RulesView(
                pack.id().value(),
                either(pack.title().zh(), pack.title().en()),
                edition.from().toString(),
                pack.packVersion(edition),
                editions,
                edition.outline().stream().map(RulesView::block).toList(),
                door);
    }

    static Block block(RuleBlock block) {
        return new Block(
                block.name(),
                either(block.label().zh(), block.label().en()),
                block.law(),
                block.formula(),
                block.columns(),
                block.lines().stream().map(RulesView::line).toList());
    }

    static Line line(RuleBlock.Line line) {
        return new Line(
                line.row(),
                line.cells(),
                line.result(),
                either(line.meaning().zh(), line.meaning().en()),
                line.law());
    }
}
