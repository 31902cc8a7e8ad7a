package org.weimin.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.weimin.kernel.StaffId;

/** 走访任务: somebody goes to the subject of a finding, asks, and reports. */
public record Task(
        TaskId id, Optional<StaffId> assignedTo, LocalDate assignedOn, LocalDate dueOn, Optional<Report> report) {
    /** 走访结果: what was found there. A visit decides nothing; what follows from it is a case. */
    public record Report(Result result, String note, LocalDate visitedOn, String visitedBy) {}

    /** 走访结论. */
    public enum Result {
        /** 符合，已申请. */
        APPLIED,
        /** 已启动复核或终止程序. */
        REVIEW_BEGUN,
        /** 核实后不是这样. */
        NOT_SO,
        /** 本人不愿申请. */
        UNWILLING,
        /** 登记信息有误，已更正. */
        RECORD_WRONG,
        /** 多次上门未遇. */
        NOT_MET
    }
}
