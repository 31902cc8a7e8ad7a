package org.weimin.access.internal;

import java.util.regex.Pattern;
import org.weimin.kernel.Refused;

/** 查询密码: six digits that an old person can keep in mind, but not the ones that everybody tries first. */
public final class Pin {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{6}");
    private static final String UPWARDS = "01234567890123456789";
    private static final String DOWNWARDS = "98765432109876543210";

    private Pin() {}

    public static void check(String pin, String identity) {
        if (!SHAPE.matcher(pin).matches()) {
            throw new Refused("access.pin.shape");
        }
        boolean fewDigits = pin.chars().distinct().count() < 3;
        if (fewDigits || UPWARDS.contains(pin) || DOWNWARDS.contains(pin) || identity.contains(pin)) {
            throw new Refused("access.pin.weak");
        }
    }
}
