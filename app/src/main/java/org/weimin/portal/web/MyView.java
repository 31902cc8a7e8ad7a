package org.weimin.portal.web;

import java.util.List;

/** What the pages of the own file print. */
public final class MyView {
    private MyView() {}

    public record Home(String name, List<Draft> drafts, List<CaseLine> cases) {}

    public record Draft(String href, String title, String startedOn) {}

    public record CaseLine(String href, String title, String who, String stage, String openedOn) {}

    public record Case(
            String id,
            String number,
            ProgressView.Case progress,
            List<Letter> letters,
            WayBack wayBack,
            String remedy) {}

    public record Letter(String href, String title, String writtenOn) {}

    /** Whether the application may be taken back, whether that needs no reason yet, whether one may disagree. */
    public record WayBack(boolean open, boolean atOnce, boolean decided) {}

    /** 幸福清单: what the household receives and has received. */
    public record Received(String month, String total, List<Gift> now, List<Gift> before, List<Paper> papers) {}

    /** One kind of help; {@code next} is the month that is paid next, empty where nothing is outstanding. */
    public record Gift(
            String title, String who, String amount, String since, String through, String next, List<Month> months) {}

    public record Month(String month, String amount, String state) {}

    public record Paper(String title, String number, String who, String valid) {}

    /** {@code home}: whether there is a household to work it out for. */
    public record Possible(boolean home, List<Chance> likely, List<Chance> unclear, List<Chance> unlikely) {}

    /** One matter for the household or one of it; {@code ask} is empty where there is nothing to tick. */
    public record Chance(String title, String who, String amount, String ask, String note) {}

    public record Look(String at, String who, String role, String what, String about) {}

    public record Looks(List<Look> looks) {}

    public record Changes(String today, List<org.weimin.shell.Option> kinds, String error, List<Told> told) {}

    public record Told(String kind, String since, String words, String reportedOn, String answer) {}
}
