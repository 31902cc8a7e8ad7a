package org.weimin.engine.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.weimin.engine.Fact;
import org.weimin.engine.FactSheet;
import org.weimin.engine.FactsDictionary;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;

/**
 * 批量事实: the facts of many households side by side, filled row by row by whoever reads them, and used again for the
 * next lot. A household's members follow one another; a place is a number in the list of places.
 */
public final class Columns {
    private static final String SOURCE = "COLUMN";
    private static final int FIRST_SIZE = 64;
    private final List<DivisionCode> places;
    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final List<Column> ofHousehold = new ArrayList<>();
    private final List<Column> ofMember = new ArrayList<>();
    private int households;
    private int members;
    private int[] place = new int[FIRST_SIZE];
    private int[] firstMember = new int[FIRST_SIZE + 1];

    private Columns(FactsDictionary dictionary, Collection<String> facts, List<DivisionCode> places) {
        this.places = List.copyOf(places);
        facts.stream().distinct().map(dictionary::get).forEach(kind -> {
            var column = new Column(kind);
            byName.put(kind.name(), column);
            (kind.ofMember() ? ofMember : ofHousehold).add(column);
        });
    }

    /** Room for the named facts of households that live at the places. */
    public static Columns of(FactsDictionary dictionary, Collection<String> facts, List<DivisionCode> places) {
        return new Columns(dictionary, facts, places);
    }

    /** Forgets every household; the room stays. */
    public void clear() {
        households = 0;
        members = 0;
        byName.values().forEach(Column::forgetAll);
    }

    /** Begins a household at the place of that number, and gives its row. */
    public int household(int placeNumber) {
        if (households == place.length) {
            place = Arrays.copyOf(place, 2 * households);
            firstMember = Arrays.copyOf(firstMember, 2 * households + 1);
        }
        int row = households++;
        place[row] = placeNumber;
        firstMember[row] = members;
        firstMember[households] = members;
        for (Column column : ofHousehold) {
            column.reach(households);
        }
        return row;
    }

    /** Begins a member of the household begun last, and gives its row. */
    public int member() {
        int row = members++;
        firstMember[households] = members;
        for (Column column : ofMember) {
            column.reach(members);
        }
        return row;
    }

    public Column column(String fact) {
        return find(fact).orElseThrow(() -> new NotFound(fact));
    }

    public Optional<Column> find(String fact) {
        return Optional.ofNullable(byName.get(fact));
    }

    public int households() {
        return households;
    }

    public int members() {
        return members;
    }

    /** The row of a household's first member; of the household after the last one, the number of members. */
    public int firstMember(int household) {
        return firstMember[household];
    }

    public int size(int household) {
        return firstMember[household + 1] - firstMember[household];
    }

    /** The household of a subject: the subject itself, or the household of that member. */
    public int householdOf(int subject, boolean member) {
        if (!member) {
            return subject;
        }
        int found = Arrays.binarySearch(firstMember, 0, households + 1, subject);
        while (found >= 0 && firstMember[found + 1] == subject) {
            found++;
        }
        return found >= 0 ? found : -found - 2;
    }

    public int place(int household) {
        return place[household];
    }

    public List<DivisionCode> places() {
        return places;
    }

    /** One household as the interpreter takes it; its members are called #1, #2 and so on. */
    public FactSheet sheet(int household) {
        var sheets = new ArrayList<List<Fact>>();
        for (int row = firstMember[household]; row < firstMember[household + 1]; row++) {
            sheets.add(facts(ofMember, row));
        }
        return new FactSheet(facts(ofHousehold, household), sheets);
    }

    /** What is unknown is said to be, or the absence of a record would speak for it. */
    private static List<Fact> facts(List<Column> columns, int row) {
        return columns.stream()
                .map(column -> column.isKnown(row)
                        ? new Fact(column.kind().name(), column.decode(column.get(row)), SOURCE, "")
                        : Fact.unsettled(column.kind().name(), SOURCE, ""))
                .toList();
    }

    /** The name that {@link #sheet} gives a member of a household. */
    static String nameOf(int member) {
        return "#" + (member + 1);
    }
}
