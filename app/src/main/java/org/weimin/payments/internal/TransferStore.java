package org.weimin.payments.internal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.LineId;
import org.weimin.kernel.Money;
import org.weimin.kernel.RunId;
import org.weimin.people.People;

/** The lines of a released run as the bank is told them, in file order; card numbers are opened in portions. */
@Repository
class TransferStore {
    private static final int PORTION = 5_000;
    private final JdbcClient db;
    private final People people;

    TransferStore(JdbcClient db, People people) {
        this.db = db;
        this.people = people;
    }

    private record Row(LineId line, String payee, String bank, UUID card, Money amount, YearMonth month) {
        Transfer with(Map<UUID, BankCard> numbers) {
            BankCard number = numbers.get(card);
            if (number == null) {
                throw new IllegalStateException("The card of line " + line + " is gone");
            }
            return new Transfer(line, payee, bank, number, amount, month);
        }
    }

    Stream<Transfer> of(RunId run) {
        var rows = db.sql("""
            SELECT id, payee_name, bank, card_id, amount_fen, month FROM payments.line
             WHERE run_id = :run AND status NOT IN ('PLANNED', 'BLOCKED') ORDER BY number
            """)
                .param("run", run.value())
                .query((row, n) -> new Row(
                        new LineId(row.getObject("id", UUID.class)),
                        row.getString("payee_name"),
                        row.getString("bank"),
                        row.getObject("card_id", UUID.class),
                        new Money(row.getLong("amount_fen")),
                        YearMonth.from(row.getObject("month", LocalDate.class))))
                .list();
        return IntStream.iterate(0, from -> from < rows.size(), from -> from + PORTION)
                .mapToObj(from -> rows.subList(from, Math.min(from + PORTION, rows.size())))
                .flatMap(this::opened);
    }

    private Stream<Transfer> opened(List<Row> portion) {
        var numbers = people.cardNumbers(portion.stream().map(Row::card).toList(), "bank-file");
        return portion.stream().map(row -> row.with(numbers));
    }
}
