package org.weimin.audit.web;

import static org.weimin.shell.Texts.t;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.weimin.audit.Deed;
import org.weimin.audit.Entry;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.PageOf;
import org.weimin.shell.Texts;

/** What the audit page prints. */
public record AuditView(String about, String by, List<Choice> actions, PageOf<Line> lines, String url) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessClock.ZONE);

    /** One kind of deed to choose from. */
    public record Choice(String value, String label, boolean chosen) {}

    /** One deed; {@code businessDay} is said only where it differs from the machine's day. */
    public record Line(
            String at,
            String businessDay,
            String who,
            String byHref,
            String role,
            String action,
            String what,
            String subject,
            String aboutHref,
            String purpose) {}

    static AuditView of(Deed.Search search, PageOf<Deed> deeds) {
        var chosen = search.action();
        var actions = Arrays.stream(Entry.Action.values())
                .map(action -> new Choice(
                        action.name(),
                        t("audit.action." + action),
                        chosen.filter(action::equals).isPresent()))
                .toList();
        String about = search.about().map(String::valueOf).orElse("");
        String by = search.by().orElse("");
        return new AuditView(
                about,
                by,
                actions,
                new PageOf<>(
                        deeds.rows().stream().map(AuditView::line).toList(),
                        deeds.number(),
                        deeds.size(),
                        deeds.total()),
                "/audit?about=" + about + "&by=" + by + "&action="
                        + chosen.map(Enum::name).orElse(""));
    }

    private static Line line(Deed deed) {
        String written = MINUTE.format(deed.writtenAt());
        String business = day(deed.businessAt());
        var entry = deed.entry();
        String subject = entry.subjectId().map(String::valueOf).orElse("");
        return new Line(
                written,
                written.startsWith(business) ? "" : business,
                deed.who().name().isEmpty()
                        ? t("audit.actor." + deed.who().kind())
                        : deed.who().name(),
                "/audit?by=" + deed.who().key(),
                either("access.role.", deed.who().cause()),
                t("audit.action." + entry.action()),
                either("audit.what.", entry.what()),
                subject.isEmpty() ? "" : subject.substring(subject.length() - 12),
                subject.isEmpty() ? "" : "/audit?about=" + subject,
                entry.purpose());
    }

    /** The words for a code where there are some, else the code. */
    private static String either(String prefix, String code) {
        return Texts.has(prefix + code) ? t(prefix + code) : code;
    }

    private static String day(Instant instant) {
        return instant.atZone(BusinessClock.ZONE).toLocalDate().toString();
    }
}
