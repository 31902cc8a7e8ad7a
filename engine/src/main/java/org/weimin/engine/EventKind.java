package org.weimin.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.weimin.kernel.MatterId;

/**
 * 事件种类: something that happens to a person, an organisation, a place or a standard, where it is heard of, and what has
 * to be true before it acts by itself.
 *
 * @param terms what it comes with, and the filters, asked in their order: the first that fails hands it to a person
 * @param age the age that is reached, for the kinds that the calendar brings
 * @param expiry the paper that runs out, for the kinds that the calendar brings
 */
public record EventKind(
        String code,
        Text title,
        About about,
        List<Source> sources,
        Text origin,
        Terms terms,
        OptionalInt age,
        Optional<Expiry> expiry) {

    /** 事件对象. */
    public enum About {
        PERSON,
        HOUSEHOLD,
        ORGANISATION,
        DIVISION,
        MATTER
    }

    /** 事件来源: a register of this office, the feed of another bureau, a file, a clerk, the calendar, a publication. */
    public enum Source {
        REGISTER,
        FEED,
        FILE,
        CLERK,
        CALENDAR,
        POLICY
    }

    /** 随报内容: what comes with the event besides whom and when; ids, dates, amounts and codes only. */
    public enum Detail {
        OTHER_PERSON,
        AMOUNT,
        UNTIL,
        PLACE,
        CODE
    }

    /** 过滤规则: what is asked of an event before it acts by itself. */
    public enum Filter {
        KNOWN_SUBJECT,
        COMPLETE,
        NOT_IN_FUTURE,
        NOT_CONTRADICTED,
        AFTER_BIRTH,
        ALIVE_THEN,
        OTHER_PERSON_KNOWN,
        UNMARRIED,
        MARRIED,
        UNDERAGE,
        AGE_REACHED,
        BEGUN_BEFORE,
        IN_THIS_COUNTY
    }

    /**
     * 登记来源: the matter of this office whose decision tells of it, and the facts that say to whom, with whom and when;
     * {@code self} is the subject of the decision, and nothing written is nobody.
     */
    public record Entry(MatterId matter, String subject, String other, String on) {
        public static final String SELF = "self";

        static Entry read(Yaml line) {
            return new Entry(
                    new MatterId(line.text("matter")),
                    line.text("subject", SELF),
                    line.text("other", ""),
                    line.text("on", ""));
        }
    }

    /** 证件到期: the fact that says through which day a paper holds, and how many months before that it counts. */
    public record Expiry(String fact, int monthsBefore) {
        static Expiry read(Yaml line) {
            return new Expiry(line.text("fact"), line.has("monthsBefore") ? line.count("monthsBefore") : 0);
        }

        /** A paper that holds through its last day has run out on the next. */
        public LocalDate on(LocalDate last) {
            return monthsBefore == 0 ? last.plusDays(1) : last.minusMonths(monthsBefore);
        }
    }

    /** 启动条件: the parameter of a matter that tells of it, and the one that it has to reach. */
    public record Trigger(MatterId matter, String parameter, String reaches) {
        static Trigger read(Yaml line) {
            return new Trigger(new MatterId(line.text("matter")), line.text("parameter"), line.text("reaches"));
        }
    }

    /** What comes with it, what is asked before it acts, what it ends, and which decisions and figures tell of it. */
    public record Terms(
            List<Detail> asks,
            List<Filter> filters,
            Optional<String> endOf,
            List<Entry> entries,
            List<Trigger> triggers) {}

    public List<Filter> filters() {
        return terms.filters();
    }

    public List<Entry> entries() {
        return terms.entries();
    }

    public List<Trigger> triggers() {
        return terms.triggers();
    }

    /** The kind that begins what this one ends. */
    public Optional<String> endOf() {
        return terms.endOf();
    }

    public List<Detail> asks() {
        return terms.asks();
    }

    static EventKind read(Yaml line) {
        return new EventKind(
                line.text("code"),
                line.bilingual("title"),
                line.choice("about", About.class),
                line.choices("sources", Source.class),
                line.bilingual("origin"),
                new Terms(
                        line.choices("asks", Detail.class),
                        line.choices("filters", Filter.class),
                        line.find("endOf"),
                        line.children("entries").stream().map(Entry::read).toList(),
                        line.children("triggers").stream().map(Trigger::read).toList()),
                line.has("age") ? OptionalInt.of(line.count("age")) : OptionalInt.empty(),
                line.has("expiry") ? Optional.of(Expiry.read(line.child("expiry"))) : Optional.empty());
    }
}
