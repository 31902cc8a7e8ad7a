package org.weimin.divisions.web;

import static org.weimin.shell.Texts.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.weimin.divisions.Community;
import org.weimin.divisions.CommunityKind;
import org.weimin.divisions.Division;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Option;

/** What the page of villages and communities prints. */
public record CommunitiesView(
        String place,
        String kind,
        List<Option> towns,
        List<Option> kinds,
        List<Count> counts,
        List<Line> lines,
        String from,
        boolean mayChoose,
        boolean maySay,
        String error) {
    /** Where, and which kinds are listed. */
    record Asked(DivisionCode within, List<CommunityKind> kinds) {
        /** A whole county is for reading: a form of four hundred boxes is nobody's work. */
        boolean isOneTown() {
            return !within.equals(within.county());
        }

        boolean all() {
            return kinds.size() == CommunityKind.values().length;
        }
    }

    /** How many there are of a kind, and their list. */
    public record Count(String title, long number, String href, boolean chosen) {}

    /** One village or community. */
    public record Line(
            String code, String name, String town, String kind, String kindTitle, String basis, boolean said) {}

    static CommunitiesView of(Asked asked, List<Division> towns, List<Community> all, LocalDate today, String error) {
        Map<DivisionCode, String> townNames = towns.stream().collect(Collectors.toMap(Division::code, Division::name));
        boolean says = Acting.current().may("divisions.communities-say");
        String kind = asked.all() ? "" : asked.kinds().getFirst().name();
        return new CommunitiesView(
                asked.within().value(),
                kind,
                towns.stream()
                        .map(town -> new Option(town.code().value(), town.name()))
                        .toList(),
                Arrays.stream(CommunityKind.values())
                        .map(each -> new Option(each.name(), title(each)))
                        .toList(),
                counts(asked, all),
                all.stream()
                        .filter(each -> asked.kinds().contains(each.kind()))
                        .map(each -> line(each, townNames))
                        .toList(),
                today.toString(),
                says && !asked.isOneTown(),
                says && asked.isOneTown(),
                error);
    }

    static String href(String place, String kind) {
        return "/divisions/communities?place=" + place + "&kind=" + kind;
    }

    /** Nothing is shown of kinds that the place does not have. */
    private static List<Count> counts(Asked asked, List<Community> all) {
        String place = asked.within().value();
        var counts = new ArrayList<Count>();
        counts.add(new Count(t("divisions.communities.all"), all.size(), href(place, ""), asked.all()));
        all.stream()
                .collect(Collectors.groupingBy(Community::kind, TreeMap::new, Collectors.counting()))
                .forEach((kind, number) -> counts.add(new Count(
                        title(kind),
                        number,
                        href(place, kind.name()),
                        !asked.all() && asked.kinds().contains(kind))));
        return counts;
    }

    private static Line line(Community community, Map<DivisionCode, String> towns) {
        Division division = community.division();
        return new Line(
                division.code().value(),
                division.name(),
                towns.getOrDefault(division.code().town(), ""),
                community.kind().name(),
                title(community.kind()),
                t(community.said() ? "divisions.communities.said" : "divisions.communities.by-name"),
                community.said());
    }

    private static String title(CommunityKind kind) {
        return t("divisions.communities.kind." + kind.name());
    }
}
