package org.weimin.benefits;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.benefits.internal.FollowUpStore;
import org.weimin.benefits.internal.RosterStore;
import org.weimin.kernel.Money;
import org.weimin.shell.PageOf;

/** 花名册: who receives what in a month, and what has to be followed up. Reads only. */
@Service
@Transactional(readOnly = true)
public class Roster {
    private final RosterStore roster;
    private final FollowUpStore followUps;

    Roster(RosterStore roster, FollowUpStore followUps) {
        this.roster = roster;
        this.followUps = followUps;
    }

    public PageOf<RosterRow> list(RosterFilter filter, int page) {
        return roster.list(filter, page);
    }

    public List<RosterRow> all(RosterFilter filter) {
        return roster.all(filter);
    }

    public Money total(RosterFilter filter) {
        return roster.total(filter);
    }

    public List<Overpayment> overpayments() {
        return followUps.overpayments();
    }
}
