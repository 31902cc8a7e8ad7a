package org.weimin.people.internal;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.divisions.PlaceFigure;
import org.weimin.kernel.DivisionCode;
import org.weimin.shell.Texts;

/** Residents and households, place by place. */
@Configuration(proxyBeanMethods = false)
class PeopleFigures {
    @Bean
    @Order(10)
    static PlaceFigure residents(JdbcClient db, TransactionTemplate transaction) {
        return new PlaceFigure("people.figure.residents", false, county -> counted(transaction, db.sql("""
            SELECT area, count(*) AS value FROM people.person
             WHERE area >= :from AND area < :until AND died_on IS NULL GROUP BY area
            """), county));
    }

    @Bean
    @Order(11)
    static PlaceFigure households(JdbcClient db, TransactionTemplate transaction) {
        return new PlaceFigure("people.figure.households", false, county -> counted(transaction, db.sql("""
            SELECT area, count(*) AS value FROM people.household WHERE area >= :from AND area < :until GROUP BY area
            """), county));
    }

    private static List<PlaceFigure.Counted> counted(
            TransactionTemplate transaction, JdbcClient.StatementSpec question, DivisionCode county) {
        List<PlaceFigure.Counted> counted = transaction.execute(status -> question.param("from", county.value())
                .param("until", county.areaUntil())
                .query((row, n) -> new PlaceFigure.Counted(
                        Texts.t("people.figure.today"), new DivisionCode(row.getString("area")), row.getLong("value")))
                .list());
        return counted == null ? List.of() : counted;
    }
}
