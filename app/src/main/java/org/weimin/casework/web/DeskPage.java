package org.weimin.casework.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.casework.DeskTile;
import org.weimin.casework.internal.CaseFilter;
import org.weimin.casework.internal.CaseFilter.Whose;
import org.weimin.casework.internal.Mark;
import org.weimin.casework.internal.SavedFilters;
import org.weimin.casework.internal.Turns;
import org.weimin.casework.internal.Visits;
import org.weimin.casework.internal.WorkList;
import org.weimin.casework.internal.WorkLists;
import org.weimin.intake.Intake;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** The clerk's desk: what it is the official's turn to do, what is due, what is late; nothing decorative. */
@Controller
class DeskPage {
    private static final int FIRST = 12;
    private static final List<WorkList> MINE = List.of(
            WorkList.OPEN, WorkList.SOON, WorkList.OVERDUE, WorkList.HEARINGS, WorkList.RETURNED, WorkList.OBJECTIONS);
    private static final List<WorkList> VISITS = List.of(WorkList.VISITS, WorkList.CONFIRM);
    private static final List<WorkList> HERE =
            List.of(WorkList.OPEN, WorkList.OVERDUE, WorkList.ESCALATED, WorkList.DECIDE, WorkList.PUBLICITY);
    private final WorkLists lists;
    private final CaseRows rows;
    private final Turns turns;
    private final SavedFilters saved;
    private final Intake intake;
    private final ObjectProvider<DeskTile> others;

    DeskPage(
            WorkLists lists,
            CaseRows rows,
            Turns turns,
            SavedFilters saved,
            Intake intake,
            ObjectProvider<DeskTile> others) {
        this.lists = lists;
        this.rows = rows;
        this.turns = turns;
        this.saved = saved;
        this.intake = intake;
        this.others = others;
    }

    @GetMapping("/desk")
    @Requires("shell.desk")
    Page desk() {
        Actor.Staff staff = Acting.staff();
        if (!staff.may("casework.view")) {
            return Page.of("casework/desk", new DeskView(staff.name(), List.of(), List.of(), false));
        }
        Whose whose = turns.isTaken(staff) ? Whose.MINE : Whose.ALL;
        var first = lists.rows(CaseFilter.of(WorkList.OPEN, whose), Mark.START, FIRST);
        return Page.of("casework/desk", new DeskView(staff.name(), groups(staff), rows.of(first), true));
    }

    private List<DeskView.Group> groups(Actor.Staff staff) {
        var groups = new ArrayList<DeskView.Group>();
        if (turns.isTaken(staff)) {
            groups.add(new DeskView.Group(Texts.t("casework.whose.MINE"), mine(staff)));
        }
        if (staff.may(Visits.PERMISSION)) {
            groups.add(new DeskView.Group(Texts.t("casework.survey.title"), tiles(VISITS, Whose.ALL)));
        }
        groups.add(new DeskView.Group(
                Texts.t("casework.whose.ALL"),
                Stream.concat(tiles(HERE, Whose.ALL).stream(), ofOtherRooms(staff))
                        .toList()));
        var named = saved.list();
        if (!named.isEmpty()) {
            groups.add(new DeskView.Group(Texts.t("casework.filter.own"), own(named)));
        }
        return groups;
    }

    private List<DeskView.Tile> own(List<SavedFilters.Saved> named) {
        var filters = named.stream().map(SavedFilters.Saved::filter).toList();
        var counts = lists.counts(filters);
        return IntStream.range(0, named.size())
                .mapToObj(i -> tile(named.get(i).title(), filters.get(i), counts.get(i), "info"))
                .toList();
    }

    private List<DeskView.Tile> mine(Actor.Staff staff) {
        var tiles = tiles(MINE, Whose.MINE);
        if (!staff.may("intake.apply")) {
            return tiles;
        }
        var drafts =
                new DeskView.Tile("/intake", Texts.t("casework.list.drafts"), intake.countDrafts(staff.id()), "idle");
        return Stream.concat(tiles.stream(), Stream.of(drafts)).toList();
    }

    private Stream<DeskView.Tile> ofOtherRooms(Actor.Staff staff) {
        return others.stream().filter(other -> staff.may(other.permission())).map(other -> {
            long count = other.count().getAsLong();
            return new DeskView.Tile(other.href(), Texts.t(other.labelKey()), count, count == 0 ? "idle" : "info");
        });
    }

    private List<DeskView.Tile> tiles(List<WorkList> wanted, Whose whose) {
        var filters = wanted.stream().map(list -> CaseFilter.of(list, whose)).toList();
        var counts = lists.counts(filters);
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> tile(label(wanted.get(i), whose), filters.get(i), counts.get(i), tone(wanted.get(i))))
                .toList();
    }

    private static String label(WorkList list, Whose whose) {
        return Texts.t("casework.list." + (list == WorkList.OPEN ? "OPEN." + whose : list));
    }

    private static String tone(WorkList list) {
        return switch (list) {
            case OVERDUE -> "bad";
            case SOON, ESCALATED -> "warn";
            default -> "info";
        };
    }

    private static DeskView.Tile tile(String label, CaseFilter filter, long count, String tone) {
        return new DeskView.Tile("/cases?" + filter.query(), label, count, count == 0 ? "idle" : tone);
    }
}
