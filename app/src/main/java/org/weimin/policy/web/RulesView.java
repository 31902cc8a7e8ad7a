package org.weimin.policy.web;

import static org.weimin.shell.Texts.either;

import java.util.List;
import java.util.stream.IntStream;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;
import org.weimin.engine.RuleBlock;
import org.weimin.policy.Draft;
import org.weimin.policy.web.InWords.Piece;

/** What the rules page prints: one edition's decision tables and formulas in words, each with its article. */
public record RulesView(
        String matter,
        String title,
        String editionFrom,
        String packVersion,
        List<Block> blocks,
        List<VersionRow> versions,
        Door door) {
    /** A table with more conditions than this is printed with the conditions of a row below one another. */
    private static final int MOST_COLUMNS = 3;

    private static final String ANYTHING = "-";

    /**
     * Where the file comes from, whether the reader may draft a change, the draft that is shown if one is, whether the
     * rules stand as written, the address of this page, and whether this is what is in force today.
     */
    public record Door(String download, boolean mayDraft, String draft, boolean written, String page, boolean inForce) {
        /** The other way of reading: in words, or as the file has it. */
        public String otherReading() {
            return page + (page.contains("?") ? "&" : "?") + "written=" + !written;
        }
    }

    public record Block(
            String name, String label, String law, List<Piece> formula, List<List<Piece>> columns, List<Line> lines) {
        public boolean isTable() {
            return !lines.isEmpty();
        }

        public boolean isWide() {
            return columns.size() > MOST_COLUMNS;
        }
    }

    public record Line(String row, List<Asked> asked, List<Piece> result, String meaning, String law) {
        /** The conditions that ask for something. */
        public List<Asked> conditions() {
            return asked.stream().filter(each -> !each.isAnything()).toList();
        }
    }

    /** What a row asks of a column. */
    public record Asked(List<Piece> column, List<Piece> cell) {
        public boolean isAnything() {
            return cell.size() == 1 && cell.getFirst().text().equals(ANYTHING);
        }
    }

    static RulesView of(Pack pack, Edition edition, List<VersionRow> versions, Door door) {
        InWords words = door.written() ? InWords.asWritten(pack, edition) : InWords.of(pack, edition);
        return new RulesView(
                pack.id().value(),
                either(pack.title().zh(), pack.title().en()),
                edition.from().toString(),
                pack.packVersion(edition),
                edition.outline().stream().map(block -> block(block, words)).toList(),
                versions,
                door);
    }

    static RulesView ofDraft(Pack pack, Edition edition, Draft draft, boolean written) {
        String page = "/policy/drafts/" + draft.id();
        String download = draft.content().rules().isPresent() ? page + "/rules.dmn" : "";
        return of(pack, edition, List.of(), new Door(download, false, page, written, page + "/rules", true));
    }

    static Block block(RuleBlock block, InWords words) {
        return new Block(
                block.name(),
                either(block.label().zh(), block.label().en()),
                block.law(),
                words.say(block.formula()),
                block.columns().stream().map(words::say).toList(),
                block.lines().stream()
                        .map(line -> line(line, block.columns(), words))
                        .toList());
    }

    static Line line(RuleBlock.Line line, List<String> columns, InWords words) {
        return new Line(
                line.row(),
                IntStream.range(0, line.cells().size())
                        .mapToObj(at -> asked(columns.get(at), line.cells().get(at), words))
                        .toList(),
                words.say(line.result()),
                either(line.meaning().zh(), line.meaning().en()),
                line.law());
    }

    private static Asked asked(String column, String cell, InWords words) {
        return new Asked(words.say(column), words.say(cell, column));
    }
}
