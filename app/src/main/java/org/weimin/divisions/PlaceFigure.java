package org.weimin.divisions;

import java.util.List;
import org.weimin.kernel.DivisionCode;

/**
 * 分地数字: what a room counts place by place, so that it can be read in the geography of any day; contributed as a bean.
 *
 * @param key text key of its title
 * @param isMoney whether it counts fen
 */
public record PlaceFigure(String key, boolean isMoney, Count count) {
    /** Counts with the eyes of whoever acts. */
    @FunctionalInterface
    public interface Count {
        List<Counted> under(DivisionCode county);
    }

    /** 计数: one number of one place; the label tells apart what one figure counts side by side, such as months. */
    public record Counted(String label, DivisionCode place, long value) {}
}
