package org.weimin.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;
import org.weimin.kernel.MatterId;

/**
 * The parameters of a pack from its files. A file {@code standard.added-….yaml} beside {@code standard.yaml} holds
 * lines that came later: it adds values and cannot change one.
 */
final class ParameterFiles {
    private static final String FOLDER = "parameters/";
    private static final String ADDITIONS = "additions";

    private ParameterFiles() {}

    /** The matter's own parameters, then those of the procedure that it does not set itself. */
    static Map<String, Parameter> read(MatterId id, NavigableMap<String, String> files) {
        var defaults = read(id, files, ParameterFiles::isDefault, Map.of());
        var parameters = read(id, files, path -> !isDefault(path), defaults);
        defaults.forEach(parameters::putIfAbsent);
        return parameters;
    }

    /** The parameters of one file that belongs to no matter. */
    static Map<String, Parameter> read(String where, String content) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (Yaml yaml : parametersOf(Yaml.read(where, content))) {
            Parameter parameter = Parameter.read(yaml);
            if (parameters.put(parameter.name(), parameter) != null) {
                throw Faults.overlap(yaml.where(), parameter.name());
            }
        }
        return Collections.unmodifiableMap(parameters);
    }

    private static Map<String, Parameter> read(
            MatterId id, NavigableMap<String, String> files, Predicate<String> which, Map<String, Parameter> below) {
        var parameters = new LinkedHashMap<String, Parameter>();
        var additions = new ArrayList<Yaml>();
        files.forEach((path, content) -> {
            if (holdsParameters(path) && which.test(path)) {
                Yaml file = Yaml.read(where(id, path), content);
                additions.addAll(file.children(ADDITIONS));
                for (Yaml yaml : parametersOf(file)) {
                    Parameter parameter = Parameter.read(yaml);
                    if (parameters.put(parameter.name(), parameter) != null) {
                        throw Faults.overlap(yaml.where(), parameter.name());
                    }
                }
            }
        });
        additions.forEach(yaml -> {
            String name = yaml.text("parameter");
            Parameter before = parameters.getOrDefault(name, below.get(name));
            if (before == null) {
                throw Faults.unknownName(yaml.where(), name);
            }
            parameters.put(name, before.plus(yaml));
        });
        return parameters;
    }

    /** Whether the file holds what the procedure of a matter is where the matter says nothing itself. */
    static boolean isDefault(String path) {
        return isShared(path, "procedure");
    }

    /** The file in which a parameter stands. */
    static Optional<String> pathOf(Pack pack, String parameter) {
        return pack.files().entrySet().stream()
                .filter(file -> holdsParameters(file.getKey()))
                .filter(file -> parametersOf(Yaml.read(file.getKey(), file.getValue())).stream()
                        .anyMatch(yaml -> yaml.text("name").equals(parameter)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the file is the shared one of that name, or holds lines that were added to it. */
    static boolean isShared(String path, String name) {
        return path.startsWith(Packs.SHARED + FOLDER + name + ".");
    }

    private static boolean holdsParameters(String path) {
        return path.startsWith(FOLDER) || path.startsWith(Packs.SHARED + FOLDER);
    }

    private static String where(MatterId id, String path) {
        return path.startsWith(Packs.SHARED) ? path : id + "/" + path;
    }

    private static List<Yaml> parametersOf(Yaml file) {
        return file.has("name") ? List.of(file) : file.children("parameters");
    }
}
