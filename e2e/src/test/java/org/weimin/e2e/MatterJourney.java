package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.casework.CaseFile;
import org.weimin.casework.CaseFile.Status;
import org.weimin.casework.Casework;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Fact;
import org.weimin.engine.FactKind;
import org.weimin.engine.FactSheet;
import org.weimin.engine.Interpreter;
import org.weimin.engine.Pack;
import org.weimin.engine.Supposing;
import org.weimin.engine.Window.Accept;
import org.weimin.engine.WorkedExample;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.Subject;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/** One matter of somebody who lives alone: found, asked for, and carried on by whoever has the next step. */
final class MatterJourney {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    /** What the register of residents knows by itself, or the consent page asks. */
    private static final Set<String> REGISTERED =
            Set.of("person", "name", "birthDate", "relation", "sex", "meansCheckConsent");

    private final DemoCounty county;
    private final Staff staff;
    private final Pack pack;
    private final FactSheet told;
    private final int number;
    private String casePath = "";
    private Optional<Status> waitingAt = Optional.empty();
    private Optional<Throwable> failure = Optional.empty();

    /** Everybody of the offices at a screen of one width; the street's window comes first. */
    record Staff(Person street, Person county, List<Person> others) {
        Stream<Person> all() {
            return Stream.concat(Stream.of(street, county), others.stream());
        }
    }

    MatterJourney(String matter, int number, DemoCounty county, Staff staff) {
        this.county = county;
        this.staff = staff;
        this.number = number;
        this.pack = asSystem(() -> county.bean(Policy.class).pack(new MatterId(matter)));
        LocalDate today = county.bean(BusinessClock.class).today();
        this.told = WorkedExample.of(pack).stream()
                .filter(example -> example.facts().members().size() == 1 && isGranted(example, today))
                .findFirst()
                .orElseThrow(() -> new AssertionError(matter + ": no example of one person is entitled today"))
                .facts();
    }

    String title() {
        return pack.item() + " " + pack.title().zh();
    }

    private boolean isGranted(WorkedExample example, LocalDate today) {
        var asked = new Supposing(example.supposing().person(), Map.of());
        return new Interpreter()
                        .determine(pack, PLACE, today, example.facts(), asked)
                        .outcome()
                instanceof Outcome.Entitled;
    }

    /** Found, registered and asked for; what goes wrong is kept for the matter's own test. */
    void go(Person resident) {
        attempt(() -> {
            find(resident);
            apply();
        });
        resident.leave();
    }

