package org.weimin.engine.population;

import java.lang.reflect.Constructor;
import java.util.BitSet;
import java.util.List;
import org.weimin.engine.Edition;
import org.weimin.engine.Pack;

/** 编译后的事项: one edition of one matter, ready to judge columns of households. May be used by several threads. */
public final class CompiledMatter {
    private final Pack pack;
    private final Edition edition;
    private final Program program;
    private final List<String> facts;
    private final Constructor<? extends MatterCode> code;

    private CompiledMatter(Pack pack, Edition edition) {
        this.pack = pack;
        this.edition = edition;
        this.program = Lowering.program(pack, edition);
        this.facts = program.facts();
        this.code = Compiler.compile(program, "Compiled" + pack.id().value().replace('-', '_'));
    }

    /** Compiles the edition, or refuses by name what cannot be compiled. */
    public static CompiledMatter of(Pack pack, Edition edition) {
        return new CompiledMatter(pack, edition);
    }

    public Pack pack() {
        return pack;
    }

    public Edition edition() {
        return edition;
    }

    /** The facts that the rules read; the columns have to hold them. */
    public List<String> facts() {
        return facts;
    }

    /** Judges every household of the columns, or every member, by the standards of its place. */
    public void judge(Columns columns, Standards standards, Outcomes outcomes) {
        check(standards);
        outcomes.reset(facts, pack.matter().grants(), subjects(columns));
        new Judging(this, columns, standards, outcomes).all();
    }

    /** Judges some households only; there is no answer about the others. */
    public void judge(Columns columns, Standards standards, Outcomes outcomes, BitSet households) {
        outcomes.reset(facts, pack.matter().grants(), subjects(columns));
        judgeAgain(columns, standards, outcomes, households);
    }

    /** Judges some households again; the answers about all others stay. */
    void judgeAgain(Columns columns, Standards standards, Outcomes outcomes, BitSet households) {
        check(standards);
        new Judging(this, columns, standards, outcomes).again(households);
    }

    private void check(Standards standards) {
        if (!pack.editionOn(standards.asOf()).from().equals(edition.from())) {
            throw new IllegalArgumentException(pack.id() + " of " + edition.from() + " asked on " + standards.asOf());
        }
    }

    /** The same by the interpreter, thousands of times slower: what the compiled code is held against. */
    public void interpret(Columns columns, Standards standards, Outcomes outcomes) {
        var byInterpreter = new ByInterpreter(this, columns, standards, outcomes);
        outcomes.reset(facts, pack.matter().grants(), subjects(columns));
        for (int household = 0; household < columns.households(); household++) {
            if (pack.matter().judgesPersons()) {
                for (int row = columns.firstMember(household); row < columns.firstMember(household + 1); row++) {
                    byInterpreter.judgeMember(household, row);
                }
            } else {
                byInterpreter.judgeHousehold(household);
            }
        }
    }

    private int subjects(Columns columns) {
        return pack.matter().judgesPersons() ? columns.members() : columns.households();
    }

    Program program() {
        return program;
    }

    MatterCode newCode() {
        try {
            return code.newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
