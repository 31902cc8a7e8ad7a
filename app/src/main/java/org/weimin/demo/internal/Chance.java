package org.weimin.demo.internal;

import java.util.List;
import java.util.SplittableRandom;

/** 骰子: the one source of chance of a demo county; the same seed draws the same county. */
final class Chance {
    private final SplittableRandom random;

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
