package org.weimin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.weimin.access.Role;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PostId;
import org.weimin.kernel.StaffId;
import org.weimin.people.RosterBatch;
import org.weimin.people.Rosters;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Column;

/**
 * A roster as a workbook: read, checked, entered into the register by the job, all of it or nothing, and the workbook
 * with the verdicts back over HTTP; beside only reading the same file. The heap is what the JVM was given:
 * {@code BENCH_JAVA_OPTIONS=-Xmx512m}.
 */
final class RosterImport {
    private static final int HOUSEHOLDS = 2_000;
    private static final DivisionCode SONGJIANG = new DivisionCode("310117");
    private static final List<String> HEADINGS =
            List.of("户编号", "姓名", "公民身份号码", "与户主关系", "村（社区）", "住址", "联系电话", "开户银行", "银行卡号");

    private RosterImport() {}

    public static void main(String[] args) throws IOException {
        int rows = List.of(args).contains("--quick") ? 10_000 : 50_000;
        Path file = Files.createTempFile("roster", ".xlsx");
        try (var office = Office.open(HOUSEHOLDS)) {
            String cookie = office.cookies(Role.COUNTY_OFFICER, 1).getFirst();
            write(file, rows);
            long start = System.nanoTime();
            var read = new int[1];
            Workbooks.read(file, "roster.xlsx", (number, cells) -> read[0]++);
            long between = System.nanoTime();
            UUID batch = enter(office, file, rows);
            office.time("/people/import/" + batch + "/checked", cookie);
            long end = System.nanoTime();
            System.out.printf(
                    "%d rows entered in %d ms, heap at most %d MB%n",
                    rows, (end - between) / 1_000_000, Runtime.getRuntime().maxMemory() >> 20);
            Acting.as(officer(), () -> office.bean(Rosters.class).undo(batch));
            Result.ofNanos("roster-import", end - between, between - start, rows)
                    .print();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static UUID enter(Office office, Path file, int rows) {
        var rosters = office.bean(Rosters.class);
        UUID batch = Acting.as(officer(), () -> rosters.upload(file, "roster.xlsx", RosterBatch.Policy.ALL, SONGJIANG));
        Acting.as(officer(), () -> rosters.apply(batch));
        while (Acting.as(officer(), () -> rosters.get(batch)).status() != RosterBatch.Status.APPLIED) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        int applied = Acting.as(officer(), () -> rosters.get(batch)).counts().applied();
        if (applied != rows) {
            throw new IllegalStateException(applied + " of " + rows);
        }
        return batch;
    }

    private static Actor.Staff officer() {
        return new Actor.Staff(
                new StaffId(new UUID(0, 1)),
                "bench",
                new PostId(new UUID(0, 2)),
                "COUNTY_OFFICER",
                Set.of("people.import"),
                SONGJIANG);
    }

    /** Households of three, in the communities of the county's first street. */
    private static void write(Path file, int rows) throws IOException {
        var columns = new ArrayList<Column<Integer>>();
        for (int i = 0; i < HEADINGS.size(); i++) {
            int at = i;
            columns.add(new Column<>(HEADINGS.get(i), 18, row -> cell(at, row)));
        }
        try (var out = Files.newOutputStream(file)) {
            Workbooks.write(out, "名册", columns, IntStream.range(0, rows).boxed().toList());
        }
    }

    private static Object cell(int column, int row) {
        int member = row % 3;
        return switch (column) {
            case 0 -> "H" + row / 3;
            case 1 -> "王" + Character.toString(0x4E00 + row % 5000) + Character.toString(0x5000 + row / 5000);
            case 2 -> identity(row);
            case 3 -> member == 0 ? "户主" : member == 1 ? "配偶" : "子";
            case 4 -> "310117003001";
            case 5 -> "文诚路" + (row / 3) + "弄" + row % 90 + "号";
            case 6 -> "1990000" + String.format("%04d", row % 10_000);
            default -> "";
        };
    }

    private static String identity(int row) {
        int day = row / 400;
        String seventeen = "990199"
                + java.time.LocalDate.of(1950, 1, 1)
                        .plusDays(day)
                        .format(java.time.format.DateTimeFormatter.BASIC_ISO_DATE)
                + String.format("%03d", row % 400);
        return seventeen + IdentityNumber.checkOf(seventeen);
    }
}
