package org.weimin.people.internal;

/**
 * 姓名形式: a name as it is compared: as written, as read, as its characters look, and with one of them left open.
 * Traditional and simplified, rare and usual characters of one sound are read alike.
 */
final class NameForms {
    private static final int BLANK = '＊';
    private final long written;
    private final long read;
    private final long shaped;
    private final long[] open;

    private NameForms(long written, long read, long shaped, long[] open) {
        this.written = written;
        this.read = read;
        this.shaped = shaped;
        this.open = open;
    }

    static NameForms of(String name) {
        String clean = Tokens.clean(name);
        int[] points = clean.codePoints().toArray();
        long[] open = new long[points.length];
        for (int i = 0; i < points.length; i++) {
            int[] blanked = points.clone();
            blanked[i] = BLANK;
            open[i] = Fingerprint.of(new String(blanked, 0, blanked.length));
        }
        return new NameForms(
                Fingerprint.of(clean),
                Fingerprint.of(String.join(" ", NameReading.of(clean))),
                Fingerprint.of(LookAlikes.of(clean)),
                open);
    }

    long written() {
        return written;
    }

    long read() {
        return read;
    }

    long shaped() {
        return shaped;
    }

    int length() {
        return open.length;
    }

    /** The fingerprint of the name with one character left open. */
    long open(int position) {
        return open[position];
    }

    /** The fingerprint both have with one given character left open, or {@link Roll#NONE}; surnames must agree. */
    long oneCharacterApart(NameForms other) {
        if (open.length != other.open.length || open.length < 2) {
            return Roll.NONE;
        }
        for (int i = 1; i < open.length; i++) {
            if (open[i] == other.open[i]) {
                return open[i];
            }
        }
        return Roll.NONE;
    }
}
