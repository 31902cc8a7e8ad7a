package org.weimin.people.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;
import org.weimin.people.Organisation;
import org.weimin.people.RegisterOrganisation;
import org.weimin.shell.PageOf;

/** All SQL for people.organisation; found by tokens that are compared for equality, as residents are. */
@Repository
public class OrganisationStore {
    private static final Pattern LETTERS = Pattern.compile("[a-z]{2,}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{18}");
    private final JdbcClient db;

    OrganisationStore(JdbcClient db) {
        this.db = db;
    }

    public Organisation get(OrganisationId id) {
        return db.sql("SELECT * FROM people.organisation WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFound(id));
    }

    /** Nothing where another organisation has the code. */
    public Optional<OrganisationId> insert(RegisterOrganisation command, DivisionCode area) {
        OrganisationId id = OrganisationId.next();
        int rows = db.sql("""
            INSERT INTO people.organisation
                   (id, name, credit_code, kind, representative_id, phone, address, tokens, area)
            VALUES (:id, :name, :code, :kind, :representative, :phone, :address, :tokens::text[], :area)
            ON CONFLICT DO NOTHING
            """)
                .param("id", id.value())
                .param("name", command.name())
                .param("code", command.creditCode().map(CreditCode::value).orElse(null))
                .param("kind", command.kind().name())
                .param("representative", command.representative().value())
                .param("phone", command.phone().strip())
                .param("address", command.address().strip())
                .param("tokens", tokens(command).toArray(String[]::new))
                .param("area", area.value())
                .update();
        return rows == 1 ? Optional.of(id) : Optional.empty();
    }

    public boolean giveCode(OrganisationId id, CreditCode code) {
        return db.sql("""
            UPDATE people.organisation SET credit_code = :code, tokens = array_append(tokens, :token),
                   version = version + 1
             WHERE id = :id AND credit_code IS NULL
            """)
                        .param("code", code.value())
                        .param("token", "c" + code)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    public PageOf<Organisation> search(String query, int page, int size) {
        String[] wanted = wanted(query).toArray(String[]::new);
        long total = db.sql("SELECT count(*) FROM people.organisation WHERE tokens @> :wanted::text[]")
                .param("wanted", wanted)
                .query(Long.class)
                .single();
        List<Organisation> rows = db.sql("""
            SELECT * FROM people.organisation WHERE tokens @> :wanted::text[]
             ORDER BY name, id LIMIT :size OFFSET :offset
            """)
                .param("wanted", wanted)
                .param("size", size)
                .param("offset", (long) (page - 1) * size)
                .query((row, n) -> read(row))
                .list();
        return new PageOf<>(rows, page, size, total);
    }

    private static Set<String> tokens(RegisterOrganisation command) {
        var tokens = new LinkedHashSet<>(Tokens.ofName(command.name()));
        command.creditCode().ifPresent(code -> tokens.add("c" + code));
        return tokens;
    }

    private static List<String> wanted(String query) {
        var wanted = new ArrayList<String>();
        for (String term : query.strip().split("\\s+")) {
            String clean = Tokens.clean(term);
            if (CODE.matcher(clean.toUpperCase(Locale.ROOT)).matches()) {
                wanted.add("c" + clean.toUpperCase(Locale.ROOT));
            } else if (LETTERS.matcher(clean).matches()) {
                wanted.add("p" + clean);
            } else {
                wanted.addAll(Tokens.pairs('n', term));
            }
        }
        return wanted;
    }

    private static Organisation read(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getString("credit_code")).map(CreditCode::new),
                Organisation.Kind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("representative_id", UUID.class)),
                row.getString("phone"),
                row.getString("address"),
                new DivisionCode(row.getString("area")));
    }
}
