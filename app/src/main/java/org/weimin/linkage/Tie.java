package org.weimin.linkage;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 业务联系: what two lines of business share, and so how strong the tie is. Each of the four sorts of shared things counts
 * alike: what both have, as a share of what the smaller of the two has; a sort that one of them lacks is left out.
 */
public record Tie(String one, String other, Shared papers, Shared facts, Shared events, Shared people, Gain gain) {
    private static final int LOOSE = 20;
    private static final int WHOLE = 100;

    /** 共用: what both have by its names (people have none here), how much that is, and how much the smaller has. */
    public record Shared(List<String> names, long count, long ofSmaller) {
        public Shared {
            names = List.copyOf(names);
        }

        IntStream hundredths() {
            return ofSmaller == 0 ? IntStream.empty() : IntStream.of((int) (WHOLE * count / ofSmaller));
        }
    }

    /** How strong the tie is, from 0 to 100 hundredths. */
    public int hundredths() {
        var sorts = Stream.of(papers, facts, events, people)
                .flatMapToInt(Shared::hundredths)
                .summaryStatistics();
        return sorts.getCount() == 0 ? 0 : (int) (sorts.getSum() / sorts.getCount());
    }

    /** 联系松散: such lines stay apart. */
    public boolean isLoose() {
        return hundredths() < LOOSE;
    }

    public boolean joins(String line) {
        return one.equals(line) || other.equals(line);
    }
}
