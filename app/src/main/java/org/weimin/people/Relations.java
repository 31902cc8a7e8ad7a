package org.weimin.people;

/** 与户主关系: the codes of GB/T 4761 in the words of the facts dictionary. */
public final class Relations {
    private Relations() {}

    public static String of(String code) {
        return switch (code.isEmpty() ? ' ' : code.charAt(0)) {
            case '0' -> "HEAD";
            case '1' -> "SPOUSE";
            case '2', '3' -> "CHILD";
            case '4' -> "GRANDCHILD";
            case '5' -> "PARENT";
            case '6' -> "GRANDPARENT";
            case '7' -> "SIBLING";
            default -> "OTHER";
        };
    }
}
