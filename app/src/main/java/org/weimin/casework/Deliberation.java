package org.weimin.casework;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.weimin.kernel.Refused;

/** 民主评议: who sat on the panel, how it voted, and what was said; what it finds binds nobody who decides. */
public record Deliberation(LocalDate heldOn, String place, String chair, Panel panel, Votes votes, String minutes) {
    /** 评议小组: its members by name and by what they sit for; {@code absent} names those of them who did not come. */
    public record Panel(List<String> residents, List<String> committee, List<String> others, List<String> absent) {
        public Panel {
            residents = List.copyOf(residents);
            committee = List.copyOf(committee);
            others = List.copyOf(others);
            absent = List.copyOf(absent);
        }

        public List<String> members() {
            return Stream.of(residents, committee, others).flatMap(List::stream).toList();
        }

        public int present() {
            return members().size() - absent.size();
        }

        private void check() {
            var seen = new HashSet<String>();
            members().stream().filter(name -> !seen.add(name)).findFirst().ifPresent(name -> {
                throw new Refused("casework.deliberation.twice", name);
            });
            absent.stream().filter(name -> !seen.remove(name)).findFirst().ifPresent(name -> {
                throw new Refused("casework.deliberation.absent-unknown", name);
            });
        }
    }

    /** 表决: whoever is present votes or abstains. */
    public record Votes(int inFavour, int against, int abstained) {
        public int cast() {
            return inFavour + against + abstained;
        }
    }

    public Deliberation {
        if (place.isBlank() || chair.isBlank() || minutes.isBlank()) {
            throw new Refused("casework.deliberation.incomplete");
        }
        panel.check();
        if (votes.inFavour() < 0 || votes.against() < 0 || votes.abstained() < 0 || votes.cast() != panel.present()) {
            throw new Refused("casework.deliberation.votes.sum", votes.cast(), panel.present());
        }
    }
}
