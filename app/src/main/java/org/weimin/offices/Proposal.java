package org.weimin.offices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.StaffId;

/** 调整方案: moves that one official proposes and another one confirms. */
public record Proposal(
        UUID id,
        Kind kind,
        DivisionCode place,
        String title,
        String spread,
        LocalDate madeOn,
        StaffId madeBy,
        Optional<LocalDate> confirmedOn,
        List<Move> moves) {
    public Proposal {
        moves = List.copyOf(moves);
    }

    /** Villages between the people of one office, or posts between offices. */
    public enum Kind {
        VILLAGES,
        POSTS
    }

    /** A village to a person, or so many posts to the office of a town. */
    public sealed interface Move {
        DivisionCode area();

        record VillageTo(DivisionCode area, UUID member) implements Move {}

        record PostsOf(DivisionCode area, int posts) implements Move {}
    }
}