    private void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | AssertionError broken) {
            failure = Optional.of(broken);
        }
    }

    /** In the resident's own words to the guide, which says what to bring. */
    private void find(Person resident) {
        resident.open("/services");
        Locator words = resident.page().locator("main input[name=q]").first();
        words.fill(pack.matter().window().asks().getFirst());
        words.press("Enter");
        resident.page()
                .locator("main a[href='/public/matters/" + pack.id() + "']")
                .first()
                .click();
        resident.see(pack.matter().window().about().zh());
    }

    /** Registers the person and files the application, box by box. */
    private void apply() {
        Person window =
                pack.matter().window().accept().orElseThrow() == Accept.COUNTY ? staff.county() : staff.street();
        String household = register(staff.street());
        window.open("/intake/new?" + household + "&matter=" + pack.id()).press("开始填写");
        String draft = window.path();
        var filled = new LinkedHashSet<String>();
        for (var next = unfilled(window, draft, filled); next.isPresent(); next = unfilled(window, draft, filled)) {
            fill(window.open(next.get()), next.get());
            filled.add(next.get());
        }
        window.open(draft + "/check");
        assertThat(window.page().locator("main button[disabled]").count())
                .as(window.text())
                .isZero();
        window.press("提交申请").see("受理回执");
        casePath = window.links("/cases/").getFirst();
    }

    /** A part may appear when another one is answered. */
    private static Optional<String> unfilled(Person window, String draft, Set<String> filled) {
        return window.open(draft).links(draft + "/").stream()
                .filter(part -> !part.equals(draft + "/check") && !filled.contains(part))
                .findFirst();
    }

    private String register(Person window) {
        IdentityNumber identity = identity();
        window.open("/people/new");
        window.page().locator("[name=identity]").fill(identity.value());
        window.page().locator("[name=name]").fill("王" + Character.toString(0x4E00 + number));
        window.page().locator("[name=place]").selectOption(PLACE.value());
        window.page().locator("[name=address]").fill("文诚路 1 号");
        window.press("保存");
        var people = county.bean(People.class);
        return asSystem(() -> {
            var person = people.byIdentity(identity).orElseThrow();
            LocalDate today = county.bean(BusinessClock.class).today();
            HouseholdId household = people.householdOf(person, today).orElseThrow();
            Stream.of(new Subject.OfPerson(person), new Subject.OfHousehold(household))
                    .forEach(this::tellOtherRegisters);
            return "household=" + household + (pack.matter().judgesPersons() ? "&person=" + person : "");
        });
    }

    /** What no form asks is known from elsewhere. */
    private void tellOtherRegisters(Subject whose) {
        LocalDate today = county.bean(BusinessClock.class).today();
        var asked = pack.editionOn(today).form().sections().stream()
                .flatMap(section -> section.fields().stream())
                .map(field -> field.fact().name())
                .collect(Collectors.toSet());
        var facts = whose instanceof Subject.OfPerson ? told.members().getFirst() : told.household();
        facts.stream()
                .filter(fact -> fact.isSettled() && !asked.contains(fact.name()) && !REGISTERED.contains(fact.name()))
                .forEach(fact -> county.bean(Facts.class)
                        .record(new RecordFact(
                                whose,
                                fact.name(),
                                String.valueOf(fact.value()),
                                Period.since(today.minusYears(3)),
                                "REGISTER",
                                "登记信息")));
    }

    private void fill(Person window, String part) {
        if (part.endsWith("/consent")) {
            window.page().locator("main input[type=checkbox]").all().forEach(Locator::check);
            window.fill("签署文件的存放位置", "窗口当面签署，档案袋 12 号");
        }
        for (Locator box : window.page().locator("main form [name*='_']").all()) {
            value(fact(box)).ifPresent(value -> Person.answer(box, value));
        }
        for (Locator box : window.page()
                .locator("main form select:has(option[value=false])")
                .all()) {
            if (box.inputValue().isEmpty()) {
                box.selectOption(silent(fact(box)));
            }
        }
        window.answerTheRest().press("保存并返回").see("已完成");
    }

    private static String fact(Locator box) {
        String name = box.getAttribute("name");
        return name.substring(0, name.indexOf('_'));
    }

    /** What it means that the example says nothing: as the dictionary has it, else that it has not happened. */
    private String silent(String fact) {
        return pack.dictionary().get(fact).absent().map(FactKind.Absence::value).orElse("false");
    }

    private Optional<String> value(String fact) {
        return Stream.concat(told.household().stream(), told.members().getFirst().stream())
                .filter(each -> each.name().equals(fact) && each.isSettled())
                .map(Fact::value)
                .map(String::valueOf)
                .findFirst();
    }

    /** Takes one step, if anybody can today. */
    boolean step() {
        if (isOver() || waitingAt.equals(Optional.of(status()))) {
            return false;
        }
        waitingAt = Optional.of(status());
        attempt(this::takeStep);
        return waitingAt.isEmpty();
    }

    private void takeStep() {
        boolean bringsLetters = status() == Status.DECIDED || status() == Status.HEARING;
        String unserved = "a[href^='" + casePath + "/letters/'][href$='/serve']";
        if ((bringsLetters && staff.all().anyMatch(each -> sends(each, unserved)))
                || staff.all().anyMatch(each -> sends(each, "a.btn-primary[href^='" + casePath + "/']"))) {
            waitingAt = Optional.empty();
        }
    }

    private boolean sends(Person official, String link) {
        if (!official.mayOpen(casePath) || official.page().locator(link).count() == 0) {
            return false;
        }
        official.page().locator(link).first().click();
        official.answerTheRest();
        official.page()
                .locator("main form[method=post] button.btn-primary")
                .first()
                .click();
        assertThat(official.path())
                .as(title() + "\n" + official.text())
                .startsWith(casePath)
                .doesNotContain("/serve");
        return true;
    }

    boolean isOver() {
        return failure.isPresent() || status().isClosed() || status() == Status.PUBLISHED;
    }

    /** Granted, with its paper in the hands of whoever asked. */
    void demandHandedOver() {
        failure.ifPresent(cause -> {
            throw new AssertionError(title() + ": " + cause.getMessage(), cause);
        });
        CaseFile file = file();
        assertThat(isOver()).as(title() + " stands at " + file.status()).isTrue();
        staff.county().open(casePath).look("matter-" + pack.id());
        assertThat(file.decision())
                .as(staff.county().text())
                .hasValueSatisfying(made -> assertThat(made.isGrant()).isTrue());
    }

    private Status status() {
        return file().status();
    }

    private CaseFile file() {
        String id = casePath.substring(casePath.lastIndexOf('/') + 1);
        return asSystem(() -> county.bean(Casework.class).get(CaseFileId.of(id)));
    }

    private IdentityNumber identity() {
        var member = told.members().getFirst();
        String birth = settled(member, "birthDate").orElse("1980-01-01").replace("-", "");
        int parity = settled(member, "sex").orElse("FEMALE").equals("MALE") ? 1 : 0;
        String seventeen = "98%04d%s%02d%d".formatted(number, birth, number % 100, parity);
        return new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
    }

    private static Optional<String> settled(List<Fact> facts, String name) {
        return facts.stream()
                .filter(fact -> fact.name().equals(name) && fact.isSettled())
                .map(fact -> String.valueOf(fact.value()))
                .findFirst();
    }

    private static <T> T asSystem(Supplier<T> work) {
        return Acting.as(new Actor.SystemJob("journey", "a journey"), work::get);
    }
}
