package org.weimin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.weimin.testing.SourceLength;
import org.weimin.testing.SourceTree;

/** The rules of the house that no compiler knows. An exception is written down here with its reason. */
class HouseRulesTest {
    private static final Set<Class<?>> DATES = Set.of(
            LocalDate.class,
            LocalDateTime.class,
            Instant.class,
            OffsetDateTime.class,
            YearMonth.class,
            ZonedDateTime.class);
    private static final Pattern BANNED_NAME =
            Pattern.compile(".*(Manager|Helper|Utils?|Impl|Data|Info|Processor|Handler|DTO|Dto)$");
    /** Rooms that may count in binary fractions: none decides about money with them. */
    private static final Map<String, String> MAY_USE_FRACTIONS = Map.of();

    private static JavaClasses code;

    @BeforeAll
    static void read_the_house() {
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/templates/"))
                .importPackages("org.weimin");
    }

    @Test
    void rooms_use_only_the_rooms_they_declare() {
        var notRooms = JavaClass.Predicates.resideInAnyPackage(
                "org.weimin.kernel..", "org.weimin.engine..", "org.weimin.templates..");
        ApplicationModules.of(WeiminApplication.class, notRooms).verify();
    }

    @Test
    void nobody_asks_the_wall_clock() {
        var asksTheClock = new DescribedPredicate<JavaMethodCall>("ask for the present day or moment") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTarget().getName().equals("now")
                        && call.getTarget().getRawParameterTypes().isEmpty()
                        && DATES.stream().anyMatch(call.getTargetOwner()::isEquivalentTo);
            }
        };
        noClasses()
                .should()
                .callMethodWhere(asksTheClock)
                .because("today is an argument, or BusinessClock says it")
                .check(code);
    }

    @Test
    void nothing_is_counted_in_binary_fractions() {
        fields().that()
                .areDeclaredInClassesThat(notAllowedFractions())
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .andShould()
                .notHaveRawType(Double.class)
                .because("money is whole fen and ratios are decimals")
                .check(code);
        methods()
                .that()
                .areDeclaredInClassesThat(notAllowedFractions())
                .should()
                .notHaveRawReturnType(double.class)
                .andShould()
                .notHaveRawReturnType(float.class)
                .andShould()
                .notHaveRawReturnType(Double.class)
                .check(code);
    }

    @Test
    void controllers_live_in_web_and_end_in_page() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage("org.weimin..web")
                .check(code);
    }

    @Test
    void sql_lives_in_internal_packages() {
        noClasses()
                .that()
                .resideInAPackage("org.weimin..web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .because("a page asks the front desk")
                .check(code);
    }

    @Test
    void no_name_says_nothing() {
        assertThat(code.stream()
                        .filter(type -> !type.isAnonymousClass())
                        .map(JavaClass::getSimpleName)
                        .filter(BANNED_NAME.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void an_interface_has_several_implementations_or_none() {
        assertThat(code.stream()
                        .filter(type -> type.isInterface() && !type.isAnnotation())
                        .filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
                        // A sealed one is a list of cases, and a list may still have one.
                        .filter(type -> !type.reflect().isSealed())
                        .filter(type -> implementations(type) == 1 && !isFunctional(type))
                        .map(JavaClass::getName))
                .as("interfaces with one implementation")
                .isEmpty();
    }

    @Test
    void a_bean_asks_for_at_most_six_others_and_a_record_has_at_most_ten_parts() {
        assertThat(code.stream()
                        .filter(type -> type.isRecord() && parts(type) > 10)
                        .map(JavaClass::getName))
                .as("records with more than ten components")
                .isEmpty();
        assertThat(code.stream()
                        .filter(HouseRulesTest::isBean)
                        .filter(type -> type.getConstructors().stream()
                                .anyMatch(made -> made.getRawParameterTypes().size() > 6))
                        .map(JavaClass::getName))
                .as("beans with more than six collaborators")
                .isEmpty();
    }

    @Test
    void classes_and_methods_stay_short() throws IOException {
        var tooLong = new ArrayList<String>();
        for (Path file : SourceTree.files()) {
            tooLong.addAll(SourceLength.complaints(file));
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void sources_carry_no_lombok_no_todo_and_no_concatenated_sql() throws IOException {
        var found = new ArrayList<String>();
        for (Path file : mainSources()) {
            String source = Files.readString(file);
            Stream.of("import lombok", "// TODO", "@author", "createStatement().execute(\"\"\" +")
                    .filter(source::contains)
                    .forEach(word -> found.add(file.getFileName() + ": " + word));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_source_is_formatted() throws IOException {
        assertThat(SourceTree.unformatted()).as("run ./weimin format").isEmpty();
    }

    @Test
    void the_glossary_knows_every_word_the_rooms_export() throws IOException {
        String glossary = Files.readString(SourceTree.root().resolve("GLOSSARY.md"));
        assertThat(code.stream()
                        .filter(HouseRulesTest::isExportedNoun)
                        .map(JavaClass::getSimpleName)
                        .filter(Predicate.not(name -> glossary.contains(name)))
                        .sorted()
                        .distinct())
                .as("words missing from GLOSSARY.md")
                .isEmpty();
    }

    private static boolean isExportedNoun(JavaClass type) {
        String room = type.getPackageName();
        return type.isRecord()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().isEmpty()
                && !type.getSimpleName().endsWith("Id")
                && room.matches("org\\.weimin\\.[a-z]+")
                && !List.of("org.weimin.shell", "org.weimin.home", "org.weimin.engine")
                        .contains(room);
    }

    private static List<Path> mainSources() throws IOException {
        return SourceTree.files().stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .toList();
    }

    private static DescribedPredicate<JavaClass> notAllowedFractions() {
        return DescribedPredicate.describe(
                "are not excepted", type -> !MAY_USE_FRACTIONS.containsKey(type.getPackageName()));
    }

    private static long implementations(JavaClass type) {
        return type.getAllSubclasses().stream()
                .filter(each -> !each.isInterface())
                .count();
    }

    /** Lambdas implement it, and leave no class to count. */
    private static boolean isFunctional(JavaClass type) {
        return type.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count()
                == 1;
    }

    private static long parts(JavaClass record) {
        return record.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }

    private static boolean isBean(JavaClass type) {
        return type.getAnnotations().stream()
                .anyMatch(annotation ->
                        annotation.getRawType().getPackageName().equals("org.springframework.stereotype"));
    }
}
