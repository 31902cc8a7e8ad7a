package org.weimin.casework.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.weimin.access.Staffing;
import org.weimin.casework.internal.Load;
import org.weimin.casework.internal.WorkLists;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;

/** 工作量: how much lies with each street and each official; every number opens its list. */
@Controller
class LoadPage {
    private final WorkLists lists;
    private final Divisions divisions;
    private final Staffing staffing;

    LoadPage(WorkLists lists, Divisions divisions, Staffing staffing) {
        this.lists = lists;
        this.divisions = divisions;
        this.staffing = staffing;
    }

    @GetMapping("/cases/load")
    @Requires("casework.view")
    Page load() {
        return Page.of("casework/load", new LoadView(lines(Load.By.TOWN), lines(Load.By.HANDLER)));
    }

    private List<LoadView.Line> lines(Load.By by) {
        return lists.loads(by).stream()
                .map(load -> switch (by) {
                    case TOWN ->
                        new LoadView.Line(
                                divisions.shortName(new DivisionCode(load.key())), "place=" + load.key(), load);
                    case HANDLER ->
                        new LoadView.Line(
                                staffing.name(new StaffId(UUID.fromString(load.key()))), "handler=" + load.key(), load);
                })
                .toList();
    }
}
