package org.weimin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.weimin.kernel.Refused;

/** A file that is made to harm is refused with a reason, soon; it neither hangs nor exhausts the machine. */
class HostileRulesTest {
    private static final FactsDictionary DICTIONARY = FactsDictionary.read("""
        facts:
          - { name: rooms, subject: household, type: number, unit: 间, title: { zh: 房间, en: Rooms } }
        """);

    /** A text of a quarter of a million letters. */
    private static final String DOUBLED =
            "(for i in 1..19 return if i = 1 then \"a\" else partial[-1] + partial[-1])[-1]";

    private static String definitions(String inside) {
        return "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\">"
                + "<inputData id=\"rooms\" name=\"rooms\"/>" + inside + "</definitions>";
    }

    private static String decision(String name, String requires, String feel) {
        String requirement = requires.isEmpty()
                ? ""
                : "<informationRequirement><requiredDecision href=\"#" + requires + "\"/></informationRequirement>";
        return "<decision id=\"%s\" name=\"%s\">%s<literalExpression><text>%s</text></literalExpression></decision>"
                .formatted(name, name, requirement, feel.replace("<", "&lt;"));
    }

    private static String literal(String feel) {
        return definitions(decision("d", "", feel));
    }

    private static String chain(int length) {
        var decisions = new StringBuilder(decision("d0", "", "1"));
        for (int i = 1; i < length; i++) {
            decisions.append(decision("d" + i, "d" + (i - 1), "d" + (i - 1) + " + 1"));
        }
        return definitions(decisions.toString());
    }

    private static String table(int rows) {
        return definitions("<decision id=\"d\" name=\"d\"><informationRequirement><requiredInput href=\"#rooms\"/>"
                + "</informationRequirement><decisionTable><input><inputExpression><text>rooms</text></inputExpression>"
                + "</input><output/><annotation name=\"law\"/>"
                + ("<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry>"
                                + "<annotationEntry><text>x</text></annotationEntry></rule>")
                        .repeat(rows)
                + "</decisionTable></decision>");
    }

