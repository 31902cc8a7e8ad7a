package org.weimin.offices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.Refused;

/**
 * 机构条件: what an office has from a day on: posts, rooms, equipment, and where to find it. Public, for it names nobody.
 *
 * @param bureaus how many bureaus above it answers to
 */
public record Premises(
        OrgUnitId office,
        DivisionCode serves,
        LocalDate from,
        int posts,
        int bureaus,
        Rooms rooms,
        Equipment equipment,
        Contact contact) {
    private static final int MOST_POSTS = 500;
    private static final int MOST_BUREAUS = 99;

    public Premises {
        demand(IntStream.of(posts), MOST_POSTS, "offices.premises.posts");
        demand(IntStream.of(bureaus), MOST_BUREAUS, "offices.premises.bureaus");
    }

    /** 用房. */
    public record Rooms(BigDecimal squareMetres, boolean window, boolean archive) {
        private static final BigDecimal MOST = new BigDecimal(10_000);

        public Rooms {
            if (squareMetres.signum() < 0 || squareMetres.compareTo(MOST) > 0) {
                throw new Refused("offices.premises.rooms", squareMetres.toPlainString(), MOST);
            }
        }
    }

    /** 设备: in pieces. */
    public record Equipment(int computers, int printers, int faxes, int airConditioners, int cameras, boolean network) {
        private static final int MOST = 999;

        public Equipment {
            demand(IntStream.of(computers, printers, faxes, airConditioners, cameras), MOST, "offices.premises.pieces");
        }
    }

    /** 办公地点: what a resident has to know who wants to go there. */
    public record Contact(String address, String phone, String hours) {
        private static final int LONGEST = 200;

        public Contact {
            address = address.strip();
            phone = phone.strip();
            hours = hours.strip();
            if (address.length() > LONGEST || phone.length() > LONGEST || hours.length() > LONGEST) {
                throw new Refused("offices.premises.contact", LONGEST);
            }
        }
    }

    private static void demand(IntStream pieces, int most, String code) {
        if (pieces.anyMatch(count -> count < 0 || count > most)) {
            throw new Refused(code, most);
        }
    }
}
