package org.weimin.screening.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * 流式读取: the rows of one query as PostgreSQL streams them in the binary format of COPY. Nothing is boxed; a row is
 * valid until the next one is asked for.
 */
final class CopyRows implements AutoCloseable {
    private static final int SIGNATURE = 11;
    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private final CopyOut copy;
    private final int[] starts;
    private final int[] lengths;
    private byte[] row = {};
    private ByteBuffer numbers = ByteBuffer.wrap(row);
    private boolean headed;

    private CopyRows(CopyOut copy, int fields) {
        this.copy = copy;
        this.starts = new int[fields];
        this.lengths = new int[fields];
    }

    /** The query carries its values in its text: COPY knows no parameters. */
    static CopyRows of(Connection connection, int fields, String query) throws SQLException {
        String statement = "COPY (" + query + ") TO STDOUT (FORMAT binary)";
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement), fields);
    }

    boolean next() throws SQLException {
        byte @Nullable [] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        row = message;
        numbers = ByteBuffer.wrap(row);
        int at = headed ? 0 : SIGNATURE + 8 + numbers.getInt(SIGNATURE + 4);
        headed = true;
        int fields = numbers.getShort(at);
        at += 2;
        for (int field = 0; field < fields; field++) {
            lengths[field] = numbers.getInt(at);
            starts[field] = at + 4;
            at += 4 + Math.max(0, lengths[field]);
        }
        return fields >= 0 || next();
    }

    boolean isNull(int field) {
        return lengths[field] < 0;
    }

    /** The upper half of a uuid, or a bigint. */
    long high(int field) {
        return numbers.getLong(starts[field]);
    }

    /** The lower half of a uuid. */
    long low(int field) {
        return numbers.getLong(starts[field] + 8);
    }

    boolean truth(int field) {
        return row[starts[field]] != 0;
    }

    int number(int field) {
        return numbers.getInt(starts[field]);
    }

    /** A date as a day of the epoch; without one, the given day. */
    long day(int field, long otherwise) {
        return isNull(field) ? otherwise : EPOCH_2000 + numbers.getInt(starts[field]);
    }

    String text(int field) {
        return new String(row, starts[field], lengths[field], StandardCharsets.UTF_8);
    }

    /** The text's place in a list of words, without making a string of it. */
    int word(int field, WordList words) {
        return words.code(row, starts[field], starts[field] + lengths[field]);
    }

    /** The text as a decimal number of so many decimals, as a whole. */
    long decimal(int field, int scale) {
        return Decimals.scaled(row, starts[field], starts[field] + lengths[field], scale);
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
