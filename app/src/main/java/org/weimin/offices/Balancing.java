package org.weimin.offices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.kernel.Acting;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.offices.Proposal.Move;
import org.weimin.offices.internal.Balance;
import org.weimin.offices.internal.ProposalStore;
import org.weimin.offices.internal.VillageStore;

/**
 * 均衡调整: what if villages went to other people, or posts to other offices. Nothing moves before a second official
 * confirms; who may see which place stays with the two administrators.
 */
@Service
@Transactional
public class Balancing {
    private static final int LONGEST_TITLE = 80;
    private final ProposalStore store;
    private final VillageStore villages;
    private final Offices offices;
    private final Offices.Guard guard;
    private final BusinessClock clock;

    Balancing(ProposalStore store, VillageStore villages, Offices offices, Offices.Guard guard, BusinessClock clock) {
        this.store = store;
        this.villages = villages;
        this.offices = offices;
        this.guard = guard;
        this.clock = clock;
    }

    /** 建议: who should answer for which village. */
    public static Map<DivisionCode, UUID> suggestVillages(List<Village> row, List<Member> people) {
        var suggested = new LinkedHashMap<DivisionCode, UUID>();
        Balance.villages(row, people.stream().map(Member::id).toList())
                .forEach((village, member) -> suggested.put(village.code(), member));
        return suggested;
    }

    /** 建议: how the posts there are should lie among the towns. */
    public static Map<DivisionCode, Integer> suggestPosts(Map<DivisionCode, BigDecimal> loads, int posts) {
        return Balance.posts(loads, posts);
    }

    /** What each person would answer for. */
    public static Map<UUID, Load> supposed(List<Village> row, Map<DivisionCode, UUID> moves) {
        return row.stream()
                .filter(village -> moves.containsKey(village.code()))
                .collect(Collectors.toMap(
                        village -> moves.get(village.code()), Village::load, Load::plus, LinkedHashMap::new));
    }

    public UUID propose(Proposal.Kind kind, DivisionCode place, String title, String spread, List<Move> moves) {
        guard.access().requireArea(place);
        if (title.isBlank() || title.strip().length() > LONGEST_TITLE) {
            throw new Refused("offices.proposal.named", LONGEST_TITLE);
        }
        if (moves.isEmpty()) {
            throw new Refused("offices.proposal.nothing");
        }
        var proposal = new Proposal(
                Ids.next(),
                kind,
                place,
                title.strip(),
                spread,
                clock.today(),
                Acting.staff().id(),
                java.util.Optional.empty(),
                moves);
        store.insert(proposal);
        guard.audit().changed("offices.proposed", proposal.id(), place.value(), Map.of());
        return proposal.id();
    }

    /** Another official says yes: from tomorrow the villages have their new people, the offices their posts. */
    public void confirm(UUID id) {
        Proposal proposal = get(id);
        var own = Acting.staff();
        if (proposal.madeBy().equals(own.id())) {
            throw new Refused("offices.proposal.two-people");
        }
        LocalDate from = clock.today().plusDays(1);
        if (!store.confirm(id, own.id(), clock.today())) {
            throw new Refused("offices.proposal.confirmed");
        }
        for (Move move : proposal.moves()) {
            switch (move) {
                case Move.VillageTo village -> villages.assign(village.area(), village.member(), from, clock.now());
                case Move.PostsOf office -> fund(office, from);
            }
        }
        guard.audit().changed("offices.proposal-confirmed", id, proposal.place().value(), Map.of());
    }

    private void fund(Move.PostsOf office, LocalDate from) {
        Premises said = offices.premisesOf(office.area())
                .orElseThrow(() -> new Refused(
                        "offices.proposal.no-premises", office.area().value()));
        offices.record(new Premises(
                said.office(),
                said.serves(),
                from,
                office.posts(),
                said.bureaus(),
                said.rooms(),
                said.equipment(),
                said.contact()));
    }

    @Transactional(readOnly = true)
    public Proposal get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound(id));
    }

    @Transactional(readOnly = true)
    public List<Proposal> list() {
        return store.list();
    }

    /** What waits for a second official. */
    @Transactional(readOnly = true)
    public long countOpen() {
        return store.countOpen();
    }

    /** 包村: who answers for which village from a day on. */
    public void assign(DivisionCode village, UUID member, LocalDate from) {
        guard.access().requireArea(village);
        villages.assign(village, member, from, clock.now());
    }
}
