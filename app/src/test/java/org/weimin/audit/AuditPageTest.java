package org.weimin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.access.Role;
import org.weimin.kernel.Acting;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.Subject;
import org.weimin.testing.As;
import org.weimin.testing.RawHttp;
import org.weimin.testing.RoomTest;
import org.weimin.testing.SignedIn;

@RoomTest
class AuditPageTest {
    @Autowired
    Audit audit;

    @Autowired
    SignedIn signedIn;

    @LocalServerPort
    int port;

    @Test
    void the_auditor_reads_who_looked_at_a_household_and_that_look_is_recorded_too() throws IOException {
        var household = HouseholdId.next();
        Acting.as(
                As.staff("STREET_CLERK", "310117103"),
                () -> audit.looked("household", new Subject.OfHousehold(household), "核对地址"));
        String auditor = "Cookie: " + signedIn.as(Role.AUDITOR, "310117");

        var page = new RawHttp(port).get("/audit?about=" + household, auditor);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("核对地址", "街镇经办员", "查看", "家庭");

        assertThat(new RawHttp(port).get("/audit?about=" + household, auditor).body())
                .contains("审计员");
    }

    @Test
    void an_auditor_of_another_street_sees_nothing_of_it() throws IOException {
        var household = HouseholdId.next();
        Acting.as(
                As.staff("STREET_CLERK", "310117103"),
                () -> audit.looked("household", new Subject.OfHousehold(household), "核对住址"));
        String auditor = "Cookie: " + signedIn.as(Role.AUDITOR, "310117104");
        assertThat(new RawHttp(port).get("/audit?about=" + household, auditor).body())
                .doesNotContain("核对住址");
    }

    @Test
    void a_clerk_is_turned_away_and_that_is_on_the_record() throws IOException {
        String clerk = "Cookie: " + signedIn.as(Role.STREET_CLERK, "310117103");
        assertThat(new RawHttp(port).get("/audit", clerk).status()).isEqualTo(403);
        String auditor = "Cookie: " + signedIn.as(Role.AUDITOR, "310117");
        assertThat(new RawHttp(port).get("/audit?action=REFUSED", auditor).body())
                .contains("被拒绝", "audit.read");
    }
}
