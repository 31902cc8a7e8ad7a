package org.weimin.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 批量写入: many rows in the running transaction, as fast as PostgreSQL takes them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Bulk {
    private final DataSource dataSource;
    private final JdbcClient db;

    Bulk(DataSource dataSource, JdbcClient db) {
        this.dataSource = dataSource;
        this.db = db;
    }

    /** Lets the database know what has come in, so that the next question is planned for a full county. */
    public void countWhatIsThere() {
        db.sql("SELECT home.count_what_is_there()").query((row, n) -> "").list();
    }

    /**
     * COPY straight into a table without row-level security.
     *
     * @param target table with its columns: {@code divisions.division (code, name)}
     */
    public long copy(String target, Consumer<Rows> writer) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + target + " FROM STDIN");
            try {
                var rows = new Rows(copy);
                writer.accept(rows);
                rows.flush();
                return copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("COPY " + target, refused);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The same for a table with row-level security, which COPY does not support: by way of a temporary table. */
    public long insert(String target, Consumer<Rows> writer) {
        int columnsAt = target.indexOf('(');
        String table = target.substring(0, columnsAt).strip();
        String columns = target.substring(columnsAt + 1, target.lastIndexOf(')'));
        db.sql("CREATE TEMP TABLE bulk ON COMMIT DROP AS SELECT " + columns + " FROM " + table + " WITH NO DATA")
                .update();
        copy("bulk", writer);
        int rows = db.sql("INSERT INTO " + target + " SELECT * FROM bulk").update();
        db.sql("DROP TABLE bulk").update();
        return rows;
    }

    /** Takes the rows one by one and sends them in blocks, in the text format of COPY. */
    public static final class Rows {
        private static final int BLOCK = 1 << 16;
        private final CopyIn copy;
        private final StringBuilder block = new StringBuilder(BLOCK + 4096);

        private Rows(CopyIn copy) {
            this.copy = copy;
        }

        /** One row, its values in the order of the columns; bytes, null, and whatever prints itself as SQL reads it. */
        public void row(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    block.append('\t');
                }
                append(values[i]);
            }
            block.append('\n');
            if (block.length() >= BLOCK) {
                flush();
            }
        }

        private void append(@Nullable Object value) {
            switch (value) {
                case null -> block.append("\\N");
                case byte[] bytes -> HexFormat.of().formatHex(block.append("\\\\x"), bytes);
                default -> escape(value.toString());
            }
        }

        private void escape(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '\\' -> block.append("\\\\");
                    case '\t' -> block.append("\\t");
                    case '\n' -> block.append("\\n");
                    case '\r' -> block.append("\\r");
                    default -> block.append(c);
                }
            }
        }

        private void flush() {
            byte[] bytes = block.toString().getBytes(StandardCharsets.UTF_8);
            block.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException refused) {
                throw new UncheckedIOException(new IOException(refused));
            }
        }
    }
}