    static Stream<Arguments> filesMadeToHarm() {
        return Stream.of(
                Arguments.of("brackets", literal("(".repeat(9_000) + "1" + ")".repeat(9_000))),
                Arguments.of("open brackets", literal("(".repeat(150))),
                Arguments.of("lists", literal("[".repeat(9_000) + "]".repeat(9_000))),
                Arguments.of("a chain of signs", literal("1" + "+1".repeat(9_000))),
                Arguments.of("signs before", literal("-".repeat(9_000) + "1")),
                Arguments.of("ifs", literal("if true then ".repeat(1_000) + "1")),
                Arguments.of("an endless text", literal("\"" + "a".repeat(30_000) + "\"")),
                Arguments.of("a number beyond all numbers", literal("1e999999999")),
                Arguments.of("a chain of decisions", chain(1_500)),
                Arguments.of("a huge table", table(60_000)),
                Arguments.of("nested elements", definitions("<context>".repeat(20_000) + "</context>".repeat(20_000))),
                Arguments.of("a huge file", definitions(" ".repeat(20_000_000))),
                Arguments.of(
                        "entities",
                        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                                + literal("\"&b;\"")),
                Arguments.of(
                        "an entity of this machine",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + literal("\"&x;\"")),
                Arguments.of(
                        "java in an expression",
                        literal("function(a) external { java: { class: \"java.lang.Runtime\" } }")),
                Arguments.of(
                        "another language",
                        definitions("<decision id=\"d\" name=\"d\"><literalExpression expressionLanguage=\"java\">"
                                + "<text>System.exit(1)</text></literalExpression></decision>")),
                Arguments.of(
                        "java in a function",
                        definitions("<businessKnowledgeModel id=\"f\" name=\"f\"><encapsulatedLogic kind=\"Java\">"
                                + "<context/></encapsulatedLogic></businessKnowledgeModel>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesMadeToHarm")
    @Timeout(60)
    void a_file_made_to_harm_is_refused_within_two_seconds(String what, String dmn) throws InterruptedException {
        for (Profile profile : Profile.values()) {
            Refused refused = onSmallStack(() -> read(profile, dmn));
            assertThat(refused.code()).as(profile + " " + refused.details()).startsWith("engine.");
        }
    }

    static Stream<String> endlessModels() {
        return Stream.of(
                "{ f: function(n) f(n), r: f(1) }.r",
                "for i in 1..1000000000 return i",
                "count(for i in 1..3000, j in 1..3000 return i)",
                "(for i in 1..60 return if i = 1 then \"ab\" else partial[-1] + partial[-1])[-1]",
                "(for i in 1..60 return if i = 1 then [1,2] else concatenate(partial[-1], partial[-1]))[-1]",
                "2 ** 999999 ** 999999",
                "exp(exp(exp(9)))",
                "count(distinct values(for i in 1..100000 return i))",
                "count((for i in 1..200000 return count(partial)))",
                "(for i in 1..100000 return [partial[-1]])[-1] = 1",
                "string((for i in 1..50 return [partial[-1], partial[-1]])[-1])",
                "(for i in 1..50 return [partial[-1], partial[-1]])[-1] = (for i in 1..50 return [partial[-1],"
                        + " partial[-1]])[-1]",
                "count(flatten((for i in 1..50 return { a: [partial[-1], partial[-1]] }.a)[-1]))",
                "count({ t: " + DOUBLED + ", r: for i in 1..100000 return t + \"x\" }.r)",
                "count({ t: " + DOUBLED + ", r: for i in 1..100000 return upper case(t) }.r)",
                "count({ l: for i in 1..50000 return i, r: for i in 1..50000 return list contains(l, -1) }.r)",
                "count({ l: for i in 1..50000 return i, r: for i in 1..50000 return i in l }.r)",
                "matches(" + DOUBLED + ", \"(a|b)*c\")",
                "replace(" + DOUBLED + ", \"(a+)+b\", \"c\")",
                "split(" + DOUBLED + ", \"(a*)*b\")",
                "matches(\"a\", \"" + "(".repeat(9_000) + "a" + ")".repeat(9_000) + "\")",
                "count(for i in 1..100000 return exp(i / 7))",
                "count(for i in 1..100000 return 1.0001 ** (i / 7))",
                "for i in 1e30..2e30 return i",
                "for d in @\"0001-01-01\"..@\"9999-12-31\" return d",
                "matches(\"" + "x".repeat(60) + "\", \"(x+x+)+(x+x+)+y\")",
                "d");
    }

    @ParameterizedTest
    @MethodSource("endlessModels")
    @Timeout(60)
    void a_model_that_would_run_for_ever_ends(String feel) throws InterruptedException {
        Refused refused = onSmallStack(() -> {
            Value value = DmnReader.model("hostile", literal(feel)).decide("d", Map.of(), LocalDateTime.MIN);
            throw new Refused("engine.answered", value.getClass().getSimpleName());
        });
        assertThat(refused.code()).startsWith("engine.");
    }

    @Test
    void functions_that_call_one_another_without_end_are_refused() throws InterruptedException {
        String ring = definitions("""
            <businessKnowledgeModel id="f" name="f"><encapsulatedLogic><formalParameter name="n"/>
              <literalExpression><text>g(n)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <businessKnowledgeModel id="g" name="g"><encapsulatedLogic><formalParameter name="n"/>
              <literalExpression><text>f(n)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            """ + decision("d", "", "f(1)"));
        Refused refused = onSmallStack(() -> DmnReader.model("hostile", ring).decide("d", Map.of(), LocalDateTime.MIN));
        assertThat(refused.code()).isEqualTo("engine.endless");
    }

    private static void read(Profile profile, String dmn) {
        if (profile == Profile.PACK) {
            DmnReader.read("hostile", dmn, DICTIONARY, Map.of());
        } else {
            DmnReader.model("hostile", dmn).decide("d", Map.of(), LocalDateTime.MIN);
            throw new Refused("engine.answered");
        }
    }

    /** What refuses the deed within two seconds of work, on a stack as small as that of a server. */
    private static Refused onSmallStack(Runnable deed) throws InterruptedException {
        var refused = new Refused[1];
        var other = new Throwable[1];
        var worked = new long[1];
        Thread thread = new Thread(
                null,
                () -> {
                    try {
                        deed.run();
                    } catch (Refused expected) {
                        refused[0] = expected;
                    } catch (Throwable unexpected) {
                        other[0] = unexpected;
                    }
                    worked[0] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                },
                "small stack",
                1024 * 1024);
        thread.start();
        thread.join();
        assertThat(other[0]).isNull();
        assertThat(Duration.ofNanos(worked[0])).isLessThan(Duration.ofSeconds(2));
        return refused[0];
    }
}
