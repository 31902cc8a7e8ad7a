package org.weimin.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.weimin.testing.Doors;
import org.weimin.testing.RoomTest;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Every handler states what it needs, and every permission that is stated somewhere is granted to somebody. */
@RoomTest
class EveryHandlerAsksTest {
    @Autowired
    Doors doors;

    @Test
    void every_handler_asks_for_a_permission_or_says_that_it_is_open_to_all() {
        assertThat(doors.all())
                .isNotEmpty()
                .allSatisfy(door -> assertThat(door.permission().isPresent() ^ door.isOpenToAll())
                        .as(door + " of " + door.handler())
                        .isTrue());
    }

    @Test
    void every_handler_states_its_method() {
        assertThat(doors.ours().stream()
                        .collect(Collectors.groupingBy(
                                door -> door.path() + " " + door.handler(), Collectors.counting())))
                .allSatisfy((door, methods) -> assertThat(methods).as(door).isOne());
    }

    @Test
    void what_a_handler_asks_for_is_granted_to_some_role() throws IOException {
        assertThat(granted().keySet())
                .containsAll(doors.ours().stream()
                        .flatMap(door -> door.permission().stream())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void permissions_are_granted_to_roles_that_exist_and_never_to_maker_and_checker_alike() throws IOException {
        Set<String> roles = Set.of(Role.values()).stream().map(Role::name).collect(Collectors.toSet());
        roles.add(Residents.ROLE);
        Map<String, List<String>> granted = granted();
        assertThat(granted)
                .allSatisfy((permission, to) -> assertThat(roles).as(permission).containsAll(to));
        assertThat(granted.get("access.employ")).doesNotContainAnyElementsOf(granted.get("access.appoint"));
        assertThat(granted.get("payments.prepare")).doesNotContainAnyElementsOf(granted.get("payments.release"));
    }

    private static Map<String, List<String>> granted() throws IOException {
        var granted = new TreeMap<String, List<String>>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:permissions/*.yaml")) {
            try (var in = file.getInputStream()) {
                Map<String, List<String>> room = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
                granted.putAll(room);
            }
        }
        return granted;
    }
}
