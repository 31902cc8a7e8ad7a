package org.weimin.ledger.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Invariant;

/** What must hold of the books at every moment. */
@Configuration(proxyBeanMethods = false)
class LedgerInvariants {
    @Bean
    static Invariant everyJournalBalances() {
        return Invariant.counted("I1", "每张凭证借贷相等 / every journal sums to zero", """
            SELECT count(*) FROM ledger.journal j
              LEFT JOIN (SELECT journal_id, count(*) AS legs, sum(amount_fen) FILTER (WHERE side = 'DEBIT') AS debit,
                                sum(amount_fen) FILTER (WHERE side = 'CREDIT') AS credit
                           FROM ledger.entry GROUP BY journal_id) e ON e.journal_id = j.id
             WHERE e.legs IS DISTINCT FROM j.legs OR e.debit IS DISTINCT FROM j.total_fen
                OR e.credit IS DISTINCT FROM j.total_fen
            """);
    }

    @Bean
    static Invariant theBooksAreInsertOnly() {
        return Invariant.counted("I2", "账簿只增不改 / journals and entries cannot be changed by the application", """
            SELECT count(*) FROM (VALUES ('ledger.journal'), ('ledger.entry')) AS books(name)
             WHERE has_table_privilege('weimin_app', name, 'UPDATE')
                OR has_table_privilege('weimin_app', name, 'DELETE')
                OR has_table_privilege('weimin_app', name, 'TRUNCATE')
                OR NOT EXISTS (SELECT 1 FROM pg_trigger t
                                WHERE t.tgrelid = name::regclass AND t.tgname = 'insert_only' AND t.tgenabled <> 'D')
            """);
    }

    @Bean
    static Invariant noFundIsOverdrawn() {
        return Invariant.counted("I6", "科目余额等于分录之和且不为负 / balances are the sum of entries, never negative", """
            SELECT count(*) FROM ledger.account a
              LEFT JOIN (SELECT e.account_id,
                                sum(CASE WHEN e.side = b.normal_side THEN e.amount_fen ELSE -e.amount_fen END) AS fen
                           FROM ledger.entry e JOIN ledger.account b ON b.id = e.account_id
                          GROUP BY e.account_id) s ON s.account_id = a.id
             WHERE a.balance_fen < 0 OR a.balance_fen <> coalesce(s.fen, 0)
            """);
    }

    @Bean
    static Invariant debtsAreTheirAccounts() {
        return Invariant.counted("I6a", "应付明细等于应付科目 / debts by status are the balances of their accounts", """
            SELECT count(*) FROM ledger.account a
              LEFT JOIN (SELECT matter, year,
                                CASE status WHEN 'OPEN' THEN 'PAYABLE' WHEN 'COMMITTED' THEN 'IN_TRANSIT'
                                            WHEN 'SETTLED' THEN 'PAID' ELSE status END AS kind,
                                sum(amount_fen) AS fen
                           FROM ledger.payable GROUP BY matter, year, status) p USING (matter, year, kind)
             WHERE a.kind IN ('PAYABLE', 'IN_TRANSIT', 'RETURNED', 'PAID') AND a.matter <> 'suspense'
               AND a.balance_fen <> coalesce(p.fen, 0)
            """);
    }
}
