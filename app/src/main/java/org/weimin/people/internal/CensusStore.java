package org.weimin.people.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Repository;
import org.weimin.home.Bulk;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Ids;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Vault;
import org.weimin.people.Family;
import org.weimin.people.Sex;

/** Writes many households by COPY, table by table. */
@Repository
public class CensusStore {
    private final Bulk bulk;
    private final Vault vault;
    private final PersonStore persons;
    private final TokenStore tokens;

    CensusStore(Bulk bulk, Vault vault, PersonStore persons, TokenStore tokens) {
        this.bulk = bulk;
        this.vault = vault;
        this.persons = persons;
        this.tokens = tokens;
    }

    public void insert(List<Family> families, UnaryOperator<DivisionCode> areaOf, Instant knownFrom) {
        String known = "[" + knownFrom + ",)";
        List<Placed> placed = families.stream()
                .map(family -> new Placed(family, areaOf.apply(family.place()).value(), known))
                .toList();
        insertPersons(placed);
        bulk.insert("people.household (id, area, head_id, address)", rows -> {
            for (Placed each : placed) {
                rows.row(
                        each.family().id(),
                        each.area(),
                        each.head().id(),
                        each.family().address());
            }
        });
        insertMemberships(placed);
        insertKinships(placed);
        insertCards(placed);
        insertTokens(placed);
    }

    private void insertPersons(List<Placed> placed) {
        String columns =
                "id, area, name, sex, birth_on, id_number, id_number_index, address, phone, died_on, " + "death_source";
        bulk.insert("people.person (" + columns + ")", rows -> {
            for (Placed each : placed) {
                for (Family.Relative relative : each.family().relatives()) {
                    IdentityNumber identity = relative.identity();
                    if (!persons.mayExist(identity)) {
                        throw new Refused("people.register.synthetic", identity.masked());
                    }
                    rows.row(
                            relative.id(),
                            each.area(),
                            relative.name(),
                            identity.isMale() ? Sex.MALE : Sex.FEMALE,
                            identity.birth(),
                            vault.seal(identity.value()),
                            vault.blindIndex("identity", identity.value()),
                            each.family().address(),
                            relative.phone(),
                            relative.diedOn().orElse(null),
                            relative.diedOn().isPresent() ? "REGISTER" : null);
                }
            }
        });
    }

    private void insertMemberships(List<Placed> placed) {
        String columns = "id, area, household_id, person_id, relation, counted, excluded_reason, valid, known";
        bulk.insert("people.membership (" + columns + ")", rows -> {
            for (Placed each : placed) {
                for (Family.Relative relative : each.family().relatives()) {
                    rows.row(
                            Ids.next(),
                            each.area(),
                            each.family().id(),
                            relative.id(),
                            relative.relation(),
                            "t",
                            "",
                            each.validFor(relative),
                            each.known());
                }
            }
        });
    }

    private void insertKinships(List<Placed> placed) {
        bulk.insert("people.kinship (id, area, person_id, relative_id, kind, valid, known)", rows -> {
            for (Placed each : placed) {
                for (var kin : each.family().kinships()) {
                    rows.row(
                            Ids.next(),
                            each.area(),
                            kin.person(),
                            kin.relative(),
                            kin.kind(),
                            each.valid(),
                            each.known());
                }
            }
        });
    }

    private void insertCards(List<Placed> placed) {
        bulk.insert("people.bank_card (id, area, holder_id, bank, number, number_index, valid, known)", rows -> {
            for (Placed each : placed) {
                for (Family.Relative relative : each.family().relatives()) {
                    relative.account()
                            .ifPresent(account -> rows.row(
                                    Ids.next(),
                                    each.area(),
                                    relative.id(),
                                    account.bank(),
                                    vault.seal(account.number().value()),
                                    vault.blindIndex("card", account.number().value()),
                                    each.valid(),
                                    each.known()));
                }
            }
        });
    }

    private void insertTokens(List<Placed> placed) {
        bulk.insert("people.search_token (token, area, person_id)", rows -> {
            for (Placed each : placed) {
                for (Family.Relative relative : each.family().relatives()) {
                    for (String token : tokens.of(relative.name(), each.family().address(), relative.identity())) {
                        rows.row(token, each.area(), relative.id());
                    }
                }
            }
        });
    }

    /** A family with the area that is responsible for it. */
    private record Placed(Family family, String area, String known) {
        Family.Relative head() {
            return family.relatives().getFirst();
        }

        String valid() {
            return "[" + family.since() + ",)";
        }

        /** Nobody is a member before birth. */
        String validFor(Family.Relative relative) {
            LocalDate birth = relative.identity().birth();
            return "[" + (birth.isAfter(family.since()) ? birth : family.since()) + ",)";
        }
    }
}
