package org.weimin.payments.internal;

import java.util.List;
import java.util.Optional;
import org.weimin.kernel.RunId;

/** 回盘文件: which batch it answers, its answers, and what it says of every line it does not name. */
public record BankReturn(String messageId, Optional<Answer.Outcome> ofTheRest, List<Answer> answers) {
    /** A workbook names no batch; then only its lines can be wrong. */
    public boolean isFor(RunId run) {
        return messageId.isEmpty() || messageId.equalsIgnoreCase(Transfer.compact(run.value()));
    }
}
