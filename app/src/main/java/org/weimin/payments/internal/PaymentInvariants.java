package org.weimin.payments.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Invariant;

/** What must hold of runs and lines at every moment. */
@Configuration(proxyBeanMethods = false)
class PaymentInvariants {
    @Bean
    static Invariant everyDebtIsPaidOnce() {
        return Invariant.counted("I3", "每笔应付只有一条有效发放 / one live payment per debt", """
            SELECT count(*) FROM (
                SELECT l.payable_id FROM payments.line l
                 WHERE l.status NOT IN ('BLOCKED', 'RETURNED') GROUP BY l.payable_id HAVING count(*) > 1
                UNION ALL
                SELECT l.id FROM payments.line l LEFT JOIN payments.line r ON r.id = l.replaces_id
                 WHERE l.replaces_id IS NOT NULL AND r.status IS DISTINCT FROM 'RETURNED'
                UNION ALL
                SELECT p.entitlement_id FROM ledger.v_payable p
                 GROUP BY p.entitlement_id, p.payee_id, p.month, p.kind, p.number HAVING count(*) > 1) broken
            """);
    }

    @Bean
    static Invariant totalsAgree() {
        return Invariant.counted("I4", "批次总额 = 明细 = 记账 = 盘文件 / run = lines = ledger = file", """
            SELECT count(*) FROM payments.run r
              LEFT JOIN LATERAL (SELECT count(*) AS count, coalesce(sum(amount_fen), 0) AS fen FROM payments.line l
                                  WHERE l.run_id = r.id AND l.status <> 'BLOCKED') l ON true
              LEFT JOIN LATERAL (SELECT sum(e.amount_fen) AS fen FROM ledger.v_entry e
                                  WHERE e.key = 'run:' || r.id AND e.kind = 'IN_TRANSIT') b ON true
             WHERE r.status NOT IN ('PREPARED', 'REVIEWED', 'DISCARDED')
               AND (r.line_count <> l.count OR r.total_fen <> l.fen OR r.total_fen IS DISTINCT FROM b.fen
                    OR r.status <> 'RELEASED' AND (SELECT count(*) FROM payments.bank_file f
                         WHERE f.run_id = r.id AND f.line_count = r.line_count AND f.total_fen = r.total_fen) <> 2)
            """);
    }

    @Bean
    static Invariant linesOnlyGoForward() {
        return Invariant.counted("I5", "明细状态与批次、应付一致 / a line, its run and its debt tell the same story", """
            SELECT count(*) FROM payments.line l
              JOIN payments.run r ON r.id = l.run_id
              JOIN ledger.v_payable p ON p.payable_id = l.payable_id
             WHERE (l.status = 'PLANNED') > (r.status IN ('PREPARED', 'REVIEWED'))
                OR l.status = 'RELEASED' AND r.status <> 'RELEASED'
                OR l.status IN ('RELEASED', 'SENT', 'UNKNOWN') AND p.status <> 'COMMITTED'
                OR l.status = 'SETTLED' AND p.status <> 'SETTLED'
            """);
    }

    @Bean
    static Invariant aFileIsWrittenOnce() {
        return Invariant.counted("I7", "每个批次每种格式一个盘文件 / one bank file per run and format", """
            SELECT count(*) FROM (SELECT run_id, format FROM payments.bank_file GROUP BY run_id, format
                                  HAVING count(*) > 1 OR count(DISTINCT sha256) > 1) twice
            """);
    }

    @Bean
    static Invariant everyAnswerHasItsPlace() {
        return Invariant.counted("I8", "回盘逐行匹配或挂账 / each return row matches one line or sits in suspense", """
            SELECT (SELECT count(*) FROM payments.return_row WHERE (line_id IS NULL) = (suspense IS NULL))
                 + (SELECT count(*) FROM payments.line l WHERE l.status IN ('SETTLED', 'RETURNED')
                       AND (SELECT count(*) FROM payments.return_row r
                             WHERE r.line_id = l.id AND r.outcome = l.status) <> 1)
            """);
    }

    @Bean
    static Invariant whoPreparesDoesNotRelease() {
        return Invariant.counted("I13", "测算、复核与审批不是同一人 / maker and releaser of a run are two people", """
            SELECT count(*) FROM payments.run WHERE released_by IN (prepared_by, reviewed_by)
            """);
    }
}
