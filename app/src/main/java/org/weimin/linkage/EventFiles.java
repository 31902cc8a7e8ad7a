package org.weimin.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.linkage.LoadReport.Row;
import org.weimin.linkage.internal.Resolving;
import org.weimin.shell.Texts;
import org.weimin.shell.Workbooks;
import org.weimin.shell.Workbooks.Cell;

/** 事件文件: reads a workbook or CSV file of events. A row that cannot be read is named, and holds up no other. */
@Service
public class EventFiles {
    static final List<String> REQUIRED = List.of("事件", "来源编号", "对象", "日期");
    private static final Map<String, Detail> DETAILS = Map.of(
            "另一方", Detail.OTHER_PERSON,
            "金额", Detail.AMOUNT,
            "截止日期", Detail.UNTIL,
            "地点", Detail.PLACE,
            "代码", Detail.CODE);
    private final Linkage linkage;
    private final Resolving resolving;

    EventFiles(Linkage linkage, Resolving resolving) {
        this.linkage = linkage;
        this.resolving = resolving;
    }

    /** The headings of a file, those that are required first. */
    public static List<String> columns() {
        return Stream.concat(REQUIRED.stream(), DETAILS.keySet().stream().sorted())
                .toList();
    }

    /** Each row is told in a transaction of its own, and worked before the next. */
    public LoadReport load(Path file, String fileName, String source, DivisionCode place) {
        var rows = new ArrayList<Row>();
        var columns = new HashMap<String, Integer>();
        Workbooks.read(file, fileName, (number, cells) -> {
            if (columns.isEmpty()) {
                columns.putAll(heading(cells));
            } else if (cells.stream().anyMatch(cell -> !cell.text().isBlank())) {
                rows.add(row(number, line(cells, columns), source, place));
            }
        });
        if (columns.isEmpty()) {
            throw new Refused("linkage.load.columns", REQUIRED.getFirst());
        }
        return new LoadReport(rows);
    }

    private static Map<String, Integer> heading(List<Cell> cells) {
        var columns = new HashMap<String, Integer>();
        for (int i = 0; i < cells.size(); i++) {
            columns.putIfAbsent(cells.get(i).text().strip(), i);
        }
        REQUIRED.stream().filter(name -> !columns.containsKey(name)).findFirst().ifPresent(missing -> {
            throw new Refused("linkage.load.columns", missing);
        });
        return columns;
    }

    private static EventLine line(List<Cell> cells, Map<String, Integer> columns) {
        var details = new EnumMap<Detail, String>(Detail.class);
        DETAILS.forEach((name, detail) -> details.put(detail, text(cells, columns, name)));
        return new EventLine(
                text(cells, columns, "事件"),
                text(cells, columns, "来源编号"),
                text(cells, columns, "对象"),
                text(cells, columns, "日期"),
                details);
    }

    private static String text(List<Cell> cells, Map<String, Integer> columns, String name) {
        int at = columns.getOrDefault(name, Integer.MAX_VALUE);
        return at < cells.size() ? cells.get(at).text() : "";
    }

    private Row row(int number, EventLine line, String source, DivisionCode place) {
        try {
            RegisterEvent told = resolving.resolve(line, source, place);
            boolean isNew = linkage.find(told.origin()).isEmpty();
            return new Row(number, Optional.of(linkage.register(told)), isNew, "");
        } catch (Refused refused) {
            return new Row(number, Optional.empty(), false, Texts.t(refused));
        }
    }
}
