package org.weimin.spark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.weimin.engine.FactsDictionary;
import org.weimin.engine.population.Column;
import org.weimin.engine.population.Columns;
import org.weimin.kernel.DivisionCode;

/** A few thousand rows as columns, with who is in them. */
final class Lot {
    private final FactsDictionary dictionary;
    private final List<String> facts;
    private final List<Row> rows;
    private final Columns columns;

    Lot(FactsDictionary dictionary, List<String> facts, List<Row> rows) {
        this.dictionary = dictionary;
        this.facts = facts;
        this.rows = rows;
        this.columns = columns();
    }

    Columns columns() {
        var places = new LinkedHashMap<String, Integer>();
        rows.forEach(row -> places.putIfAbsent(row.getAs("place"), places.size()));
        var filled = Columns.of(
                dictionary,
                facts,
                places.keySet().stream().map(DivisionCode::new).toList());
        for (Row row : rows) {
            int household = filled.household(places.getOrDefault(row.<String>getAs("place"), 0));
            put(filled, household, false, row.getJavaMap(row.fieldIndex("facts")));
            for (Row member : row.<Row>getList(row.fieldIndex("members"))) {
                put(filled, filled.member(), true, member.getJavaMap(member.fieldIndex("facts")));
            }
        }
        return filled;
    }

    private static void put(Columns columns, int row, boolean ofMember, Map<String, String> facts) {
        facts.forEach((name, value) -> columns.find(name)
                .filter(column -> column.kind().ofMember() == ofMember)
                .ifPresent(column -> put(column, row, value)));
    }

    /** A name without a value says that nobody knows; a name that is left out, what its absence means. */
    private static void put(Column column, int row, @Nullable String value) {
        if (value == null) {
            column.forget(row);
        } else {
            column.put(row, column.encode(column.kind().parse(value)));
        }
    }

    Columns filled() {
        return columns;
    }

    String household(int household) {
        return rows.get(household).getAs("household");
    }

    String place(int household) {
        return rows.get(household).getAs("place");
    }

    /** The ids of all members, in the order of the columns. */
    List<String> persons() {
        var persons = new ArrayList<String>();
        rows.forEach(row ->
                row.<Row>getList(row.fieldIndex("members")).forEach(member -> persons.add(member.getAs("person"))));
        return persons;
    }
}
