package org.weimin.offices;

import java.util.List;
import java.util.stream.Stream;

/** 计数项: what is counted of the work of an office, and what of it was missed. Each count opens the list of its rows. */
public enum Measure {
    OPEN(Sort.WORK),
    VISITS(Sort.WORK),
    SOON(Sort.WORK),
    CLOSED(Sort.WORK),
    /** 不公: a decision that a correction changed. */
    OVERTURNED(Sort.UNFAIR),
    /** 不公: the screening says otherwise than the record, of somebody who receives or has asked. */
    WRONGLY(Sort.UNFAIR),
    /** 不公: what looked odd was looked into, and was so. */
    ANOMALY(Sort.UNFAIR),
    /** 不及时. */
    DEADLINE(Sort.LATE),
    PAID_LATE(Sort.LATE),
    /** 不到位. */
    RETURNED(Sort.NOT_DELIVERED),
    UNSERVED(Sort.NOT_DELIVERED),
    NEVER_ASKED(Sort.NOT_DELIVERED);

    /** 类别: work that lies there, or one of the three ways to miss what is due. */
    public enum Sort {
        WORK,
        UNFAIR,
        LATE,
        NOT_DELIVERED
    }

    private final Sort sort;

    Measure(Sort sort) {
        this.sort = sort;
    }

    public Sort sort() {
        return sort;
    }

    /** What the index of what was missed is made of. */
    public static List<Measure> ofIndex() {
        return Stream.of(values()).filter(each -> each.sort != Sort.WORK).toList();
    }

    /** The parameter that says how much it weighs: {@code weightPaidLate}. */
    public String weight() {
        var name = new StringBuilder("weight");
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return name.toString();
    }
}
