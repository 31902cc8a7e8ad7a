package org.weimin.people.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Refused;
import org.weimin.people.internal.RosterColumns.Column;
import org.weimin.shell.Workbooks.Cell;

/** 名册行的检查: reads one row by itself and names everything that is wrong with it. */
final class RosterRow {
    private static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("户主", "02"),
            Map.entry("本人", "02"),
            Map.entry("配偶", "10"),
            Map.entry("子", "20"),
            Map.entry("儿子", "20"),
            Map.entry("女", "30"),
            Map.entry("女儿", "30"),
            Map.entry("孙子女", "40"),
            Map.entry("父母", "50"),
            Map.entry("祖父母", "60"),
            Map.entry("兄弟姐妹", "70"),
            Map.entry("其他", "80"));
    private static final Pattern LOST_DIGITS = Pattern.compile("[\\d.]+[eE]\\+?\\d+");
    /** Letters of any script, and what stands between the parts of a name. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} ·•．.'’-]+");

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d-]{7,20}");
    /** A spreadsheet keeps fifteen digits of a number, and writes zeros for the rest. */
    private static final Pattern CUT_OFF = Pattern.compile("\\d{15}0{2,4}");

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_ADDRESS = 200;
    private final RosterColumns columns;
    private final List<Cell> cells;
    private final List<String> faults = new ArrayList<>();
    private final TreeSet<Integer> badColumns = new TreeSet<>();

    RosterRow(RosterColumns columns, List<Cell> cells) {
        this.columns = columns;
        this.cells = cells;
        for (Column column : Column.values()) {
            if (columns.cell(column, cells).kind() == Cell.Kind.FORMULA) {
                wrong(column, "formula");
            }
        }
    }

    List<String> faults() {
        return faults;
    }

    Set<Integer> badColumns() {
        return badColumns;
    }

    String family() {
        return needed(Column.FAMILY);
    }

    String name() {
        String name = needed(Column.NAME);
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            wrong(Column.NAME, "name-long");
        } else if (!NAME.matcher(name).matches() && !name.isEmpty()) {
            wrong(Column.NAME, "name-shape");
        }
        return name;
    }

    /** A number cell has lost digits for ever, even where it still shows eighteen of them. */
    Optional<IdentityNumber> identity() {
        String text = digits(Column.IDENTITY);
        if (text.isEmpty()) {
            wrong(Column.IDENTITY, "identity-missing");
            return Optional.empty();
        }
        if (wasNumber(Column.IDENTITY)) {
            wrong(Column.IDENTITY, LostDigits.fault(Column.IDENTITY));
            return Optional.empty();
        }
        Optional<String> fault = IdentityNumber.faultOf(text);
        fault.ifPresent(kind -> wrong(
                Column.IDENTITY,
                kind.equals("check") && endsInLostDigits(Column.IDENTITY)
                        ? LostDigits.fault(Column.IDENTITY)
                        : "identity-" + kind));
        return fault.isEmpty() ? Optional.of(new IdentityNumber(text)) : Optional.empty();
    }

    String relation() {
        String text = needed(Column.RELATION);
        if (RELATIONS.containsValue(text)) {
            return text;
        }
        String code = RELATIONS.get(text);
        if (code == null && !text.isEmpty()) {
            wrong(Column.RELATION, "relation");
        }
        return code == null ? "" : code;
    }

    /** The community by its code or by its name, among those where the uploader may register. */
    Optional<DivisionCode> place(Map<String, DivisionCode> communities) {
        String text = needed(Column.PLACE);
        DivisionCode found = communities.get(text);
        if (found == null && !text.isEmpty()) {
            wrong(Column.PLACE, "place");
        }
        return Optional.ofNullable(found);
    }

    String address() {
        String address = needed(Column.ADDRESS);
        if (address.length() > LONGEST_ADDRESS) {
            wrong(Column.ADDRESS, "address-long");
        }
        return address;
    }

    String phone() {
        String phone = IdentityNumber.normalised(text(Column.PHONE));
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            wrong(Column.PHONE, "phone");
        }
        return phone;
    }

    String bank() {
        return text(Column.BANK);
    }

    Optional<BankCard> card() {
        String text = digits(Column.CARD);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (wasNumber(Column.CARD)) {
            wrong(Column.CARD, LostDigits.fault(Column.CARD));
            return Optional.empty();
        }
        try {
            return Optional.of(BankCard.of(text));
        } catch (Refused malformed) {
            wrong(Column.CARD, endsInLostDigits(Column.CARD) ? LostDigits.fault(Column.CARD) : "card");
            return Optional.empty();
        }
    }

    /** A text that ends as numbers end which a spreadsheet cut off; that alone proves nothing. */
    boolean endsInLostDigits(Column column) {
        return CUT_OFF.matcher(digits(column)).matches();
    }

    private boolean wasNumber(Column column) {
        return columns.cell(column, cells).kind() == Cell.Kind.NUMBER
                || LOST_DIGITS.matcher(digits(column)).matches();
    }

    private String digits(Column column) {
        return IdentityNumber.normalised(columns.cell(column, cells).text());
    }

    void wrong(Column column, String fault) {
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
        columns.placeOf(column).ifPresent(badColumns::add);
    }

    private String needed(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            wrong(column, "missing");
        }
        return text;
    }

    private String text(Column column) {
        return columns.cell(column, cells).text().strip();
    }
}
