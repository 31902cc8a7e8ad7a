package org.weimin.screening.internal;

import java.util.Arrays;
import java.util.List;
import org.weimin.engine.FactKind;
import org.weimin.engine.population.Column;

/** One column with what vouches for each of its values: how good the source is, and when it was recorded. */
final class FactColumn {
    static final byte NOBODY_SPOKE = Byte.MAX_VALUE;
    private static final int SCALE = 2;
    private final Column column;
    private final WordList choices;
    private final long[] codes;
    private byte[] rank = {};
    private int[] recordedOn = {};

    FactColumn(Column column) {
        this.column = column;
        List<String> words =
                column.kind().choices().stream().map(FactKind.Choice::value).toList();
        this.choices = new WordList(words);
        this.codes = words.stream().mapToLong(column::encode).toArray();
    }

    String name() {
        return column.kind().name();
    }

    boolean ofMember() {
        return column.kind().ofMember();
    }

    void clear(int rows) {
        rank = rank.length < rows ? new byte[rows] : rank;
        recordedOn = recordedOn.length < rows ? new int[rows] : recordedOn;
        Arrays.fill(rank, NOBODY_SPOKE);
    }

    /** Of several sources the best is believed; a value that the fact cannot have is as good as none. */
    void put(int row, CopyRows fact, int valueField, int sourceRank, int day) {
        if (sourceRank >= rank[row]) {
            return;
        }
        switch (column.kind().type()) {
            case "money", "number" -> put(row, fact.decimal(valueField, SCALE), sourceRank, day);
            case "boolean" -> put(row, fact.text(valueField).equals("true") ? 1 : 0, sourceRank, day);
            case "date" -> put(row, column.encode(column.kind().parse(fact.text(valueField))), sourceRank, day);
            default -> {
                int choice = fact.word(valueField, choices);
                if (choice >= 0) {
                    put(row, codes[choice], sourceRank, day);
                }
            }
        }
    }

    /** From here on this value counts, whatever any source said. */
    void put(int row, long value, int sourceRank, int day) {
        column.put(row, value);
        rank[row] = (byte) sourceRank;
        recordedOn[row] = day;
    }

    /** The code of a word that the fact may have. */
    long code(String word) {
        return column.encode(word);
    }

    boolean isKnown(int row) {
        return column.isKnown(row);
    }

    /** The rank of the source that is believed; {@link #NOBODY_SPOKE} when the value is unknown or an absence. */
    int rank(int row) {
        return rank[row];
    }

    int recordedOn(int row) {
        return recordedOn[row];
    }
}
