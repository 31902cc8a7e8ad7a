package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;

import java.util.List;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.RuleBlock;

/** What the rules page prints: one edition's decision tables and formulas, each with its article. */
public record RulesView(
        String matter,
        String title,
        String editionFrom,
        String packVersion,
        List<String> editions,
        List<Block> blocks) {

    public record Block(String name, String label, String law, String formula, List<String> columns, List<Line> lines) {
        public boolean isTable() {
            return !lines.isEmpty();
        }
    }

    public record Line(String row, List<String> cells, String result, String meaning, String law) {}

    static RulesView of(Pack pack, Edition edition) {
        return new RulesView(
                pack.id().value(),
                either(pack.title().zh(), pack.title().en()),
                edition.from().toString(),
                pack.packVersion(edition),
                pack.editions().keySet().stream().map(String::valueOf).toList(),
                edition.outline().stream().map(RulesView::block).toList());
    }

    private static Block block(RuleBlock block) {
        return new Block(
                block.name(),
                either(block.label().zh(), block.label().en()),
                block.law(),
                block.formula(),
                block.columns(),
                block.lines().stream()
                        .map(line -> new Line(
                                line.row(),
                                line.cells(),
                                line.result(),
                                either(line.meaning().zh(), line.meaning().en()),
                                line.law()))
                        .toList());
    }
}
