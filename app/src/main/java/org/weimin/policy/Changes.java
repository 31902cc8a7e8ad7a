package org.weimin.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Pack;
import org.weimin.engine.Packs;
import org.weimin.engine.ResolvedValue;
import org.weimin.engine.RuleBlock;
import org.weimin.engine.Text;

/** 版本差异: what a draft changes: each new line of a parameter, each decision with the rows that came and went. */
public record Changes(List<Value> values, List<Block> blocks) {

    public static final Changes NONE = new Changes(List.of(), List.of());

    /** One new line beside the value that the place had on that day. */
    public record Value(Text title, String unit, NewValue line, Optional<ResolvedValue> before) {}

    /** A decision that is not as it was; a formula is told whole, a table row by row. */
    public record Block(RuleBlock shown, String formulaBefore, List<Line> lines) {}

    /** One row, and whether it stays, came or went. */
    public record Line(Kind kind, RuleBlock.Line row) {}

    /** What became of it. */
    public enum Kind {
        STAYS,
        CAME,
        WENT
    }

    public static Changes between(Packs before, Packs after, Draft draft) {
        Pack old = before.get(draft.matter());
        Pack changed = after.get(draft.matter());
        return new Changes(
                draft.content().values().stream().map(line -> value(old, line)).toList(),
                draft.content().rules().isEmpty()
                        ? List.of()
                        : blocks(
                                old.editionOn(draft.from()).outline(),
                                changed.editionOn(draft.from()).outline()));
    }

    private static Value value(Pack old, NewValue line) {
        var parameter = old.parameter(line.parameter());
        return new Value(parameter.title(), parameter.unit(), line, parameter.find(line.place(), line.from()));
    }

    private static List<Block> blocks(List<RuleBlock> before, List<RuleBlock> after) {
        Map<String, RuleBlock> old = byName(before);
        Map<String, RuleBlock> now = byName(after);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .filter(name -> !Optional.ofNullable(old.get(name)).equals(Optional.ofNullable(now.get(name))))
                .map(name -> block(Optional.ofNullable(old.get(name)), Optional.ofNullable(now.get(name))))
                .toList();
    }

    private static Map<String, RuleBlock> byName(List<RuleBlock> blocks) {
        var byName = new LinkedHashMap<String, RuleBlock>();
        blocks.forEach(block -> byName.put(block.name(), block));
        return byName;
    }

    private static Block block(Optional<RuleBlock> before, Optional<RuleBlock> after) {
        return new Block(
                after.or(() -> before).orElseThrow(),
                before.map(RuleBlock::formula).orElse(""),
                lines(
                        before.map(RuleBlock::lines).orElse(List.of()),
                        after.map(RuleBlock::lines).orElse(List.of())));
    }

    /** The longest common run of rows stays, what is not in it went or came; a row's number says nothing. */
    static List<Line> lines(List<RuleBlock.Line> before, List<RuleBlock.Line> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = same(before.get(i), after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && same(before.get(i), after.get(j))) {
                lines.add(new Line(Kind.STAYS, after.get(j++)));
                i++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Kind.WENT, before.get(i++)));
            } else {
                lines.add(new Line(Kind.CAME, after.get(j++)));
            }
        }
        return lines;
    }

    private static boolean same(RuleBlock.Line one, RuleBlock.Line other) {
        return one.cells().equals(other.cells())
                && one.result().equals(other.result())
                && one.meaning().equals(other.meaning())
                && one.law().equals(other.law());
    }
}
