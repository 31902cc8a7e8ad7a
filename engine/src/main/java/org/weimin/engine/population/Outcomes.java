package org.weimin.engine.population;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.weimin.engine.GrantRule;
import org.weimin.kernel.Money;

/**
 * 批量结论: one matter's answer for each subject of some columns, a household by its row or, where persons are judged, a
 * member by its row. Used again for the next lot.
 */
public final class Outcomes {
    /** What the answer is. */
    public enum Status {
        NOT_ENTITLED,
        ENTITLED,
        CANNOT_TELL,
        /** The question itself was refused, as for a place that has no standard; the reason is the refusal's code. */
        REFUSED
    }

    static final long NOTHING = Long.MIN_VALUE;
    private List<String> facts = List.of();
    private int grants;
    private int size;
    private int interpreted;
    private Status[] status = {};
    private int[] reason = {};
    private long[] missing = {};
    private long[] amount = {};
    private long[] persons = {};
    private long[] basis = {};

    /** Makes room for so many subjects, none of which has an answer yet. */
    void reset(List<String> factNames, List<GrantRule> rules, int subjects) {
        facts = factNames;
        grants = rules.size();
        size = subjects;
        interpreted = 0;
        makeRoom();
        Arrays.fill(amount, 0, subjects * grants, NOTHING);
    }

    private void makeRoom() {
        if (status.length < size) {
            status = new Status[size];
            reason = new int[size];
            missing = new long[size];
        }
        if (amount.length < size * grants) {
            amount = new long[size * grants];
            persons = new long[size * grants];
            basis = new long[size * grants];
        }
    }

    /** The same answers as another lot has. */
    void copy(Outcomes other) {
        facts = other.facts;
        grants = other.grants;
        size = other.size;
        interpreted = other.interpreted;
        makeRoom();
        System.arraycopy(other.status, 0, status, 0, size);
        System.arraycopy(other.reason, 0, reason, 0, size);
        System.arraycopy(other.missing, 0, missing, 0, size);
        System.arraycopy(other.amount, 0, amount, 0, size * grants);
        System.arraycopy(other.persons, 0, persons, 0, size * grants);
        System.arraycopy(other.basis, 0, basis, 0, size * grants);
    }

    public int size() {
        return size;
    }

    public Status status(int subject) {
        return status[subject];
    }

    /** The refusal of a subject that is not entitled, or why the question was refused. */
    public String reason(int subject) {
        return Words.text(reason[subject]);
    }

    /** The facts that a subject about which one cannot tell is asked for. */
    public List<String> missing(int subject) {
        long mask = missing[subject];
        return IntStream.range(0, facts.size())
                .filter(fact -> (mask & (1L << fact)) != 0)
                .mapToObj(facts::get)
                .toList();
    }

    /** Whether the grant of that number, in the matter's order, is given. */
    public boolean given(int subject, int grant) {
        return amount[subject * grants + grant] != NOTHING;
    }

    /** What the grant is worth; zero where it has no amount. */
    public Money amount(int subject, int grant) {
        return new Money(amountFen(subject, grant));
    }

    public long amountFen(int subject, int grant) {
        return amount[subject * grants + grant];
    }

    /** For whom the grant is: bit n is the n-th member of the household; from the 65th on members have no bit. */
    public long persons(int subject, int grant) {
        return persons[subject * grants + grant];
    }

    /** The grant's basis, a word of the pack; empty where it has none. */
    public String basis(int subject, int grant) {
        return Words.text(basis[subject * grants + grant]);
    }

    /** For how many months an identity is recognised; zero is until something changes. */
    public long months(int subject, int grant) {
        return basis[subject * grants + grant];
    }

    /** How many subjects the interpreter had to answer, because compiled arithmetic would have overflowed. */
    public int interpreted() {
        return interpreted;
    }

    void refuse(int subject, int reasonCode) {
        status[subject] = Status.NOT_ENTITLED;
        reason[subject] = reasonCode;
    }

    void cannotTell(int subject, long missingFacts) {
        status[subject] = Status.CANNOT_TELL;
        missing[subject] = missingFacts;
    }

    void entitle(int subject) {
        status[subject] = Status.ENTITLED;
    }

    void give(int subject, int grant, long fen, long basisCode, long members) {
        int at = subject * grants + grant;
        amount[at] = fen;
        basis[at] = basisCode;
        persons[at] = members;
    }

    /** Forgets what an answer that did not come to its end has given. */
    void takeBack(int subject) {
        Arrays.fill(amount, subject * grants, (subject + 1) * grants, NOTHING);
    }

    void turnAway(int subject, String code) {
        status[subject] = Status.REFUSED;
        reason[subject] = Words.code(code);
    }

    void countInterpreted() {
        interpreted++;
    }
}
