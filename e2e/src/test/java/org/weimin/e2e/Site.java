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
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.Staffing;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.OpenToAll;

/**
 * Every page of the house: its doors are those that Spring knows, and what stands behind a door with a variable is
 * found by following links as everybody in turn. A new page is here on the day it is written.
 */
final class Site {
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final String NOWHERE_COUNTY = "320102";
    private static final String NOWHERE_STREET = "320102002";
    private final HttpClient http = HttpClient.newHttpClient();
    private final DemoCounty county;
    private final int samples;
    private final List<Door> doors;
    private final Map<String, Sight> sights = new TreeMap<>();

    /** One address pattern that answers to GET. */
    private record Door(PathPattern pattern, boolean isPublic) {
        boolean leads(String path) {
            return pattern.matches(PathContainer.parsePath(path));
        }

        int variables() {
            return pattern.getPatternString().split("\\{", -1).length - 1;
        }
    }

    /** A page that opens to somebody: {@code role} is empty where it opens to anybody. */
    record Sight(String door, String path, Optional<Role> role, boolean isPublic) {
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

    /** Looks at so many examples of each kind of page, as each role, for links that lead on. */
    static Site explored(DemoCounty county, int samples) {
        var site = new Site(county, samples);
        site.explore(Optional.empty(), "");
        for (Role role : Role.values()) {
            site.explore(Optional.of(role), site.cookie(role));
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

    String cookie(Role role) {
        Seat seat = seat(county, role);
        return county.bean(SignIn.class)
                .inDemo(seat.holder().orElseThrow().id(), seat.post().id());
    }

    /** The session of somebody in this role at a place where nothing has happened yet. */
    String cookieElsewhere(Role role) {
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

    private void explore(Optional<Role> role, String session) {
        var waiting = new ArrayDeque<String>();
        var seen = new HashSet<String>();
        var looked = new HashMap<Door, Integer>();
        doors.stream()
                .filter(door -> door.variables() == 0)
                .map(door -> door.pattern().getPatternString())
                .forEach(path -> offer(path, waiting, seen));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            Optional<Door> door =
                    doors.stream().filter(each -> each.leads(path(path))).findFirst();
            if (door.isPresent() && looked.merge(door.get(), 1, Integer::sum) <= samples) {
                for (String link : links(door.get(), path, role, session)) {
                    offer(link, waiting, seen);
                }
            }
        }
    }

    private static void offer(String path, ArrayDeque<String> waiting, Set<String> seen) {
        if (!path.matches(".*[?&](lang|type)=.*") && seen.add(path)) {
            waiting.add(path);
        }
    }

    private List<String> links(Door door, String path, Optional<Role> role, String session) {
        var found = new ArrayList<String>();
        HttpResponse<String> answer = get(path, session);
        boolean page = answer.statusCode() == 200
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && answer.body().contains("<main");
        if (page) {
            String name = door.pattern().getPatternString();
            sights.putIfAbsent(name, new Sight(name, path, door.isPublic() ? Optional.empty() : role, door.isPublic()));
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
