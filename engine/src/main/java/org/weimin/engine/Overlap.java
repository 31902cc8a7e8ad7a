package org.weimin.engine;

import org.weimin.kernel.MatterId;

/** 待遇关系: how two matters stand to each other when one person could have both, and the source that says so. */
public sealed interface Overlap {
    Text because();

    String article();

    /** Both are given. */
    record Both(Text because, String article) implements Overlap {}

    /** Only the winner is given. */
    record Excludes(MatterId winner, Text because, String article) implements Overlap {}

    /** The person has the greater of the two. */
    record Higher(Text because, String article) implements Overlap {}

    /** What the other pays is taken off this one; nothing less than nothing. */
    record Offset(MatterId reduced, Text because, String article) implements Overlap {}
}
