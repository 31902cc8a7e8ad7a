package org.weimin.linkage;

import java.time.LocalDate;
import java.util.List;
import org.weimin.engine.LinkageTable.Line;
import org.weimin.engine.LinkageTable.Rates;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;

/**
 * 整合图: the lines of business of the office, each with its own queue, what ties them together, and whether each link is
 * worth what it takes.
 *
 * @param since from which day the gains are counted
 * @param months for how many months the links were kept
 */
public record IntegrationMap(
        LocalDate since, int months, Rates rates, List<Standing> lines, List<Tie> ties, List<Link> links) {
    public IntegrationMap {
        lines = List.copyOf(lines);
        ties = List.copyOf(ties);
        links = List.copyOf(links);
    }

    /** 业务线现状: what one line has to do and to pay. */
    public record Standing(Line line, int matters, Queue queue, long receiving, Money monthly) {}

    /** 队列: what is open, what of it is late, what was closed since, and how many officials have it in hand. */
    public record Queue(long open, long late, long closed, long hands) {
        public static final Queue EMPTY = new Queue(0, 0, 0, 0);
    }

    /** 联动链: one event in one matter. */
    public record Link(String event, MatterId matter, Gain gain) {}

    public Gain total() {
        return links.stream().map(Link::gain).reduce(Gain.NONE, Gain::plus);
    }
}
