package org.weimin.payments.web;

import java.util.List;
import java.util.Locale;
import org.weimin.kernel.Acting;
import org.weimin.kernel.RunId;
import org.weimin.payments.Run;
import org.weimin.payments.Run.Status;
import org.weimin.payments.internal.BankFiles.Written;

/** What the page of one run prints. */
public record RunView(
        Head head,
        ProgressView progress,
        ComparisonView comparison,
        LinesView lines,
        AnswersView answers,
        List<FileRow> files,
        Doors doors) {
    /** Who did what, and the control totals. */
    public record Head(
            String id,
            String title,
            String status,
            String badge,
            Money pays,
            Money blocked,
            String preparedBy,
            String reviewedBy,
            String releasedBy) {}

    /** A control total: count, amount, and the amount in words. */
    public record Money(int count, String amount, String words) {
        static Money of(int count, org.weimin.kernel.Money amount) {
            return new Money(count, amount.grouped(), amount.inWords());
        }
    }

    public record FileRow(String href, String format, String size, String sha256) {
        static FileRow of(RunId run, Written file) {
            return new FileRow(
                    "/payments/" + run + "/file/" + file.format().name().toLowerCase(Locale.ROOT),
                    file.format().name(),
                    String.format(Locale.ROOT, "%,d", file.sizeBytes()),
                    file.sha256());
        }
    }

    /** What the present person may do with the run as it is now. */
    public record Doors(
            boolean mayPrepareAgain,
            boolean mayReview,
            boolean mayRelease,
            boolean mayDiscard,
            boolean mayDownload,
            boolean mayReadReturn,
            boolean mayReconcile) {
        static Doors of(Run run) {
            boolean payer = Acting.current().may("payments.prepare");
            boolean reader = Acting.current().may("payments.return");
            var status = run.status();
            return new Doors(
                    payer && status.isDraft(),
                    payer && status == Status.PREPARED,
                    Acting.current().may("payments.release") && status == Status.REVIEWED,
                    payer && status.isDraft(),
                    Acting.current().may("payments.file"),
                    reader && (status == Status.FILED || status == Status.ANSWERED),
                    reader && status == Status.ANSWERED);
        }
    }
}
