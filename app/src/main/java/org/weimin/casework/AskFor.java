package org.weimin.casework;

import java.util.Set;

/**
 * 一次性告知: everything that is missing, told at once.
 *
 * @param materials ids of the papers of the form
 * @param more what else, one thing on each line
 */
public record AskFor(Set<String> materials, String more) {
    public AskFor {
        materials = Set.copyOf(materials);
        more = more.strip();
    }
}
