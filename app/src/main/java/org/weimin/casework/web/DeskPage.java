package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.casework.internal.WorkList;
import org.weimin.casework.internal.WorkLists;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The clerk's desk: what is to do, what is due, what is late; nothing decorative. */
@Controller
class DeskPage {
    private static final int FIRST = 12;
    private final WorkLists lists;
    private final CaseRows rows;
    private final Intake intake;

    DeskPage(WorkLists lists, CaseRows rows, Intake intake) {
        this.lists = lists;
        this.rows = rows;
        this.intake = intake;
    }

    @GetMapping("/desk")
    @Requires("shell.desk")
    Page desk() {
        Actor.Staff staff = Acting.staff();
        if (!staff.may("casework.view")) {
            return Page.of("casework/desk", new DeskView(staff.name(), List.of(), List.of(), false));
        }
        WorkList own = staff.may("casework.decide") ? WorkList.DECIDE : WorkList.TODO;
        var first = lists.rows(new WorkLists.Filter(own, "", ""), FIRST, 0);
        return Page.of("casework/desk", new DeskView(staff.name(), tiles(staff), rows.of(first), true));
    }

    private List<DeskView.Tile> tiles(Actor.Staff staff) {
        var wanted = new ArrayList<WorkList>();
        if (staff.may("casework.decide")) {
            wanted.addAll(List.of(WorkList.DECIDE, WorkList.ESCALATED));
        }
        if (staff.may("casework.handle")) {
            wanted.add(WorkList.TODO);
        }
        wanted.addAll(List.of(
                WorkList.SOON,
                WorkList.OVERDUE,
                WorkList.HEARINGS,
                WorkList.RETURNED,
                WorkList.OBJECTIONS,
                WorkList.PUBLICITY));
        Map<WorkList, Long> counts = lists.counts(wanted);
        var tiles = new ArrayList<DeskView.Tile>();
        wanted.forEach(list -> tiles.add(tile(list, counts.getOrDefault(list, 0L))));
        if (staff.may("intake.apply")) {
            long drafts = intake.countDrafts(staff.id());
            tiles.add(new DeskView.Tile("/intake", Texts.t("casework.list.drafts"), drafts, "idle"));
        }
        return tiles;
    }

    private static DeskView.Tile tile(WorkList list, long count) {
        String tone = count == 0
                ? "idle"
                : list == WorkList.OVERDUE
                        ? "bad"
                        : list == WorkList.SOON || list == WorkList.ESCALATED ? "warn" : "info";
        return new DeskView.Tile("/cases?list=" + list, Texts.t("casework.list." + list), count, tone);
    }
}
