package org.weimin.casework.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weimin.casework.CaseFile.Status;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.StaffId;

/** 筛选: what a list of cases is asked for, as it stands in an address. A number is looked for among all cases. */
public record CaseFilter(
        WorkList list,
        Whose whose,
        Optional<MatterId> matter,
        Optional<Status> state,
        Optional<DivisionCode> place,
        Optional<StaffId> handler,
        String number) {
    private static final int TOWN_DIGITS = 9;

    /** Whether all that lies in the area is shown, or what it is the official's turn to do. */
    public enum Whose {
        MINE,
        ALL
    }

    public CaseFilter {
        number = number.strip();
        list = number.isEmpty() ? list : WorkList.ALL;
    }

    public static CaseFilter of(WorkList list) {
        return of(list, Whose.ALL);
    }

    public static CaseFilter of(WorkList list, Whose whose) {
        return new CaseFilter(list, whose, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    /** What nobody could have chosen asks for nothing. */
    public static CaseFilter parse(Map<String, String> asked, Whose otherwise) {
        return new CaseFilter(
                value(asked, "list", WorkList::valueOf).orElse(WorkList.OPEN),
                value(asked, "whose", Whose::valueOf).orElse(otherwise),
                value(asked, "matter", MatterId::new),
                value(asked, "state", Status::valueOf),
                value(asked, "place", DivisionCode::new),
                value(asked, "handler", StaffId::of),
                asked.getOrDefault("number", ""));
    }

    /** Read back from {@link #query}. */
    public static CaseFilter parse(String query) {
        var asked = new LinkedHashMap<String, String>();
        for (String part : query.split("&", -1)) {
            int cut = part.indexOf('=');
            if (cut > 0) {
                asked.put(part.substring(0, cut), URLDecoder.decode(part.substring(cut + 1), StandardCharsets.UTF_8));
            }
        }
        return parse(asked, Whose.ALL);
    }

    /** The part of an address after the question mark. */
    public String query() {
        return parts().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** By their names in a form. */
    public Map<String, String> parts() {
        var all = new LinkedHashMap<String, String>();
        all.put("list", list.name());
        all.put("whose", whose.name());
        matter.ifPresent(asked -> all.put("matter", asked.value()));
        state.ifPresent(asked -> all.put("state", asked.name()));
        place.ifPresent(asked -> all.put("place", asked.value()));
        handler.ifPresent(asked -> all.put("handler", asked.toString()));
        if (!number.isEmpty()) {
            all.put("number", number);
        }
        return all;
    }

    /** The same question where its place is now another one. */
    CaseFilter following(UnaryOperator<DivisionCode> heir) {
        return new CaseFilter(list, whose, matter, state, place.map(heir), handler, number);
    }

    /** The same cases, whatever is asked about them. */
    CaseFilter scope() {
        return new CaseFilter(WorkList.OPEN, Whose.ALL, matter, state, place, handler, number);
    }

    /** Whether the numbers that are kept by street can answer: nothing smaller than a street is asked for. */
    boolean isKept(DivisionCode office) {
        return list.isKept()
                && handler.isEmpty()
                && Stream.of(place.orElse(DivisionCode.COUNTRY), office)
                        .allMatch(code -> code.value().length() <= TOWN_DIGITS);
    }

    boolean isOfTasks() {
        return list.isOfTasks();
    }

    /** The one street that is asked for, or that the office is in: its tasks lie together. */
    Optional<DivisionCode> townOf(DivisionCode office) {
        return Arrays.asList(place.orElse(DivisionCode.COUNTRY), office).stream()
                .filter(code -> code.value().length() >= TOWN_DIGITS)
                .map(DivisionCode::town)
                .findFirst();
    }

    private static <T> Optional<T> value(Map<String, String> asked, String name, Function<String, T> read) {
        String text = asked.getOrDefault(name, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(read.apply(text));
        } catch (RuntimeException unknown) {
            return Optional.empty();
        }
    }
}
