package org.weimin.payments.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.Ids;
import org.weimin.kernel.RunId;
import org.weimin.payments.LineStatus;
import org.weimin.payments.Run;

/**
 * 出盘: the bank file of a released run. It is not kept: it holds card numbers, and the same run gives the same bytes at
 * any time. What is kept is its SHA-256, and every later copy must have it.
 */
@Service
@Transactional
public class BankFiles {
    private final JdbcClient db;
    private final RunStore runs;
    private final LineStore lines;
    private final TransferStore transfers;
    private final Audit audit;

    BankFiles(JdbcClient db, RunStore runs, LineStore lines, TransferStore transfers, Audit audit) {
        this.db = db;
        this.runs = runs;
        this.lines = lines;
        this.transfers = transfers;
        this.audit = audit;
    }

    /** 盘文件格式. */
    public enum Format {
        PAIN_001("xml", "application/xml"),
        XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        public String extension() {
            return extension;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** What is known of a written file. */
    public record Written(Format format, String sha256, long sizeBytes) {}

    /** Done after the release was committed; done again, for example after a crash, it changes nothing. */
    public void write(RunId id) {
        var run = runs.lock(id);
        if (run.status() != Run.Status.RELEASED) {
            return;
        }
        for (Format format : Format.values()) {
            record(run, measure(id, format));
        }
        lines.move(id, LineStatus.RELEASED, LineStatus.SENT);
        runs.save(run.becomes(Run.Status.FILED));
    }

    @Transactional(readOnly = true)
    public List<Written> written(RunId id) {
        return db.sql("SELECT format, sha256, size_bytes FROM payments.bank_file WHERE run_id = :run ORDER BY format")
                .param("run", id.value())
                .query((row, n) -> new Written(
                        Format.valueOf(row.getString("format")), row.getString("sha256"), row.getLong("size_bytes")))
                .list();
    }

    /** Writes the file again and refuses to hand out a single byte of one that differs from what was released. */
    public void copyTo(OutputStream out, RunId id, Format format) {
        var first = written(id).stream()
                .filter(file -> file.format() == format)
                .findFirst()
                .orElseThrow(() -> new org.weimin.kernel.NotFound(id));
        if (!measure(id, format).equals(first)) {
            throw new IllegalStateException("The bank file of run " + id + " is not what was released");
        }
        audit.looked("bank-file", "run", id.value(), format.name());
        render(id, format, out);
    }

    private Written measure(RunId id, Format format) {
        try (var measured = new Measure()) {
            render(id, format, measured);
            return new Written(format, measured.sha256(), measured.size());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void render(RunId id, Format format, OutputStream out) {
        var batch = runs.batch(id);
        switch (format) {
            case PAIN_001 -> Pain001Writer.write(batch, transfers.of(id), out);
            case XLSX -> SheetWriter.write(batch, transfers.of(id), out);
        }
    }

    private void record(Run run, Written file) {
        db.sql("""
            INSERT INTO payments.bank_file (id, run_id, format, sha256, line_count, total_fen, size_bytes)
            VALUES (:id, :run, :format, :sha256, :count, :total, :size)
            """)
                .param("id", Ids.next())
                .param("run", run.id().value())
                .param("format", file.format().name())
                .param("sha256", file.sha256())
                .param("count", run.totals().count())
                .param("total", run.totals().amount().fen())
                .param("size", file.sizeBytes())
                .update();
    }

    /** Counts and digests bytes that are kept nowhere. */
    private static final class Measure extends DigestOutputStream {
        private long size;

        Measure() {
            super(OutputStream.nullOutputStream(), sha256Digest());
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            size++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            super.write(b, off, len);
            size += len;
        }

        String sha256() {
            return HexFormat.of().formatHex(getMessageDigest().digest());
        }

        long size() {
            return size;
        }

        private static MessageDigest sha256Digest() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("This JVM has no SHA-256", missing);
            }
        }
    }
}
