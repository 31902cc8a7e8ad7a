package org.weimin.access;

import java.util.Locale;
import java.util.Optional;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;

/** 录用: opens an account. It can do nothing until somebody else appoints its owner to a post. */
public record EmployStaff(String name, String signInName, Optional<PersonId> person) {
    private static final int LONGEST = 50;

    public EmployStaff {
        name = name.strip();
        signInName = signInName.strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST) {
            throw new Refused("access.employ.name", LONGEST);
        }
        if (!signInName.matches("[\\p{L}\\p{N}._-]{2,50}")) {
            throw new Refused("access.employ.sign-in-name");
        }
    }

    public static EmployStaff of(String name, String signInName) {
        return new EmployStaff(name, signInName, Optional.empty());
    }
}
