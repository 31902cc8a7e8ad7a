package org.weimin.divisions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.divisions.internal.AttachmentList;
import org.weimin.divisions.internal.DivisionStore;
import org.weimin.divisions.internal.OrgUnitStore;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrgUnitId;
import org.weimin.shell.Texts;

/** 区划与机构: the front desk of this room. Days are arguments, because an area of last year may be another one today. */
@Service
@Transactional
public class Divisions {
    /** Levels that the list has and nobody says. */
    private static final Set<String> GROUPING = Set.of("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划");

    private static final int COMMUNITY_DIGITS = 12;
    private final DivisionStore divisions;
    private final OrgUnitStore orgUnits;
    private final AttachmentList attachments;
    private final BusinessClock clock;

    Divisions(DivisionStore divisions, OrgUnitStore orgUnits, AttachmentList attachments, BusinessClock clock) {
        this.divisions = divisions;
        this.orgUnits = orgUnits;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** The division as it is today. */
    public Division get(DivisionCode code) {
        return find(code, clock.today()).orElseThrow(() -> new NotFound(code));
    }

    public Optional<Division> find(DivisionCode code, LocalDate asOf) {
        return divisions.find(code, asOf, clock.now());
    }

    public List<Division> children(DivisionCode code, LocalDate asOf) {
        return divisions.children(code, asOf, clock.now());
    }

    /** 上海市松江区方松街道: the names from the province down, as they are today; what only groups is left out. */
    public String fullName(DivisionCode code) {
        List<String> names = names(code);
        return names.isEmpty() ? shortName(code) : String.join("", names);
    }

    /** 方松街道放生池社区居委会: the names from the town down; above that, the name alone. */
    public String shortName(DivisionCode code) {
        return shortNames(List.of(code)).getOrDefault(code, "");
    }

    /** The same of many places, for lists. */
    public Map<DivisionCode, String> shortNames(Collection<DivisionCode> codes) {
        var all = codes.stream().flatMap(code -> upwards(code)).collect(Collectors.toSet());
        Map<DivisionCode, String> names = divisions.list(all, clock.today(), clock.now()).stream()
                .filter(division -> !GROUPING.contains(division.name()))
                .collect(Collectors.toMap(Division::code, Division::name));
        var shortNames = codes.stream()
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> shortName(code, names)));
        List<DivisionCode> gone = shortNames.keySet().stream()
                .filter(code -> !names.containsKey(code))
                .toList();
        if (!gone.isEmpty()) {
            shortNames.putAll(formerNames(gone));
        }
        return shortNames;
    }

    /** 原张湾乡: divisions that are no more keep their last name, and are told apart from those of today. */
    private Map<DivisionCode, String> formerNames(List<DivisionCode> gone) {
        Map<DivisionCode, String> names =
                divisions.formerNames(gone.stream().flatMap(Divisions::upwards).collect(Collectors.toSet()));
        return gone.stream()
                .filter(names::containsKey)
                .collect(Collectors.toMap(
                        Function.identity(), code -> Texts.t("divisions.former", shortName(code, names))));
    }

    private static String shortName(DivisionCode code, Map<DivisionCode, String> names) {
        List<String> lowest = upwards(code)
                .filter(names::containsKey)
                .map(names::get)
                .limit(code.value().length() == COMMUNITY_DIGITS ? 2 : 1)
                .toList();
        return String.join("", lowest.reversed());
    }

    /** The place itself, then what it lies in. */
    private static Stream<DivisionCode> upwards(DivisionCode code) {
        return Stream.iterate(Optional.of(code), Optional::isPresent, at -> at.flatMap(DivisionCode::parent))
                .map(Optional::orElseThrow)
                .filter(at -> !at.equals(DivisionCode.COUNTRY));
    }

    /** The names from the province down. */
    public List<String> names(DivisionCode code) {
        return divisions.path(code, clock.today(), clock.now()).stream()
                .map(Division::name)
                .filter(name -> !GROUPING.contains(name))
                .toList();
    }

    public List<Succession> successions(DivisionCode code) {
        return divisions.successions(code);
    }

    /** Which area is responsible for a place: the place itself, or the street that a zone is attached to. */
    public DivisionCode areaOf(DivisionCode place) {
        return attachmentOf(place).map(Attachment::street).orElse(place);
    }

    /** What became of a place: itself while it stands, else what succeeded it. */
    public DivisionCode heirOf(DivisionCode place) {
        return divisions.heir(place);
    }

    /** A county as it is on a day, with every code that was ever given in it. */
    public Atlas atlas(DivisionCode county, LocalDate asOf) {
        return divisions.atlas(county, List.of(), asOf, clock.now());
    }

    /** The statistical zones attached to a street. */
    public List<Attachment> attachedTo(DivisionCode street) {
        return lineage(street)
                .flatMap(former -> attachments.attachedTo(former).stream())
                .map(this::today)
                .filter(each -> each.street().equals(street))
                .toList();
    }

    public Optional<Attachment> attachmentOf(DivisionCode place) {
        return Stream.of(place.town())
                .filter(AttachmentList::isNoLegalTown)
                .flatMap(this::lineage)
                .flatMap(former -> attachments.attachmentOf(former).stream())
                .findFirst()
                .map(this::today);
    }

    /** The list of attachments names codes as they were given: a code, and then what it was before. */
    private Stream<DivisionCode> lineage(DivisionCode code) {
        return Stream.concat(Stream.of(code), divisions.formers(code).stream());
    }

    private Attachment today(Attachment listed) {
        return new Attachment(divisions.heir(listed.zone()), divisions.heir(listed.street()), listed.reason());
    }

    public List<OrgUnit> orgUnits(DivisionCode under) {
        return orgUnits.under(under, clock.today(), clock.now());
    }

    public OrgUnit orgUnit(OrgUnitId id) {
        return orgUnits.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** Sets up the offices of a county from its divisions: its bureau, its street and town offices, its committees. */
    public void organise(DivisionCode county) {
        if (orgUnits.under(county, clock.today(), clock.now()).isEmpty()) {
            orgUnits.establish(OrgTree.of(get(county), under(county)), clock.today(), clock.now());
        }
    }

    /** 补录: a division that the published list lacks. */
    public void add(DivisionCode code, String name, LocalDate from) {
        divisions.add(code, name, from, clock.now());
    }

    /** 更正: the list gave another code; for places where nobody is registered yet, later it takes a plan. */
    public void restate(DivisionCode listed, DivisionCode code) {
        divisions.restate(listed, code);
    }

    private List<Division> under(DivisionCode county) {
        return children(county, clock.today()).stream()
                .filter(town -> attachments.attachmentOf(town.code()).isEmpty())
                .flatMap(town -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(town), children(town.code(), clock.today()).stream()))
                .toList();
    }
}
