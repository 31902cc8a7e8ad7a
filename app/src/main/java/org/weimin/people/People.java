package org.weimin.people;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Circle;
import org.weimin.audit.Audit;
import org.weimin.divisions.Divisions;
import org.weimin.kernel.BankCard;
import org.weimin.kernel.HouseholdId;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.people.internal.CardStore;
import org.weimin.people.internal.FamilyStore;
import org.weimin.people.internal.PersonStore;
import org.weimin.shell.PageOf;

/** 居民与家庭: the front desk of this room. What lies outside the actor's area is not found. */
@Service
@Transactional
public class People {
    private final PersonStore persons;
    private final FamilyStore families;
    private final CardStore cards;
    private final Divisions divisions;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    People(
            PersonStore persons,
            FamilyStore families,
            CardStore cards,
            Divisions divisions,
            Audit audit,
            ApplicationEventPublisher events) {
        this.persons = persons;
        this.families = families;
        this.cards = cards;
        this.divisions = divisions;
        this.audit = audit;
        this.events = events;
    }

    public Person person(PersonId id) {
        return persons.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** The record that this one has become part of; nobody for a record that stands for itself. */
    public Optional<PersonId> survivorOf(PersonId id) {
        return persons.mergedInto(id);
    }

    /** Each by its id; whoever lies outside the actor's area is missing. */
    public Map<PersonId, Person> persons(Collection<PersonId> ids) {
        return persons.all(ids);
    }

    /** Somebody about whom something may be written: what has become part of another record is closed. */
    private Person open(PersonId id) {
        Person person = person(id);
        survivorOf(id).ifPresent(survivor -> {
            throw new Refused("people.merged", person.name(), person(survivor).name());
        });
        return person;
    }

    /** *******5678: the phone with its last digits; empty where there is none. */
    public String phoneMasked(PersonId id) {
        String phone = persons.phone(id);
        int open = Math.min(4, phone.length() / 2);
        return "*".repeat(phone.length() - open) + phone.substring(phone.length() - open);
    }

    public Household household(HouseholdId id, LocalDate asOf) {
        return families.find(id, asOf).orElseThrow(() -> new NotFound(id));
    }

    public Optional<HouseholdId> householdOf(PersonId person, LocalDate asOf) {
        return families.householdOf(person, asOf);
    }

    /** Name, pinyin initials, last four of the identity number, the whole number, or an address; terms by spaces. */
    public PageOf<Hit> search(String query, int page) {
        return persons.search(query, page);
    }

    /** The whole result of a search, for a workbook; written to the audit record. */
    public List<Hit> export(String query) {
        audit.looked("people-list", "query", UUID.nameUUIDFromBytes(query.getBytes(StandardCharsets.UTF_8)), "export");
        return persons.export(query);
    }

    public Optional<PersonId> byIdentity(IdentityNumber identity) {
        return persons.byIdentity(identity);
    }

    public PersonId register(RegisterPerson command) {
        if (persons.byIdentity(command.identity()).isPresent()) {
            throw new Refused("people.register.known", command.identity().masked());
        }
        return persons.register(command, divisions.areaOf(command.place()));
    }

    public HouseholdId found(FoundHousehold command) {
        return families.found(command, open(command.head()), divisions.areaOf(command.place()));
    }

    public void join(JoinHousehold command) {
        Household household = household(command.household(), command.on());
        Person newcomer = open(command.person());
        if (household.member(newcomer.id()).isPresent()) {
            throw new Refused("people.join.member", newcomer.name());
        }
        families.join(command, household.area());
    }

    /** The person no longer lives in the household from the day on; the head stays while others do. */
    public void leave(PersonId person, LocalDate on) {
        HouseholdId household = householdOf(person, on).orElseThrow(() -> new NotFound(person));
        Household before = household(household, on);
        if (before.head().equals(person) && before.members().size() > 1) {
            throw new Refused("people.leave.head", person(person).name());
        }
        families.leave(person, on);
    }

    public void relate(Kinship kinship, LocalDate since) {
        families.relate(kinship, open(kinship.person()).area(), since);
    }

    /** Spouse, parents and children, siblings, whoever is recorded as kin, and whoever lives together today. */
    public boolean areRelated(PersonId one, PersonId other) {
        return one.equals(other) || families.areRelated(one, other);
    }

    /** 监护: who answers for a child or for somebody who cannot answer. */
    public void appointGuardian(PersonId ward, PersonId guardian, LocalDate from, String evidence) {
        if (ward.equals(guardian)) {
            throw new Refused("people.guardian.self", person(ward).name());
        }
        families.appointGuardian(open(ward), open(guardian).id(), from, evidence);
    }

    /**
     * 本人: the record that stands for whoever signed in, and whose rows belong to the own file: the resident and, where
     * the resident counts in a household, the household with its head and all who count; also what has become part of
     * the resident's record. Nobody where the resident has died.
     */
    public Optional<Circle.Own> own(PersonId signedIn, LocalDate asOf) {
        PersonId resident = survivorOf(signedIn).orElse(signedIn);
        return persons.find(resident).filter(person -> person.isAliveOn(asOf)).map(alive -> {
            Set<UUID> rows = new HashSet<>(persons.partsOf(resident));
            rows.add(resident.value());
            householdOf(resident, asOf)
                    .map(home -> household(home, asOf))
                    .filter(home -> home.member(resident)
                            .filter(Household.Member::counted)
                            .isPresent())
                    .ifPresent(home -> {
                        rows.add(home.id().value());
                        rows.add(home.head().value());
                        home.members().stream()
                                .filter(Household.Member::counted)
                                .forEach(member -> rows.add(member.person().id().value()));
                    });
            return new Circle.Own(resident, rows);
        });
    }

    public List<PersonId> guardiansOf(PersonId ward, LocalDate asOf) {
        return families.guardiansOf(ward, asOf);
    }

    /** 群体标签: such as {@code 独居老人}; a tag that stands already stays as it is. */
    public void tag(PersonId person, String tag, LocalDate from) {
        families.tag(open(person), tag.strip(), from);
    }

    public List<String> tagsOf(PersonId person, LocalDate asOf) {
        return families.tagsOf(person, asOf);
    }

    /** Whom the villages of the actor look after, the oldest first. */
    public List<LookedAfter> lookedAfter(LocalDate asOf) {
        return families.lookedAfter(asOf);
    }

    public List<Kinship> kinOf(PersonId person, LocalDate asOf) {
        return families.kinOf(person, asOf);
    }

    /** From the day on the holder is paid to this card. */
    public UUID giveCard(PersonId holder, String bank, BankCard number, LocalDate from) {
        Person known = open(holder);
        UUID card = cards.give(known, bank, number, from);
        audit.changed("people.card", holder.value(), known.area().value(), Map.of("card", card.toString()));
        return card;
    }

    public Optional<PayAccount> payAccount(PersonId holder, LocalDate asOf) {
        return cards.accountOf(holder, asOf);
    }

    /** Everybody who is paid to the same card on that day. */
    public List<PersonId> holdersOfSameCard(UUID cardId, LocalDate asOf) {
        return cards.holdersOfSameCard(cardId, asOf);
    }

    public void recordDeath(PersonId person, LocalDate on, String source) {
        Person before = open(person);
        if (before.diedOn().isPresent()) {
            throw new Refused(
                    "people.death.known", before.name(), before.diedOn().get());
        }
        if (on.isBefore(before.birth())) {
            throw new Refused("people.death.before-birth", before.name(), before.birth());
        }
        persons.setDeath(person, on, source);
        audit.changed(
                "people.death", person.value(), before.area().value(), Map.of("on", on.toString(), "source", source));
        events.publishEvent(new PersonDied(person, on));
    }

    /** The day that the register has is not the right one. */
    public void correctDeath(PersonId person, LocalDate on, String source) {
        Person before = person(person);
        persons.setDeath(person, on, source);
        audit.changed(
                "people.death-corrected",
                person.value(),
                before.area().value(),
                Map.of("on", on.toString(), "source", source));
    }

    /** The person lives: the death was registered by mistake. */
    public void withdrawDeath(PersonId person, String source) {
        Person before = person(person);
        persons.clearDeath(person);
        audit.changed("people.death-withdrawn", person.value(), before.area().value(), Map.of("source", source));
    }

    /** The whole number, for a purpose; written to the audit record. */
    public IdentityNumber identityNumber(PersonId person, String purpose) {
        audit.looked("identity-number", new Subject.OfPerson(person), purpose);
        return persons.identityNumber(person(person));
    }

    /** The whole number, only for the bank file; written to the audit record. */
    public BankCard cardNumber(UUID cardId, String purpose) {
        audit.looked("card-number", "card", cardId, purpose);
        return cards.number(cardId);
    }

    /** The whole numbers of a bank file's cards; one entry of the audit record stands for the batch. */
    public Map<UUID, BankCard> cardNumbers(Collection<UUID> cardIds, String purpose) {
        if (!cardIds.isEmpty()) {
            audit.looked("card-numbers", "cards", cardIds.iterator().next(), purpose + " × " + cardIds.size());
        }
        return cards.numbers(cardIds);
    }
}
