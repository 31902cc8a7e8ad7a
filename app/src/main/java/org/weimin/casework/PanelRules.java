package org.weimin.casework;

import org.weimin.kernel.Refused;

/** 评议规则: what a place asks of a panel of democratic review; shares are written as fractions, exact to the person. */
public record PanelRules(Size size, Share residentsLeast, Share committeeMost, Share quorum, Share passOver) {
    /** How many members at least, and whether their number has to be odd. */
    public record Size(int least, boolean odd) {}

    /** A part of a whole, such as {@code 1/3}. */
    public record Share(int part, int whole) {
        public static Share of(String fraction) {
            String[] written = fraction.split("/", -1);
            return new Share(Integer.parseInt(written[0].strip()), Integer.parseInt(written[1].strip()));
        }

        /** Negative where {@code count} is less than this share of {@code all}, zero where it is exactly that. */
        int compare(int count, int all) {
            return Integer.compare(count * whole, all * part);
        }

        @Override
        public String toString() {
            return part + "/" + whole;
        }
    }

    public void demand(Deliberation held) {
        Deliberation.Panel panel = held.panel();
        int members = panel.members().size();
        if (members < size.least()) {
            throw new Refused("casework.deliberation.small", members, size.least());
        }
        if (size.odd() && members % 2 == 0) {
            throw new Refused("casework.deliberation.even", members);
        }
        if (residentsLeast.compare(panel.residents().size(), members) < 0) {
            throw new Refused(
                    "casework.deliberation.residents.few", panel.residents().size(), members, residentsLeast);
        }
        if (committeeMost.compare(panel.committee().size(), members) > 0) {
            throw new Refused(
                    "casework.deliberation.committee.many", panel.committee().size(), members, committeeMost);
        }
        if (quorum.compare(panel.present(), members) < 0) {
            throw new Refused("casework.deliberation.quorum", panel.present(), members, quorum);
        }
    }

    public boolean isPassed(Deliberation held) {
        return passOver.compare(held.votes().inFavour(), held.panel().present()) > 0;
    }
}
