package org.weimin.casework.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Invariant;

/** What must hold of all cases at every moment. */
@Configuration(proxyBeanMethods = false)
class CaseInvariants {
    @Bean
    static Invariant twoPeopleDecide() {
        return Invariant.counted(
                "I13b",
                "审核与决定不是同一人 / assessor and decider of a case are two people",
                "SELECT count(*) FROM casework.decision WHERE assessed_by = decided_by");
    }

    @Bean
    static Invariant onlyAllowedFieldsHang() {
        return Invariant.counted("I14", "公示公布只含清单允许的字段 / every published row shows allowed fields only", """
            SELECT count(*) FROM casework.notice
             WHERE projection - '{applicant,organisation,community,members,monthly,startMonth}'::text[] <> '{}'::jsonb
                OR projection ->> 'applicant' NOT LIKE '%*%'
            """);
    }

    @Bean
    static Invariant heardBeforeStopped() {
        return Invariant.counted("I15", "调减、终止之前都听取过意见 / no reduction or stop without a recorded hearing", """
            SELECT count(*) FROM casework.decision d
              JOIN casework.case_file c ON c.id = d.case_file_id
             WHERE (d.outcome = 'STOPPED' OR (c.acts = 'CHANGE' AND d.monthly_fen < c.receives_fen))
               AND NOT EXISTS (SELECT FROM casework.hearing h
                                WHERE h.case_file_id = d.case_file_id AND h.heard_on <= d.decided_on)
            """);
    }

    @Bean
    static Invariant decidedCasesAreTold() {
        return Invariant.counted("I16", "每个决定都有文书 / every decision has its letter", """
            SELECT count(*) FROM casework.decision d
             WHERE NOT EXISTS (SELECT FROM casework.letter l
                                WHERE l.case_file_id = d.case_file_id
                                  AND l.kind IN ('granted', 'refused', 'changed', 'stopped'))
            """);
    }

    @Bean
    static Invariant listsShowWhatIs() {
        String task = "case_file_id, pack, state, turn, examined_by, due_on, due_for, provisional, returned,"
                + " escalated, open_objections, handler_id, town, area FROM casework.task";
        return Invariant.counted(
                "I17",
                "工作清单与办件一致 / work lists show every open case as it stands",
                "SELECT count(*) FROM ((SELECT " + task + " EXCEPT SELECT * FROM casework.task_now)"
                        + " UNION ALL (SELECT * FROM casework.task_now EXCEPT SELECT " + task + ")) wrong");
    }

    @Bean
    static Invariant numbersAreTheirLists() {
        String sort = "area, pack, awaits, state, due_on, returned, escalated, open_objections";
        return Invariant.counted(
                "I18",
                "待办数与工作清单一致 / the number of every work list is the number of its lines",
                "SELECT count(*) FROM (SELECT FROM (SELECT " + sort + ", tasks FROM casework.task_count"
                        + " UNION ALL SELECT " + sort + ", -1 FROM casework.task_sort) both_ways"
                        + " GROUP BY " + sort + " HAVING sum(tasks) <> 0) wrong");
    }
}
