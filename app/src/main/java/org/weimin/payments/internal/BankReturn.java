package org.weimin.payments.internal;

import java.util.List;
import java.util.Optional;

/** 回盘文件: which batch it answers, its answers, and what it says of every line it does not name. */
record BankReturn(String messageId, Optional<Answer.Outcome> ofTheRest, List<Answer> answers) {}
