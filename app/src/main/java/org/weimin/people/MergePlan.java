package org.weimin.people;

import java.util.Set;
import org.weimin.kernel.PersonId;

/**
 * 合并方案: which record stays, which goes into it, and what is taken from the one that goes.
 *
 * @param taken fields in which the survivor gets what the other record says
 * @param preferred tables such as {@code people.bank_card} in which, where two rows cannot both stand, the other's wins
 */
public record MergePlan(PersonId survivor, PersonId merged, Set<Field> taken, Set<String> preferred) {
    /** 字段: what a clerk chooses one by one. Birth and sex go with the number that says them. */
    public enum Field {
        NAME,
        IDENTITY,
        ADDRESS,
        PHONE
    }

    public MergePlan {
        taken = Set.copyOf(taken);
        preferred = Set.copyOf(preferred);
    }
}
