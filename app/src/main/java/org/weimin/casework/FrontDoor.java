package org.weimin.casework;

import java.util.Optional;
import org.weimin.kernel.DivisionCode;

/** 办事地点: where the office of a place is, as whoever keeps their register knows it; contributed as a bean. */
public record FrontDoor(Find find) {
    /** Asks the register. */
    @FunctionalInterface
    public interface Find {
        Optional<Where> at(DivisionCode place);
    }

    /** 地址、开放时间、电话; what is not known is empty. */
    public record Where(String address, String hours, String phone) {}
}
