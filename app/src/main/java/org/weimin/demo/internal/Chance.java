package org.weimin.demo.internal;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** 骰子: the one source of chance of a demo county; the same seed draws the same county. */
final class Chance {
    /** Ids are drawn too, in the order of time as all ids are: the first millisecond of 2026, and so on. */
    private static final long FIRST_MILLISECOND = 1_767_196_800_000L;

    private final SplittableRandom random;
    private long ids;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    boolean perMille(int share) {
        return random.nextInt(1000) < share;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    UUID id() {
        long time = FIRST_MILLISECOND + ids++;
        long version = 7L << 12 | random.nextInt(1 << 12);
        return new UUID(time << 16 | version, random.nextLong() >>> 2 | 1L << 63);
    }

    /** One character of the text. */
    String letterOf(String text) {
        int[] points = text.codePoints().toArray();
        return Character.toString(points[random.nextInt(points.length)]);
    }

    /** The index of one weight, drawn in proportion. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int drawn = random.nextInt(total);
        int index = 0;
        while (drawn >= weights[index]) {
            drawn -= weights[index++];
        }
        return index;
    }
}
