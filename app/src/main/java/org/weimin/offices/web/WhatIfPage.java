package org.weimin.offices.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.weimin.divisions.OrgUnit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.offices.Balancing;
import org.weimin.offices.Load;
import org.weimin.offices.Loads;
import org.weimin.offices.Member;
import org.weimin.offices.Office;
import org.weimin.offices.Offices;
import org.weimin.offices.Proposal;
import org.weimin.offices.Proposal.Move;
import org.weimin.offices.Spread;
import org.weimin.offices.Village;
import org.weimin.shell.Option;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 均衡试算: choose moves or ask for some, see what they would change, and propose them. */
@Controller
class WhatIfPage {
    /** How a choice stands in the address: {@code to.310117003001=…}. */
    private static final String CHOICE = "to.";

    private static final int MOST_POSTS = 500;
    private static final int WHOLE = 100;
    private final Offices offices;
    private final Loads loads;
    private final Balancing balancing;
    private final Where where;

    WhatIfPage(Offices offices, Loads loads, Balancing balancing, Where where) {
        this.offices = offices;
        this.loads = loads;
        this.balancing = balancing;
        this.where = where;
    }

    /** Some moves of one kind, worked out: what each would carry, and what differs from today. */
    private record Trial(WhatIfView view, List<Move> moves) {}

    @GetMapping("/offices/what-if")
    @Requires("offices.lead")
    Page show(@RequestParam Map<String, String> asked) {
        return Page.of("offices/whatIf", trial(asked).view());
    }

    @PostMapping("/offices/what-if")
    @Requires("offices.propose")
    Page propose(@RequestParam Map<String, String> asked) {
        Trial trial = trial(asked);
        WhatIfView view = trial.view();
        UUID id = balancing.propose(
                Proposal.Kind.valueOf(view.kind()),
                where.place(view.place()),
                asked.getOrDefault("title", ""),
                view.before() + " → " + view.after(),
                trial.moves());
        return Page.redirect("/offices/what-if/proposals/" + id, "offices.proposal.made");
    }

    private Trial trial(Map<String, String> asked) {
        DivisionCode place = where.place(asked.getOrDefault("place", ""));
        List<Office> shown = offices.list(place, where.today()).stream()
                .filter(office -> office.unit().kind() == OrgUnit.Kind.STREET_OFFICE)
                .toList();
        var villages = loads.villages(shown.stream().map(Office::unit).toList(), place);
        boolean suggest = asked.containsKey("suggest");
        return shown.size() == 1
                ? ofVillages(
                        shown.getFirst(), villages.getOrDefault(shown.getFirst().unit(), List.of()), asked, suggest)
                : ofPosts(place, shown, villages, asked, suggest);
    }

