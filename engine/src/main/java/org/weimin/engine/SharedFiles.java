package org.weimin.engine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 共用文件: which files of {@code packs/_shared} a matter uses, so that they are stored and hashed with it, and what an
 * edition takes from them where its own folder has nothing: the process that the matter names and that of rechecks,
 * letters, the publicity list, what is asked on a visit. A file in a folder named after a day holds from that day on.
 */
final class SharedFiles {
    private static final Pattern BEHIND_EDITIONS = Pattern.compile("(?<shared>_shared/)?(?<kind>processes|letters)/"
            + "(?:(?<family>[a-z]+)/)?(?:(?<from>\\d{4}-\\d\\d-\\d\\d)/)?(?<name>[^/]+)");
    private static final List<String> BEHIND_ALL = List.of("publicity.yaml", Questionnaire.FILE);
    private static final String PROCESS = "process.bpmn";

    /** How aid is looked at again, in every matter that gives something. */
    private static final String AGAIN = "recheck.bpmn";

    private SharedFiles() {}

    /** What the matter's folder needs besides itself. */
    static NavigableMap<String, String> of(Yaml matter, NavigableMap<String, String> own, Map<String, String> files) {
        var used = new TreeMap<String, String>();
        boolean handled = isHandled(matter, own);
        files.forEach((path, content) -> {
            if (path.startsWith(Packs.SHARED) && isUsed(path, matter, handled)) {
                used.put(path, content);
            }
        });
        return used;
    }

    private static boolean isUsed(String path, Yaml matter, boolean handled) {
        boolean named = path.equals(Packs.SHARED + "facts.yaml")
                || matter.texts("facts").stream().map(FactsDictionary::file).anyMatch(path::equals)
                || matter.texts("shares").stream().anyMatch(name -> ParameterFiles.isShared(path, name));
        return named || (handled && belongsToCases(path, matter));
    }

    private static boolean belongsToCases(String path, Yaml matter) {
        Matcher behind = BEHIND_EDITIONS.matcher(path);
        if (behind.matches()) {
            return behind.group("kind").equals("letters")
                    ? Optional.ofNullable(behind.group("family"))
                            .filter(family -> !family.equals(matter.text("letters", "")))
                            .isEmpty()
                    : behind.group("name").equals(AGAIN) || isProcess(behind.group("name"), matter.text("process", ""));
        }
        return BEHIND_ALL.stream().anyMatch(name -> path.equals(Packs.SHARED + name))
                || path.equals(Materials.FILE)
                || (ParameterFiles.isDefault(path) && !matter.has("of"));
    }

    /** Whether somebody takes the matter in, so that there are cases, papers and letters. */
    private static boolean isHandled(Yaml matter, NavigableMap<String, String> own) {
        return matter.has("accept") || own.keySet().stream().anyMatch(path -> path.endsWith("/" + PROCESS));
    }

    private static boolean isProcess(String file, String name) {
        return file.equals(name + ".bpmn");
    }

    /**
     * What stands behind the folder of the edition that began on a day, by the path it would have there: what all
     * matters share, before that the letters of the family that the matter names, and before those the matter's own for
     * all its editions.
     */
    static Map<String, String> behind(NavigableMap<String, String> own, LocalDate from) {
        var found = new LinkedHashMap<String, String>();
        BEHIND_ALL.forEach(name ->
                Optional.ofNullable(own.get(Packs.SHARED + name)).ifPresent(content -> found.put(name, content)));
        own.entrySet().stream()
                .flatMap(file -> Behind.of(file.getKey(), file.getValue()).stream())
                .filter(file -> !from.isBefore(file.from()))
                .sorted(Comparator.comparingInt(Behind::closeness).thenComparing(Behind::from))
                .forEach(file -> found.put(file.path(), file.content()));
        return found;
    }

    /** A file that may stand in for one of an edition's folder; of two, the closer and the later one does. */
    private record Behind(int closeness, LocalDate from, String path, String content) {
        static Optional<Behind> of(String path, String content) {
            Matcher file = BEHIND_EDITIONS.matcher(path);
            if (!file.matches()) {
                return Optional.empty();
            }
            LocalDate from = Optional.ofNullable(file.group("from"))
                    .map(LocalDate::parse)
                    .orElse(LocalDate.MIN);
            String process = file.group("name").equals(AGAIN) ? AGAIN : PROCESS;
            String name = file.group("kind").equals("letters") ? "letters/" + file.group("name") : process;
            int closeness = file.group("shared") == null ? 2 : file.group("family") == null ? 0 : 1;
            return Optional.of(new Behind(closeness, from, name, content));
        }
    }
}
