package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Vault;
import org.weimin.people.Hit;
import org.weimin.shell.PageOf;

/** All SQL for people.search_token: equality on one btree, the only search that stays fast under a policy. */
@Repository
public class TokenStore {
    public static final int MOST_HITS = 1_000;
    private static final Pattern LAST_FOUR = Pattern.compile("\\d{3}[\\dx]");
    /** Begins what is no token: the whole number has an index of its own. */
    private static final String WHOLE_NUMBER = "#";

    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,}");
    private final JdbcClient db;
    private final Vault vault;
    private final BusinessClock clock;

    TokenStore(JdbcClient db, Vault vault, BusinessClock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Everything a resident can be found by. */
    public Set<String> of(String name, String address, IdentityNumber identity) {
        var tokens = new LinkedHashSet<>(Tokens.ofName(name));
        tokens.addAll(Tokens.ofAddress(address));
        tokens.add(lastFour(identity.lastFour()));
        return tokens;
    }

    public void write(PersonId person, DivisionCode area, Set<String> tokens) {
        db.sql("""
            INSERT INTO people.search_token (token, area, person_id)
            SELECT token, :area, :person FROM unnest(:tokens::text[]) AS token
            """)
                .param("area", area.value())
                .param("person", person.value())
                .param("tokens", tokens.toArray(String[]::new))
                .update();
    }

    public void remove(PersonId person) {
        db.sql("DELETE FROM people.search_token WHERE person_id = :person")
                .param("person", person.value())
                .update();
    }

    /** Every term must match, as a name or as an address; beyond a thousand hits the asker should say more. */
    public PageOf<Hit> search(String query, int page, int size) {
        List<List<Set<String>>> terms = terms(query);
        if (terms.isEmpty()) {
            return new PageOf<>(List.of(), 1, size, 0);
        }
        var parameters = new LinkedHashMap<String, Object>();
        String matches = matches(terms, parameters);
        long total = db.sql("SELECT count(*) FROM (" + matches + ") m")
                .params(parameters)
                .query(Long.class)
                .single();
        parameters.put("query", query.strip());
        parameters.put("today", clock.today());
        parameters.put("knownAt", Dated.at(clock.now()));
        parameters.put("offset", (long) (page - 1) * size);
        parameters.put("size", size);
        List<Hit> hits = db.sql("SELECT " + PersonStore.COLUMNS + ", s.household_id FROM (" + matches + """
            ) m
              JOIN people.person p ON p.id = m.person_id
              LEFT JOIN people.membership s ON s.person_id = p.id AND s.valid @> :today::date
                                           AND s.known @> :knownAt::timestamptz
             ORDER BY (p.name = :query) DESC, p.name, p.birth_on, p.id
            OFFSET :offset LIMIT :size
            """)
                .params(parameters)
                .query((row, number) -> new Hit(
                        PersonStore.person(row, vault),
                        Optional.ofNullable(row.getObject("household_id", UUID.class))
                                .map(HouseholdId::new)))
                .list();
        return new PageOf<>(hits, page, size, total);
    }

    /** For each term its readings; for each reading the tokens that must all be there. */
    private List<List<Set<String>>> terms(String query) {
        var terms = new ArrayList<List<Set<String>>>();
        for (String term : query.strip().split("\\s+")) {
            String clean = Tokens.clean(term);
            if (clean.isEmpty()) {
                continue;
            }
            String number = IdentityNumber.normalised(clean);
            if (IdentityNumber.faultOf(number).isEmpty()) {
                terms.add(List.of(Set.of(WHOLE_NUMBER + number)));
            } else if (LAST_FOUR.matcher(clean).matches()) {
                terms.add(List.of(Set.of(lastFour(number))));
            } else if (LETTERS.matcher(clean).matches()) {
                terms.add(List.of(Set.of("p" + clean)));
            } else {
                terms.add(List.of(
                        new LinkedHashSet<>(Tokens.pairs('n', term)), new LinkedHashSet<>(Tokens.pairs('a', term))));
            }
        }
        return terms;
    }

    private String matches(List<List<Set<String>>> terms, Map<String, Object> parameters) {
        var sql = new StringBuilder("SELECT t.person_id FROM (");
        for (int term = 0; term < terms.size(); term++) {
            sql.append(term == 0 ? "" : " INTERSECT ").append('(');
            for (int reading = 0; reading < terms.get(term).size(); reading++) {
                sql.append(reading == 0 ? "" : " UNION ")
                        .append(allOf(terms.get(term).get(reading), parameters));
            }
            sql.append(')');
        }
        return sql.append(") t LIMIT ").append(MOST_HITS).toString();
    }

    private String allOf(Set<String> tokens, Map<String, Object> parameters) {
        var sql = new StringBuilder();
        for (String token : tokens) {
            String name = "token" + parameters.size();
            if (token.startsWith(WHOLE_NUMBER)) {
                parameters.put(name, vault.blindIndex("identity", token.substring(WHOLE_NUMBER.length())));
                return "SELECT coalesce(p0.merged_into, p0.id) AS person_id FROM people.person p0 WHERE"
                        + " p0.id_number_index = :"
                        + name;
            }
            parameters.put(name, token);
            sql.append(
                    sql.isEmpty()
                            ? "SELECT t0.person_id FROM people.search_token t0 WHERE t0.token = :" + name
                            : " AND EXISTS (SELECT FROM people.search_token t WHERE t.token = :" + name
                                    + " AND t.area = t0.area AND t.person_id = t0.person_id)");
        }
        return sql.toString();
    }

    private String lastFour(String digits) {
        return "i" + HexFormat.of().formatHex(vault.blindIndex("last-four", digits), 0, 8);
    }
}
