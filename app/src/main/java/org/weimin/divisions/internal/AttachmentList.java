package org.weimin.divisions.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.weimin.divisions.Attachment;
import org.weimin.kernel.DivisionCode;

/** The rule {@code divisions/attached.csv}: which street is responsible for a statistical zone, and why. */
@Component
public class AttachmentList {
    private static final int TOWN_FROM = 6;
    private static final int TOWN_UNTIL = 9;
    private static final int FIRST_NUMBER = 400;
    private static final int LAST_NUMBER = 599;
    private final Map<DivisionCode, Attachment> byZone;

    AttachmentList() {
        byZone = read().stream().collect(Collectors.toUnmodifiableMap(Attachment::zone, Function.identity()));
    }

    /**
     * 类似乡级单位: the numbers of zones, farms and the like; streets and towns have those below. Every family that is
     * entered asks for its area: only these are worth a question. 统计用区划代码和城乡划分代码编制规则 (2009)
     */
    public static boolean isNoLegalTown(DivisionCode town) {
        if (town.value().length() != TOWN_UNTIL) {
            return false;
        }
        int number = Integer.parseInt(town.value().substring(TOWN_FROM));
        return number >= FIRST_NUMBER && number <= LAST_NUMBER;
    }

    public Optional<Attachment> attachmentOf(DivisionCode place) {
        return Optional.ofNullable(byZone.get(place.town()));
    }

    public List<Attachment> attachedTo(DivisionCode street) {
        return byZone.values().stream()
                .filter(attachment -> attachment.street().equals(street))
                .toList();
    }

    private static List<Attachment> read() {
        InputStream file = Objects.requireNonNull(
                AttachmentList.class.getResourceAsStream("/divisions/attached.csv"), "attached.csv is in the jar");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(AttachmentList::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Attachment row(String[] cells) {
        var zone = new DivisionCode(cells[0]);
        if (!isNoLegalTown(zone)) {
            throw new IllegalStateException(zone + " is a town of its own and attached to none");
        }
        return new Attachment(zone, new DivisionCode(cells[1]), cells[2]);
    }
}