    private Trial ofVillages(Office office, List<Village> row, Map<String, String> asked, boolean suggest) {
        Map<UUID, Member> people = office.members().stream()
                .collect(Collectors.toMap(Member::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        var suggested = suggest ? Balancing.suggestVillages(row, office.members()) : Map.<DivisionCode, UUID>of();
        var then = new LinkedHashMap<DivisionCode, UUID>();
        for (Village village : row) {
            Optional.ofNullable(suggested.get(village.code()))
                    .or(() -> chosen(asked, village.code())
                            .map(WhatIfPage::member)
                            .filter(people::containsKey))
                    .or(village::member)
                    .ifPresent(member -> then.put(village.code(), member));
        }
        var before = Loads.byMember(row);
        var after = Balancing.supposed(row, then);
        List<Move> moves = row.stream()
                .flatMap(village -> Optional.ofNullable(then.get(village.code()))
                        .filter(member -> !village.member().equals(Optional.of(member)))
                        .<Move>map(member -> new Move.VillageTo(village.code(), member))
                        .stream())
                .toList();
        var shares = shares(office.members(), before, after);
        var view = new WhatIfView(
                office.unit().area().value(),
                office.unit().name(),
                Proposal.Kind.VILLAGES.name(),
                row.stream()
                        .map(village -> line(village, people, Optional.ofNullable(then.get(village.code()))))
                        .toList(),
                shares,
                spread(office.members().stream()
                        .map(each -> points(before, each.id()))
                        .toList()),
                spread(office.members().stream()
                        .map(each -> points(after, each.id()))
                        .toList()),
                !moves.isEmpty(),
                Acting.current().may("offices.propose"),
                people.values().stream()
                        .map(each -> new Option(each.id().toString(), each.who().name()))
                        .toList());
        return new Trial(view, moves);
    }

    private static WhatIfView.Line line(Village village, Map<UUID, Member> people, Optional<UUID> then) {
        return new WhatIfView.Line(
                village.code().value(),
                village.name(),
                Texts.t(
                        "offices.what-if.village",
                        village.load().residents(),
                        village.load().recipients(),
                        village.load().open(),
                        village.load().points().toPlainString()),
                village.member()
                        .map(people::get)
                        .map(member -> member.who().name())
                        .orElse(Texts.t("offices.what-if.nobody")),
                then.map(UUID::toString).orElse(""),
                !village.member().equals(then));
    }

    private static List<WhatIfView.Share> shares(List<Member> people, Map<UUID, Load> before, Map<UUID, Load> after) {
        BigDecimal most = people.stream()
                .flatMap(each -> List.of(points(before, each.id()), points(after, each.id())).stream())
                .reduce(BigDecimal.ONE, BigDecimal::max);
        return people.stream()
                .map(each -> share(each.who().name(), points(before, each.id()), points(after, each.id()), most))
                .toList();
    }

    /** One office with what lies there, and its posts before and after. */
    private record Town(Office office, BigDecimal points, int now, int then) {
        DivisionCode code() {
            return office.unit().area();
        }

        String name() {
            return office.unit().name();
        }

        BigDecimal before() {
            return per(now);
        }

        BigDecimal after() {
            return per(then);
        }

        private BigDecimal per(int posts) {
            return points.divide(new BigDecimal(Math.max(1, posts)), 1, RoundingMode.HALF_UP);
        }
    }

    private Trial ofPosts(
            DivisionCode place,
            List<Office> shown,
            Map<OrgUnit, List<Village>> villages,
            Map<String, String> asked,
            boolean suggest) {
        List<Town> towns = towns(shown, villages, asked, suggest);
        int posts = towns.stream().mapToInt(Town::now).sum();
        int given = towns.stream().mapToInt(Town::then).sum();
        if (given != posts && asked.containsKey("title")) {
            throw new Refused("offices.what-if.posts", given, posts);
        }
        List<Move> moves = towns.stream()
                .filter(town -> town.now() != town.then())
                .<Move>map(town -> new Move.PostsOf(town.code(), town.then()))
                .toList();
        BigDecimal most =
                towns.stream().map(town -> town.before().max(town.after())).reduce(BigDecimal.ONE, BigDecimal::max);
        var view = new WhatIfView(
                place.value(),
                given == posts ? "" : Texts.t("offices.what-if.sum", given, posts),
                Proposal.Kind.POSTS.name(),
                towns.stream().map(WhatIfPage::line).toList(),
                towns.stream()
                        .map(town -> share(town.name(), town.before(), town.after(), most))
                        .toList(),
                spread(towns.stream().map(Town::before).toList()),
                spread(towns.stream().map(Town::after).toList()),
                !moves.isEmpty() && given == posts,
                Acting.current().may("offices.propose"),
                List.of());
        return new Trial(view, moves);
    }

    /** The offices whose posts are on record; what was chosen, or what would be most even. */
    private static List<Town> towns(
            List<Office> shown, Map<OrgUnit, List<Village>> villages, Map<String, String> asked, boolean suggest) {
        List<Town> now = shown.stream()
                .filter(office -> office.premises().isPresent())
                .map(office -> {
                    int posts = office.figures().posts();
                    var points = Loads.sum(villages.getOrDefault(office.unit(), List.of()))
                            .points();
                    int then = chosen(asked, office.unit().area())
                            .map(WhatIfPage::count)
                            .orElse(posts);
                    return new Town(office, points, posts, then);
                })
                .toList();
        if (!suggest) {
            return now;
        }
        var loads = new LinkedHashMap<DivisionCode, BigDecimal>();
        now.forEach(town -> loads.put(town.code(), town.points()));
        var best =
                Balancing.suggestPosts(loads, now.stream().mapToInt(Town::now).sum());
        return now.stream()
                .map(town ->
                        new Town(town.office(), town.points(), town.now(), best.getOrDefault(town.code(), town.now())))
                .toList();
    }

    private static WhatIfView.Line line(Town town) {
        return new WhatIfView.Line(
                town.code().value(),
                town.name(),
                Texts.t(
                        "offices.what-if.office",
                        town.points().toPlainString(),
                        town.office().members().size()),
                String.valueOf(town.now()),
                String.valueOf(town.then()),
                town.now() != town.then());
    }

    private static WhatIfView.Share share(String name, BigDecimal before, BigDecimal after, BigDecimal most) {
        return new WhatIfView.Share(
                name, before.toPlainString(), after.toPlainString(), percent(before, most), percent(after, most));
    }

    private static int percent(BigDecimal some, BigDecimal most) {
        return some.multiply(new BigDecimal(WHOLE))
                .divide(most, 0, RoundingMode.HALF_UP)
                .min(new BigDecimal(WHOLE))
                .intValue();
    }

    private static BigDecimal points(Map<UUID, Load> loads, UUID member) {
        return loads.getOrDefault(member, Load.NOTHING).points();
    }

    private static String spread(List<BigDecimal> loads) {
        Spread spread = Spread.of(loads);
        return Texts.t(
                "offices.spread",
                spread.maxOverMean().toPlainString(),
                spread.gini().toPlainString());
    }

    private static Optional<String> chosen(Map<String, String> asked, DivisionCode code) {
        return Optional.ofNullable(asked.get(CHOICE + code)).filter(typed -> !typed.isBlank());
    }

    private static UUID member(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound(typed);
        }
    }

    private static int count(String typed) {
        if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) > MOST_POSTS) {
            throw new Refused("offices.what-if.count", MOST_POSTS);
        }
        return Integer.parseInt(typed);
    }
}
