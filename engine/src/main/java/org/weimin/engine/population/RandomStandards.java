package org.weimin.engine.population;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.weimin.engine.Pack;
import org.weimin.engine.Parameter;
import org.weimin.engine.Type;
import org.weimin.engine.WorkedExample;

/**
 * 随机标准: days and standards around those in force, as a what-if may ask for them: a word is another one that the
 * rules know, a number is that of another place or of a like parameter, or lies one step beside it.
 */
public final class RandomStandards {
    private static final int ONE_IN = 4;
    /** Falls to the rows that take whatever the others do not name. */
    private static final String ANOTHER_WORD = "ANOTHER";

    private final Corners corners;
    private final Pack pack;
    private final List<String> names;

    public RandomStandards(CompiledMatter matter) {
        this(new Corners(matter));
    }

    RandomStandards(Corners corners) {
        this.corners = corners;
        this.pack = corners.matter().pack();
        this.names = Standards.order(pack);
    }

    /** The same seed draws the same. */
    public Standards draw(Standards around, long seed) {
        return draw(around, new SplittableRandom(seed));
    }

    Standards draw(Standards around, SplittableRandom random) {
        LocalDate asOf = around.asOf();
        var supposing = new TreeMap<>(around.supposing());
        if (!corners.examples().isEmpty() && random.nextBoolean()) {
            WorkedExample example = pick(corners.examples(), random);
            supposing.putAll(example.supposing().parameters());
            boolean sameLaw = pack.editionOn(example.asOf())
                    .from()
                    .equals(corners.matter().edition().from());
            asOf = sameLaw ? example.asOf() : asOf;
        }
        for (int i = 0; i < names.size(); i++) {
            if (random.nextInt(ONE_IN) == 0) {
                String name = names.get(i);
                value(pack.parameter(name), i + 1, random).ifPresent(value -> supposing.put(name, value));
            }
        }
        return Standards.of(pack, asOf, around.places(), supposing);
    }

    private Optional<String> value(Parameter parameter, int slot, SplittableRandom random) {
        if (parameter.type().equals(Type.TEXT)) {
            Set<String> words = new TreeSet<>(corners.words(slot));
            words.add(ANOTHER_WORD);
            parameter.values().forEach(value -> words.add(value.value()));
            return Optional.of(pick(List.copyOf(words), random));
        }
        int scale = Standards.scale(pack, parameter.name());
        List<BigDecimal> like = like(parameter)
                .flatMap(each -> each.values().stream())
                .map(value -> new BigDecimal(value.value()).stripTrailingZeros())
                .filter(value -> value.scale() <= scale)
                .distinct()
                .toList();
        if (like.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals(parameter));
        BigDecimal drawn = pick(like, random).add(step.multiply(BigDecimal.valueOf(random.nextInt(3) - 1L)));
        return Optional.of(drawn.max(BigDecimal.ZERO).toPlainString());
    }

    private Stream<Parameter> like(Parameter parameter) {
        return names.stream().map(pack::parameter).filter(each -> each.unit().equals(parameter.unit()));
    }

    /** Money goes by the fen, what only counts by one, a share by its own last digit. */
    private static int decimals(Parameter parameter) {
        return parameter.type().equals(Type.MONEY)
                ? Scaled.FACT
                : parameter.values().stream()
                        .mapToInt(value -> new BigDecimal(value.value())
                                .stripTrailingZeros()
                                .scale())
                        .reduce(0, Math::max);
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
