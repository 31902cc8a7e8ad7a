package org.weimin.policy;

import java.time.LocalDate;
import java.util.List;
import org.weimin.engine.LawReference;
import org.weimin.engine.Pack;
import org.weimin.engine.Text;
import org.weimin.kernel.MatterId;

/** 事项目录条目: one matter with the edition that is in force on a day, and whether the window takes it. */
public record MatterSummary(
        MatterId id,
        String item,
        Text title,
        Pack.Acts acts,
        List<LawReference> law,
        LocalDate editionFrom,
        boolean askedFor) {}
