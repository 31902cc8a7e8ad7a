package org.weimin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;
import org.weimin.benefits.Benefits;
import org.weimin.benefits.Entitlement;
import org.weimin.facts.Facts;
import org.weimin.facts.RecordFact;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.kernel.Period;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Subject;
import org.weimin.testing.As;
import org.weimin.testing.TestClock;

/** Aid that somebody receives, and what becomes of it when their circumstances change. */
record AidReceived(String matter, SampleParty who, BeanFactory beans, CaseWalk.Officials officials, TestClock clock) {
    void isRaisedOnAReport(String fact, String value) {
        Money before = received().monthly();
        turnsOut(fact, value);
        walk(officials.street().submit("/rechecks/report?household=" + who.household(), Map.of("ground", "本人报告")));
        assertThat(received().monthly().fen()).isGreaterThan(before.fen());
    }

    void isEndedAfterAHearing(String fact, String value) {
        turnsOut(fact, value);
        var stop = Map.of("matter", matter + "-stop", "payee", person().toString(), "ground", "核对发现");
        CaseWalk walk = walk(officials.street().submit("/cases/stop/new?household=" + who.household(), stop));
        assertThat(walk.file().hearing()).isPresent();
        assertThat(received().until()).isPresent();
    }

    private void turnsOut(String fact, String value) {
        var since = Period.since(clock.today().minusYears(2));
        var found = new RecordFact(new Subject.OfPerson(person()), fact, value, since, "CHECKED", "核对报告");
        As.system(() -> beans.getBean(Facts.class).record(found));
    }

    private CaseWalk walk(String opened) {
        var id = CaseFileId.of(opened.substring("/cases/".length()));
        var walk = new CaseWalk(id, beans, officials);
        CaseWalk.live(List.of(walk), clock);
        walk.demandOver();
        return walk;
    }

    private PersonId person() {
        return who.subject() instanceof Subject.OfPerson(var one) ? one : who.head();
    }

    private Entitlement received() {
        return As.system(() -> beans.getBean(Benefits.class).of(who.subject())).stream()
                .filter(each -> each.matter().equals(new MatterId(matter)))
                .max(java.util.Comparator.comparing(Entitlement::from))
                .orElseThrow();
    }
}
