package org.weimin.screening.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.weimin.engine.population.Column;
import org.weimin.kernel.MatterId;

/** 在领待遇: what each row of a chunk receives a month under each matter. */
final class Received {
    static final long NOTHING = -1;
    private final WordList words;
    private final long[][] ofHousehold;
    private final long[][] ofMember;
    private final List<Departed> departed = new ArrayList<>();

    /** Somebody who receives and is not there to be judged: dead, or of no household. */
    record Departed(int matter, UUID person, int household, long receivedFen) {}

    Received(List<MatterId> matters) {
        this.words = new WordList(matters.stream().map(MatterId::value).toList());
        this.ofHousehold = new long[matters.size()][0];
        this.ofMember = new long[matters.size()][0];
    }

    void clear(int households, int members) {
        departed.clear();
        for (int matter = 0; matter < ofHousehold.length; matter++) {
            ofHousehold[matter] = emptied(ofHousehold[matter], households);
            ofMember[matter] = emptied(ofMember[matter], members);
        }
    }

    private static long[] emptied(long[] amounts, int rows) {
        long[] room = amounts.length < rows ? new long[rows] : amounts;
        Arrays.fill(room, NOTHING);
        return room;
    }

    WordList matters() {
        return words;
    }

    void household(int matter, int row, long fen) {
        ofHousehold[matter][row] = fen;
    }

    void member(int matter, int row, long fen) {
        ofMember[matter][row] = fen;
    }

    void departed(int matter, UUID person, int household, long fen) {
        departed.add(new Departed(matter, person, household, fen));
    }

    /** A register says that it is received, even where no amount is known. */
    void registered(int matter, boolean byPersons, Column gives, int rows) {
        long[] amounts = byPersons ? ofMember[matter] : ofHousehold[matter];
        for (int row = 0; row < rows; row++) {
            if (amounts[row] == NOTHING && gives.isKnown(row) && gives.get(row) != 0) {
                amounts[row] = 0;
            }
        }
    }

    /** What the subject of that row receives, or {@link #NOTHING}. */
    long of(int matter, boolean person, int row) {
        return person ? ofMember[matter][row] : ofHousehold[matter][row];
    }

    List<Departed> departed() {
        return departed;
    }
}
