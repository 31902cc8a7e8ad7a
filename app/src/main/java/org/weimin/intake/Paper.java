package org.weimin.intake;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 材料: one paper that lies with an application or a case, as its pixels; what is on it is sealed.
 *
 * @param title what it shows: the material's name, or the visit's
 */
public record Paper(UUID id, UUID owner, Kind kind, String title, LocalDate keptOn) {
    /** What it is. */
    public enum Kind {
        MATERIAL,
        PHOTO,
        SIGNATURE
    }
}
