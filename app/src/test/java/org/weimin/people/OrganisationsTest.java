package org.weimin.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.weimin.kernel.Acting;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrganisationId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.testing.As;
import org.weimin.testing.RoomTest;

@RoomTest
class OrganisationsTest {
    private static final DivisionCode PLACE = new DivisionCode("310117003001");
    private static int sequence = 700;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    private PersonId founder() {
        String seventeen = "990117" + "19650101" + String.format("%03d", ++sequence);
        var identity = new IdentityNumber(seventeen + IdentityNumber.checkOf(seventeen));
        return people.register(new RegisterPerson(identity, "周建国", PLACE, "文诚路86弄12号302室", ""));
    }

    private OrganisationId register(String name, Optional<CreditCode> code) {
        return As.system(() -> organisations.register(
                new RegisterOrganisation(name, code, Organisation.Kind.ASSOCIATION, founder(), "", "文诚路1号", PLACE)));
    }

    private boolean finds(String query, OrganisationId id) {
        return As.system(() -> organisations.search(query, 1)).rows().stream()
                .anyMatch(found -> found.id().equals(id));
    }

    @Test
    void an_organisation_is_found_by_its_name_initials_and_code() {
        OrganisationId id = register("方松书画协会", Optional.of(new CreditCode("53310117MJ0000034N")));
        assertThat(finds("书画", id)).isTrue();
        assertThat(finds("fssh", id)).isTrue();
        assertThat(finds("53310117mj0000034n", id)).isTrue();
        assertThat(finds("", id)).isTrue();
        assertThat(finds("棋类", id)).isFalse();
    }

    @Test
    void one_code_belongs_to_one_organisation_and_is_given_once() {
        var code = new CreditCode("51320481MJ0000018G");
        OrganisationId id = register("银龄互助会", Optional.empty());
        As.system(() -> {
            organisations.giveCode(id, code);
            return id;
        });
        assertThat(finds(code.value(), id)).isTrue();
        assertThatThrownBy(() -> register("银龄互助总会", Optional.of(code))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> As.system(() -> {
                    organisations.giveCode(id, code);
                    return id;
                }))
                .isInstanceOf(Refused.class);
    }

    @Test
    void staff_of_another_street_do_not_see_it() {
        OrganisationId id = register("邻里乐队", Optional.empty());
        var neighbour = As.staff("STREET_CLERK", "310117004");
        assertThatThrownBy(() -> Acting.as(neighbour, () -> organisations.get(id)))
                .isInstanceOf(NotFound.class);
    }
}
