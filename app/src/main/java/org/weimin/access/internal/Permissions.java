package org.weimin.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which role may do what: every room lists its own permissions in {@code permissions/<room>.yaml}. */
@Component
public class Permissions {
    private final Map<String, Set<String>> byRole;

    Permissions() {
        this.byRole = read();
    }

    /** The permissions of a role; an unknown role has none. */
    public Set<String> of(String role) {
        return byRole.getOrDefault(role, Set.of());
    }

    private static Map<String, Set<String>> read() {
        var found = new HashMap<String, Set<String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:permissions/*.yaml")) {
                try (var in = file.getInputStream()) {
                    Map<String, List<String>> rooms = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                    rooms.forEach((permission, roles) -> grant(found, permission, roles));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(found);
    }

    private static void grant(Map<String, Set<String>> found, String permission, Collection<String> roles) {
        for (String role : roles) {
            found.computeIfAbsent(role, ignored -> new HashSet<>()).add(permission);
        }
    }
}
