package org.weimin.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Division;
import org.weimin.intake.ChangeReport;
import org.weimin.intake.Changes;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.people.Family;
import org.weimin.people.Parties;
import org.weimin.people.People;

/** 社区日常: what waits for the community worker of the main journey: visits, what residents told, whom to look after. */
@Component
class CommunityDay {
    private final DemoLoad load;
    private final OpenCases cases;
    private final People people;
    private final Parties parties;
    private final Changes changes;
    private final BusinessClock clock;

    CommunityDay(DemoLoad load, OpenCases cases, People people, Parties parties, Changes changes, BusinessClock clock) {
        this.load = load;
        this.cases = cases;
        this.people = people;
        this.parties = parties;
        this.changes = changes;
        this.clock = clock;
    }

    /** New neighbours with little, inside the transaction of the load: those of the main journey stay as they are. */
    List<Family> settle(DemoLoad.Filled filled) {
        Division home = load.ownCommunities().stream()
                .filter(community -> community.code().equals(MainJourney.COMMUNITY))
                .findFirst()
                .orElseThrow();
        var households = filled.county().households();
        List<Drawn> drawn = List.of(
                        households.alone(home, 76, 84),
                        households.singleParent(home),
                        households.grandparentAndChild(home),
                        households.couple(home, 66, 74, 0))
                .stream()
                .map(family -> Drawn.ordinary(family, filled.county().means().poor(family)))
                .toList();
        load.enrol(drawn, new WelfareFacts(new Chance(drawn.size()), clock.today()), new ArrayList<>());
        return drawn.stream().map(Drawn::family).toList();
    }

    /** Outside any transaction: every step is one official's own. */
    void beginTheDay(List<Family> neighbours) {
        Family old = neighbours.get(0);
        Family mother = neighbours.get(1);
        Family grandmother = neighbours.get(2);
        Family couple = neighbours.get(3);
        people.tag(head(old), "高龄困难老人", clock.today().minusMonths(7));
        people.tag(grandmother.relatives().getLast().id(), "困境儿童", clock.today().minusMonths(4));
        people.tag(head(couple), "计划生育特殊家庭", clock.today().minusMonths(9));
        cases.waitForVisit(List.of(mother, couple));
        tell(old, ChangeReport.Kind.HEALTH, 4, "上月在家里摔了一跤，现在走路要人扶，买菜做饭都困难，想问问有没有人能上门照料。");
        tell(mother, ChangeReport.Kind.JOB, 9, "原来的超市月底关门，下个月起没有工作了，正在找新的。");
        tell(grandmother, ChangeReport.Kind.FAMILY, 15, "孩子的父亲下周从外地回来同住，以后由他接送上学。");
    }

    private void tell(Family family, ChangeReport.Kind kind, int daysAgo, String words) {
        LocalDate since = clock.today().minusDays(daysAgo);
        var party = parties.of(new Subject.OfHousehold(family.id()), clock.today());
        changes.report(party, head(family), kind, since, words);
    }

    private static PersonId head(Family family) {
        return family.relatives().getFirst().id();
    }
}
