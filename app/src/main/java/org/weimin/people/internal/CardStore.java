package org.weimin.people.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Vault;
import org.weimin.people.PayAccount;
import org.weimin.people.Person;

/** All SQL for people.bank_card. */
@Repository
public class CardStore {
    private final JdbcClient db;
    private final Vault vault;
    private final BusinessClock clock;

    CardStore(JdbcClient db, Vault vault, BusinessClock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** The card before it ends the day the new one begins. */
    public UUID give(Person holder, String bank, BankCard number, LocalDate from) {
        UUID id = Ids.next();
        db.sql("""
            WITH closed AS (
                UPDATE people.bank_card
                   SET known = tstzrange(lower(known), :now::timestamptz)
                 WHERE holder_id = :holder AND upper_inf(known) AND valid && daterange(:from::date, NULL)
                RETURNING *)
            INSERT INTO people.bank_card (id, area, holder_id, bank, number, number_index, valid, known)
            SELECT gen_random_uuid(), area, holder_id, bank, number, number_index,
                   daterange(lower(valid), :from::date), tstzrange(:now::timestamptz, NULL)
              FROM closed
             WHERE lower(valid) < :from::date
            """)
                .param("holder", holder.id().value())
                .param("from", from)
                .param("now", Dated.at(clock.now()))
                .update();
        db.sql("""
            INSERT INTO people.bank_card (id, area, holder_id, bank, number, number_index, valid, known)
            VALUES (:id, :area, :holder, :bank, :number, :index, daterange(:from::date, NULL),
                    tstzrange(:now::timestamptz, NULL))
            """)
                .param("id", id)
                .param("area", holder.area().value())
                .param("holder", holder.id().value())
                .param("bank", bank)
                .param("number", vault.seal(number.value()))
                .param("index", vault.blindIndex("card", number.value()))
                .param("from", from)
                .param("now", Dated.at(clock.now()))
                .update();
        return id;
    }

    public Optional<PayAccount> accountOf(PersonId holder, LocalDate asOf) {
        return db.sql("""
            SELECT id, bank, number FROM people.bank_card
             WHERE holder_id = :holder AND valid @> :asOf::date AND known @> :knownAt::timestamptz
            """)
                .param("holder", holder.value())
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> new PayAccount(
                        row.getObject("id", UUID.class),
                        holder,
                        row.getString("bank"),
                        new BankCard(vault.open(row.getBytes("number"))).masked()))
                .optional();
    }

    public List<PersonId> holdersOfSameCard(UUID cardId, LocalDate asOf) {
        return db.sql("""
            SELECT other.holder_id
              FROM people.bank_card card
              JOIN people.bank_card other ON other.number_index = card.number_index
             WHERE card.id = :card AND other.valid @> :asOf::date AND other.known @> :knownAt::timestamptz
             ORDER BY other.holder_id
            """)
                .param("card", cardId)
                .param("asOf", asOf)
                .param("knownAt", Dated.at(clock.now()))
                .query((row, number) -> new PersonId(row.getObject("holder_id", UUID.class)))
                .list();
    }

    public BankCard number(UUID cardId) {
        return Optional.ofNullable(numbers(List.of(cardId)).get(cardId)).orElseThrow(() -> new NotFound(cardId));
    }

    /** The numbers of many cards at once, for a bank file of a hundred thousand lines. */
    public Map<UUID, BankCard> numbers(Collection<UUID> cardIds) {
        var numbers = new HashMap<UUID, BankCard>();
        db.sql("SELECT id, number FROM people.bank_card WHERE id = ANY(CAST(:ids AS uuid[]))")
                .param("ids", cardIds.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), new BankCard(vault.open(row.getBytes("number"))));
                });
        return numbers;
    }
}
