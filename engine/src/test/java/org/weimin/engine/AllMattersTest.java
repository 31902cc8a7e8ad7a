package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.weimin.engine.AllAtOnce.Answer;
import org.weimin.kernel.DivisionCode;

/** Every matter that there is, for every household of the worked examples: it comes to rest, whatever the order. */
class AllMattersTest {
    private static final Packs PACKS = Packs.read(Path.of("..", "packs"));
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final LocalDate DAY = LocalDate.of(2026, 7, 15);

    @TestFactory
    Stream<DynamicTest> the_matters_together_give_one_answer_in_any_order() {
        return PACKS.list().stream()
                .filter(pack -> !WorkedExample.of(pack).isEmpty())
                .map(pack -> DynamicTest.dynamicTest(pack.id().value(), () -> {
                    var shuffled = new ArrayList<>(PACKS.list());
                    Collections.shuffle(shuffled, new Random(pack.id().hashCode()));
                    for (WorkedExample example : WorkedExample.of(pack)) {
                        Answer answer = answer(PACKS.list(), example);
                        assertThat(standing(answer(shuffled, example)))
                                .as(example.name())
                                .isEqualTo(standing(answer));
                        assertThat(answer.monthly().isNegative())
                                .as(example.name())
                                .isFalse();
                    }
                }));
    }

    private static Answer answer(List<Pack> packs, WorkedExample example) {
        return new AllAtOnce(packs, PACKS.overlaps()).of(SONGJIANG, DAY, example.facts());
    }

    private static List<String> standing(Answer answer) {
        return answer.items().stream()
                .map(item ->
                        item.matter() + " " + item.determination().question().person() + " "
                                + item.standing().getClass().getSimpleName() + " " + item.monthly())
                .sorted()
                .toList();
    }
}
