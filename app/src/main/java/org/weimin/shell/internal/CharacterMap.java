package org.weimin.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFTable;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Writes a TrueType font anew with a character map that leaves the radicals U+2E80 to U+2FDF out. */
final class CharacterMap {
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int LAST_CHARACTER = 0x2FFFF;
    private static final int TRUE_TYPE = 0x00010000;
    private static final int DIRECTORY_ENTRY = 16;

    /** Characters in a row whose glyphs stand in a row. */
    private record Run(int first, int last, int glyph) {}

    private CharacterMap() {}

    static byte[] withoutRadicals(TrueTypeFont font) {
        try {
            var tables = new TreeMap<String, byte[]>();
            for (TTFTable table : font.getTables()) {
                tables.put(table.getTag(), font.getTableBytes(table));
            }
            tables.put("cmap", cmap(runs(font.getUnicodeCmapLookup())));
            return assemble(tables);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every character that the font can draw. */
    static BitSet charactersOf(TrueTypeFont font) {
        try {
            var characters = new BitSet();
            runs(font.getUnicodeCmapLookup()).forEach(run -> characters.set(run.first(), run.last() + 1));
            return characters;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Run> runs(CmapLookup characters) {
        var runs = new ArrayList<Run>();
        for (int c = 1; c <= LAST_CHARACTER; c++) {
            int glyph = c >= FIRST_RADICAL && c <= LAST_RADICAL ? 0 : characters.getGlyphId(c);
            if (glyph == 0) {
                continue;
            }
            Run before = runs.isEmpty() ? null : runs.getLast();
            if (before != null && before.last() == c - 1 && before.glyph() + c - before.first() == glyph) {
                runs.set(runs.size() - 1, new Run(before.first(), c, before.glyph()));
            } else {
                runs.add(new Run(c, c, glyph));
            }
        }
        return runs;
    }

    /** One subtable of format 12, for platform 3 (Windows) and encoding 10 (all of Unicode). */
    private static byte[] cmap(List<Run> runs) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(0);
            out.writeShort(1);
            out.writeShort(3);
            out.writeShort(10);
            out.writeInt(12);
            out.writeShort(12);
            out.writeShort(0);
            out.writeInt(16 + 12 * runs.size());
            out.writeInt(0);
            out.writeInt(runs.size());
            for (Run run : runs) {
                out.writeInt(run.first());
                out.writeInt(run.last());
                out.writeInt(run.glyph());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] assemble(SortedMap<String, byte[]> tables) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(TRUE_TYPE);
            out.writeShort(tables.size());
            int largestPower = Integer.highestOneBit(tables.size());
            out.writeShort(largestPower * DIRECTORY_ENTRY);
            out.writeShort(Integer.numberOfTrailingZeros(largestPower));
            out.writeShort((tables.size() - largestPower) * DIRECTORY_ENTRY);
            int offset = 12 + tables.size() * DIRECTORY_ENTRY;
            for (var table : tables.entrySet()) {
                out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
                out.writeInt(0);
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                offset += padded(table.getValue().length);
            }
            for (byte[] table : tables.values()) {
                out.write(table);
                out.write(new byte[padded(table.length) - table.length]);
            }
        }
        return bytes.toByteArray();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
