package org.weimin.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.weimin.access.EmployStaff;
import org.weimin.access.Residents;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.Staffing;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.people.People;
import org.weimin.shell.OpenToAll;

/**
 * Every page of the house: its doors are those that Spring knows, and what stands behind a door with a variable is
 * found by following links as everybody in turn. A new page is here on the day it is written.
 */
final class Site {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Visitor AT_HOME = new Visitor.Resident("陈桂芳");
    private static final String WITHOUT_CASES = "蒋丽";
    private static final String NOWHERE_COUNTY = "320102";
    private static final String NOWHERE_STREET = "320102002";
    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoCounty county;
    private final int samples;
    private final List<Door> doors;
    private final Map<String, Sight> sights = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();

    /** One address pattern that answers to GET. */
    private record Door(PathPattern pattern, boolean isPublic) {
        boolean leads(String path) {
            return pattern.matches(PathContainer.parsePath(path));
        }

        int variables() {
            return pattern.getPatternString().split("\\{", -1).length - 1;
        }
    }

    /** Who walks through the house. */
    sealed interface Visitor {
        record Anybody() implements Visitor {}

        record Official(Role role) implements Visitor {}

        /** Somebody of the demo with a telephone. */
        record Resident(String name) implements Visitor {}
    }

    /** A page that opens to somebody. */
    record Sight(String door, String path, Visitor visitor, boolean isPublic) {
        boolean hasVariables() {
            return door.contains("{");
        }
    }

    private Site(DemoCounty county, int samples) {
        this.county = county;
        this.samples = samples;
        this.doors = county
                .bean(RequestMappingHandlerMapping.class, "requestMappingHandlerMapping")
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .map(path -> new Door(
                                PathPatternParser.defaultInstance.parse(path),
                                entry.getValue().hasMethodAnnotation(OpenToAll.class))))
                .sorted(Comparator.comparing(Door::variables)
                        .thenComparing(door -> door.pattern().getPatternString()))
                .toList();
    }

    /** Looks at so many examples of each kind of page, as each visitor, for links that lead on. */
    static Site explored(DemoCounty county, int samples) {
        var site = new Site(county, samples);
        site.explore(new Visitor.Anybody());
        site.explore(AT_HOME);
        for (Role role : Role.values()) {
            site.explore(new Visitor.Official(role));
        }
        return site;
    }

    List<Sight> pages() {
        return List.copyOf(sights.values());
    }

    /** Doors behind which no page was found: files to load down, and what nothing in the county leads to. */
    List<String> unseen() {
        return doors.stream()
                .map(door -> door.pattern().getPatternString())
                .filter(door -> !sights.containsKey(door))
                .toList();
    }

    /** Somebody in this role who is at work in the county. */
    static Seat seat(DemoCounty county, Role role) {
        return county.bean(Staffing.class).seats().stream()
                .filter(each -> each.post().role() == role && each.holder().isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** The visitor's session where there is much to see; empty for whoever signs in nowhere. */
    String cookie(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Anybody() -> "";
            case Visitor.Resident(var name) -> resident(name);
            case Visitor.Official(var role) -> {
                Seat seat = seat(county, role);
                yield county.bean(SignIn.class)
                        .inDemo(seat.holder().orElseThrow().id(), seat.post().id());
            }
        };
    }

    /** The session of such a visitor at a place where nothing has happened yet. */
    String cookieElsewhere(Visitor visitor) {
        return switch (visitor) {
            case Visitor.Official(var role) -> cookieElsewhere(role);
            case Visitor.Resident ignored -> resident(WITHOUT_CASES);
            case Visitor.Anybody() -> "";
        };
    }

    private String resident(String name) {
        return Acting.as(new Actor.SystemJob("journey", "a resident's telephone"), () -> {
            var people = county.bean(People.class);
            var person = people.search(name, 1).rows().stream()
                    .filter(hit -> hit.person().name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .person()
                    .id();
            return county.bean(Residents.class).inDemo(person, people.identityNumber(person, "journey"));
        });
    }

    private String cookieElsewhere(Role role) {
        var staffing = county.bean(Staffing.class);
        boolean street = role.name().startsWith("STREET") || role == Role.COMMUNITY_WORKER;
        return Acting.as(new Actor.SystemJob("journey", "an empty place"), () -> {
            String name = "nowhere-" + role.name().toLowerCase(java.util.Locale.ROOT);
            var staff = staffing.employ(EmployStaff.of(name, name));
            var area = new DivisionCode(street ? NOWHERE_STREET : NOWHERE_COUNTY);
            var post = staffing.openPost(name, role, Optional.empty(), area);
            staffing.appoint(staff, post, LocalDate.of(2020, 1, 1));
            return county.bean(SignIn.class).inDemo(staff, post);
        });
    }

    private void explore(Visitor visitor) {
        String session = cookie(visitor);
        var waiting = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        var looked = new HashMap<Door, Integer>();
        doors.stream()
                .filter(door -> door.variables() == 0)
                .filter(door -> session.isEmpty() || !endsSession(door))
                .map(door -> door.pattern().getPatternString())
                .forEach(path -> offer(path, waiting, seen));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            Optional<Door> door =
                    doors.stream().filter(each -> each.leads(path(path))).findFirst();
            if (door.isPresent() && looked.merge(door.get(), 1, Integer::sum) <= samples) {
                for (String link : links(door.get(), path, visitor, session)) {
                    offer(link, waiting, seen);
                }
            }
        }
    }

    /** A kiosk forgets whoever leaves it. */
    private static boolean endsSession(Door door) {
        return door.pattern().getPatternString().equals("/kiosk/left");
    }

    private static void offer(String path, ArrayDeque<String> waiting, Set<String> seen) {
        if (!path.matches(".*[?&](lang|type)=.*") && seen.add(path)) {
            waiting.add(path);
        }
    }

    /** Addresses at which something broke; nobody should ever find one. */
    List<String> broken() {
        return List.copyOf(broken);
    }

    private List<String> links(Door door, String path, Visitor visitor, String session) {
        var found = new ArrayList<String>();
        HttpResponse<String> answer = get(path, session);
        if (answer.statusCode() >= 500) {
            broken.add(answer.statusCode() + " " + path + " to " + visitor);
        }
        boolean page = answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && answer.body().contains("<main");
        if (page) {
            String name = door.pattern().getPatternString();
            sights.putIfAbsent(name, new Sight(name, path, visitor, door.isPublic()));
            var links = LINK.matcher(answer.body());
            while (links.find()) {
                found.add(links.group(1).replace("&amp;", "&"));
            }
        }
        return found;
    }

    private HttpResponse<String> get(String path, String session) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(county.address() + path))
                            .header("Cookie", session.isEmpty() ? "none=none" : "weimin-session=" + session)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String path(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }
}
