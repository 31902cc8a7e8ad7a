package org.weimin.payments.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.kernel.Money;
import org.weimin.kernel.Refused;
import org.weimin.payments.internal.Answer.Outcome;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Cell;

/** 回盘清册: the list that went to the bank, come back with the columns 结果 and 原因 filled in. */
public final class SheetReturnReader {
    private static final List<String> PAID = List.of("成功", "已支付", "ACSC", "SETTLED");
    private static final List<String> REFUSED = List.of("失败", "退回", "RJCT", "RETURNED");
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    private SheetReturnReader() {}

    public static BankReturn read(byte[] content, String fileName) {
        var reader = new SheetReturnReader();
        try {
            Path copy = Files.createTempFile("return", ".xlsx");
            try {
                Files.write(copy, content);
                Workbooks.read(copy, fileName, (number, cells) -> reader.row(cells));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (reader.columns.isEmpty()) {
            throw new Refused("payments.return.unreadable");
        }
        return new BankReturn("", Optional.empty(), reader.answers);
    }

    /** Rows above the headings are the batch's own head; the headings are the first row that names line and result. */
    private void row(List<Cell> cells) {
        if (columns.isEmpty()) {
            headings(cells);
        } else if (!text(cells, "line").isEmpty()) {
            answers.add(new Answer(
                    text(cells, "line"), outcome(text(cells, "result")), text(cells, "reason"), amount(cells)));
        }
    }

    private void headings(List<Cell> cells) {
        var found = new HashMap<String, Integer>();
        for (String name : List.of("line", "result", "reason", "amount")) {
            for (int column = 0; column < cells.size(); column++) {
                if (cells.get(column).text().strip().equals(Texts.in("zh", "payments.file." + name))) {
                    found.put(name, column);
                }
            }
        }
        if (found.containsKey("line") && found.containsKey("result")) {
            columns.putAll(found);
        }
    }

    private String text(List<Cell> cells, String name) {
        int column = columns.getOrDefault(name, Integer.MAX_VALUE);
        return column < cells.size() ? cells.get(column).text().strip() : "";
    }

    private Optional<Money> amount(List<Cell> cells) {
        String typed = text(cells, "amount").replace(",", "");
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(Money.yuan(typed));
        } catch (ArithmeticException | NumberFormatException malformed) {
            throw new Refused("payments.return.unreadable");
        }
    }

    private static Outcome outcome(String result) {
        if (PAID.contains(result)) {
            return Outcome.SETTLED;
        }
        return REFUSED.contains(result) ? Outcome.RETURNED : Outcome.PENDING;
    }
}
