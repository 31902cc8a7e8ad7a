package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.benefits.OneOffs;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.FactKind;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Output;
import org.weimin.engine.Pack;
import org.weimin.engine.Supposing;
import org.weimin.engine.Window.Accept;
import org.weimin.engine.WorkedExample;
import org.weimin.facts.FactItem;
import org.weimin.facts.Facts;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.Subject;
import org.weimin.policy.Policy;
import org.weimin.testing.As;
import org.weimin.testing.Browser;
import org.weimin.testing.TestClock;

/** One matter's way from its guide to what it hands over, as officials walk it in their browsers. */
final class ItemJourney {
    private static final Pattern LETTER = Pattern.compile("href=\"(/cases/[^\"]+/letters/[^\"/]+)\"");

    private final Pack pack;
    private final BeanFactory beans;
    private final CaseWalk.Officials officials;
    private final Outcome.Entitled answer;
    private final WorkedExample example;
    private Optional<SampleParty> party = Optional.empty();
    private Optional<CaseWalk> walk = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    private record Chosen(WorkedExample example, Outcome.Entitled answer) {}

    ItemJourney(Pack pack, BeanFactory beans, CaseWalk.Officials officials) {
        this.pack = pack;
        this.beans = beans;
        this.officials = officials;
        Pack judging = beans.getBean(Policy.class).pack(pack.assessedBy());
        Chosen chosen = WorkedExample.of(judging).stream()
                .flatMap(example -> entitled(judging, example).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError(pack.id() + ": no example is entitled here and today"));
        this.example = chosen.example();
        this.answer = chosen.answer();
    }

    String name() {
        return pack.item() + " " + pack.title().zh();
    }

    private static Optional<Chosen> entitled(Pack pack, WorkedExample example) {
        var asked = new Supposing(example.supposing().person(), Map.of());
        var answer = new Interpreter().determine(pack, SampleParty.PLACE, TestClock.FIRST_DAY, example.facts(), asked);
        return answer.outcome() instanceof Outcome.Entitled entitled
                ? Optional.of(new Chosen(example, entitled))
                : Optional.empty();
    }

    /** Finds the matter and asks for it; what goes wrong is kept for the matter's own test. */
    Optional<CaseWalk> apply(int number) {
        try {
            demandFound(pack, officials.street());
            var made = SampleParty.of(
                    pack, example.facts(), example.supposing().person(), number, beans, officials.street());
            party = Optional.of(made);
            walk = Optional.of(new CaseWalk(file(made), beans, officials));
        } catch (RuntimeException | AssertionError broken) {
            failure = Optional.of(broken);
        }
        return walk;
    }

    SampleParty party() {
        return party.orElseThrow();
    }

    /** By its name, by what people say and by its item; the guide says what it is and what goes with it. */
    static void demandFound(Pack pack, Browser anybody) {
        var window = pack.matter().window();
        String guide = "/public/matters/" + pack.id();
        Stream.of(Stream.of(pack.title().zh(), window.asks().getFirst()), pack.items().stream())
                .flatMap(words -> words)
                .forEach(words -> assertThat(anybody.get("/services?q=" + encoded(words)))
                        .as(words)
                        .contains("href=\"" + guide + "\""));
        String page = anybody.get(guide);
        assertThat(page).contains(pack.title().zh(), window.about().zh());
        assertThat(window.also())
                .allSatisfy(each -> assertThat(page).contains(each.title().zh()));
    }

    /** The window's pages, one after the other, as they ask. */
    private CaseFileId file(SampleParty who) {
        Browser window = window();
        String start = window.get("/intake/new?" + who.asked() + "&matter=" + pack.id());
        var begun = new LinkedHashMap<String, String>();
        begun.put("ask", hidden(start, "ask"));
        String kind = who.asked().substring(0, who.asked().indexOf('='));
        begun.put(kind, hidden(start, kind));
        String draft = window.post("/intake/drafts", begun);
        String applicants = window.get(draft + "/applicant");
        window.post(
                draft + "/applicant", Map.of("applicant", find(applicants, "name=\"applicant\" value=\"([^\"]+)\"")));
        for (String section : all(window.get(draft), "href=\"" + draft + "/sections/([^\"]+)\"")) {
            window.post(draft + "/sections/" + section, answers(who, window.get(draft + "/sections/" + section)));
        }
        if (window.get(draft).contains(draft + "/consent")) {
            var signed = new LinkedHashMap<>(Map.of("signedOn", TestClock.FIRST_DAY.toString(), "evidence", "窗口签署"));
            all(window.get(draft + "/consent"), "name=\"(consent_[^\"]+)\"").forEach(each -> signed.put(each, "true"));
            window.post(draft + "/consent", signed);
        }
        String receipt = window.submit(draft + "/check", Map.of());
        window.pdf(receipt + "/letter");
        return CaseFileId.of(find(window.get(receipt), "/cases/([0-9a-f-]{36})"));
    }

