package org.weimin.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Requires;

/** Every handler of the house, as the tests that try all doors see it. */
@Component
public class Doors {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private final List<Door> all;

    /** One method and address that the house answers. */
    public record Door(String method, String path, HandlerMethod handler) {
        public Optional<String> permission() {
            return Optional.ofNullable(handler.getMethodAnnotation(Requires.class))
                    .map(Requires::value);
        }

        public boolean isOpenToAll() {
            return handler.hasMethodAnnotation(OpenToAll.class);
        }

        public boolean isRead() {
            return method.equals("GET");
        }

        /** The address with each variable replaced by the values given; the last one serves for all further ones. */
        public String with(String... values) {
            Matcher variables = VARIABLE.matcher(path);
            var filled = new StringBuilder();
            for (int i = 0; variables.find(); i++) {
                variables.appendReplacement(filled, Matcher.quoteReplacement(values[Math.min(i, values.length - 1)]));
            }
            return variables.appendTail(filled).toString();
        }

        public boolean hasVariables() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    Doors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.all = mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> methods(entry.getKey().getMethodsCondition().getMethods()).stream()
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(path -> new Door(method, path, entry.getValue()))))
                .sorted(Comparator.comparing(Door::path).thenComparing(Door::method))
                .toList();
    }

    public List<Door> all() {
        return all;
    }

    /** Without the door that the container itself opens to print an error. */
    public List<Door> ours() {
        return all.stream().filter(door -> !door.path().equals("/error")).toList();
    }

    private static List<String> methods(Set<RequestMethod> stated) {
        return stated.isEmpty()
                ? List.of("GET", "POST")
                : stated.stream().map(RequestMethod::name).toList();
    }
}