    /** What the example says; where it is silent and the form insists, the plainest answer of the kind. */
    private Map<String, String> answers(SampleParty who, String page) {
        var answers = new LinkedHashMap<String, String>();
        Matcher box = Pattern.compile("name=\"([A-Za-z0-9]+)_([0-9a-f-]{36})\"([^>]*)")
                .matcher(page);
        while (box.find()) {
            String key = box.group(1) + "_" + box.group(2);
            FactKind kind = pack.dictionary().get(box.group(1));
            who.answer(kind.name(), box.group(2))
                    .or(() ->
                            box.group(3).contains(" required") && !box.group(3).matches("(?s).*value=\"[^\"]+\".*")
                                    ? Optional.of(plain(kind))
                                    : Optional.empty())
                    .ifPresent(value -> answers.put(key, value));
        }
        return answers;
    }

    private static String plain(FactKind kind) {
        if (kind.absent().isPresent()) {
            return kind.absent().get().value();
        }
        if (!kind.choices().isEmpty()) {
            return kind.choices().getFirst().value();
        }
        return switch (kind.type()) {
            case "boolean" -> "false";
            case "money", "number" -> "0";
            case "date" -> TestClock.FIRST_DAY.toString();
            default -> "无";
        };
    }

    /** The matter is decided, and what it promises is there: the entry with its paper, the line, the money. */
    void demandHandedOver() {
        failure.ifPresent(cause -> {
            throw new AssertionError(name() + ": " + cause.getMessage(), cause);
        });
        CaseWalk walked = walk.orElseThrow();
        walked.demandOver();
        assertThat(walked.file().decision())
                .as(name() + " is granted")
                .hasValueSatisfying(made -> assertThat(made.isGrant()).isTrue());
        SampleParty who = party.orElseThrow();
        for (Output output : pack.matter().outputs()) {
            output.register().ifPresent(entry -> demandEntry(who, output, entry));
        }
        if (answer.monthly().isPositive()) {
            String line = officials.county().get("/benefits?name=" + encoded(who.payee()));
            assertThat(line).contains(who.payee(), answer.monthly().grouped());
        }
        if (answer.oneOff().isPositive()) {
            assertThat(As.system(() -> beans.getBean(OneOffs.class).of(who.subject())))
                    .singleElement()
                    .satisfies(given -> assertThat(given.amount()).isEqualTo(answer.oneOff()));
        }
        for (String fact : pack.matter().giving().facts()) {
            assertThat(Stream.of(who.subject(), new Subject.OfPerson(who.head()))
                            .flatMap(each -> known(each).stream()))
                    .as(fact)
                    .anyMatch(
                            known -> known.name().equals(fact) && known.value().equals("true"));
        }
        all(officials.county().get(walked.page()), LETTER.pattern())
                .forEach(letter -> officials.county().pdf(letter));
    }

    private List<FactItem> known(Subject subject) {
        return As.system(() -> beans.getBean(Facts.class).of(subject, TestClock.FIRST_DAY.plusMonths(6)));
    }

    private void demandEntry(SampleParty who, Output output, Output.Entry register) {
        String name = who.asked().startsWith("organisation") ? "" : "&q=" + encoded(who.name());
        String found = officials.county().get("/registers?register=" + register.name() + name);
        assertThat(found).containsPattern("310117" + register.code() + "2026\\d{5}");
        String entry = find(found, "(/registers/[0-9a-f-]{36})");
        assertThat(officials.county().get(entry)).contains(output.title().zh());
        officials.county().pdf(entry + "/paper");
    }

    private Browser window() {
        Accept accept = pack.matter().window().accept().orElseThrow();
        return accept == Accept.COUNTY ? officials.county() : officials.street();
    }

    private static String hidden(String page, String name) {
        return find(page, "name=\"" + name + "\" value=\"([^\"]+)\"");
    }

    private static String find(String page, String pattern) {
        List<String> found = all(page, pattern);
        assertThat(found).as(pattern + " in " + page).isNotEmpty();
        return found.getFirst();
    }

    private static List<String> all(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
