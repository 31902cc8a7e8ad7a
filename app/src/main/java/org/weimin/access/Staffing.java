package org.weimin.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.internal.CredentialStore;
import org.weimin.access.internal.Permissions;
import org.weimin.access.internal.PostStore;
import org.weimin.access.internal.StaffStore;
import org.weimin.audit.Audit;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;
import org.weimin.shell.PageOf;

/** 人员与岗位: who works here and who sits where. Opening an account and giving it a post are two people's work. */
@Service
@Transactional
public class Staffing {
    private final StaffStore staff;
    private final PostStore posts;
    private final CredentialStore credentials;
    private final Permissions permissions;
    private final Audit audit;
    private final BusinessClock clock;

    Staffing(
            StaffStore staff,
            PostStore posts,
            CredentialStore credentials,
            Permissions permissions,
            Audit audit,
            BusinessClock clock) {
        this.staff = staff;
        this.posts = posts;
        this.credentials = credentials;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens an account without a post and without a password: it can do nothing yet. */
    public StaffId employ(EmployStaff command) {
        var member = new StaffMember(StaffId.next(), command.name(), command.person(), StaffMember.Status.ACTIVE);
        staff.insert(member, actingStaff());
        credentials.insert(member.id(), command.signInName());
        audited("access.employed", member.id());
        return member.id();
    }

    /** The one-time code by which the official sets the own password; an earlier code is void. */
    public String invite(StaffId id) {
        get(id);
        String code = Ids.secret();
        credentials.invite(id, code);
        audited("access.invited", id);
        return code;
    }

    public PostId openPost(String title, Role role, Optional<OrgUnitId> orgUnit, DivisionCode scope) {
        if (title.isBlank()) {
            throw new Refused("access.post.title");
        }
        var post = new Post(PostId.next(), title.strip(), role, orgUnit, scope);
        posts.insert(post);
        return post.id();
    }

    /** Refused to whoever opened the account, to the own account, and for a seat that is taken. */
    public void appoint(StaffId id, PostId postId, LocalDate from) {
        var member = get(id);
        var post = post(postId);
        actingStaff().ifPresent(appointer -> {
            if (appointer.equals(id)
                    || staff.employedBy(id).filter(appointer::equals).isPresent()) {
                throw new Refused("access.appoint.two-people", member.name());
            }
        });
        posts.holder(postId, from).ifPresent(holder -> {
            throw new Refused("access.appoint.taken", post.title(), holder);
        });
        posts.appoint(id, postId, actingStaff(), from, clock.now());
        audited("access.appointed", id, Map.of("post", postId.toString(), "from", from.toString()));
    }

    /** The post is empty from that day on. */
    public void relieve(StaffId id, PostId post, LocalDate from) {
        posts.relieve(id, post, from, clock.now());
        audited("access.relieved", id, Map.of("post", post.toString(), "from", from.toString()));
    }

    /** Signs the official out everywhere within seconds. */
    public void disable(StaffId id) {
        get(id);
        staff.setStatus(id, StaffMember.Status.DISABLED);
        audited("access.disabled", id);
    }

    public void enable(StaffId id) {
        get(id);
        staff.setStatus(id, StaffMember.Status.ACTIVE);
        audited("access.enabled", id);
    }

    @Transactional(readOnly = true)
    public StaffMember get(StaffId id) {
        return staff.find(id).orElseThrow(() -> new NotFound(id));
    }

    @Transactional(readOnly = true)
    public String name(StaffId id) {
        return get(id).name();
    }

    /** The official's own entry in the residents' register, which recusal of relatives asks for. */
    @Transactional(readOnly = true)
    public Optional<PersonId> staffPerson(StaffId id) {
        return get(id).person();
    }

    @Transactional(readOnly = true)
    public PageOf<StaffMember> list(int page) {
        int number = Math.max(1, page);
        return new PageOf<>(staff.list(number, PageOf.SIZE), number, PageOf.SIZE, staff.count());
    }

    @Transactional(readOnly = true)
    public List<StaffMember> listAll() {
        return staff.list(1, Integer.MAX_VALUE);
    }

    @Transactional(readOnly = true)
    public boolean hasNobody() {
        return staff.count() == 0;
    }

    @Transactional(readOnly = true)
    public Post post(PostId id) {
        return posts.find(id).orElseThrow(() -> new NotFound(id));
    }

    /** Every post, with whoever sits there today. */
    @Transactional(readOnly = true)
    public List<Seat> seats() {
        return posts.seats(clock.today());
    }

    /** Who may do that for this place today, whoever asks left out; the nearest office first. */
    @Transactional(readOnly = true)
    public List<StaffMember> whoMay(String permission, DivisionCode place) {
        return colleagues(place, role -> permissions.of(role.name()).contains(permission));
    }

    /** Who works today in such a role on a post that reaches this place, whoever asks left out; the nearest first. */
    @Transactional(readOnly = true)
    public List<StaffMember> colleagues(DivisionCode place, Predicate<Role> roles) {
        return seats().reversed().stream()
                .filter(seat -> seat.post().scope().contains(place))
                .filter(seat -> roles.test(seat.post().role()))
                .flatMap(seat -> seat.holder().stream())
                .filter(member -> member.status() == StaffMember.Status.ACTIVE
                        && actingStaff().filter(member.id()::equals).isEmpty())
                .distinct()
                .toList();
    }

    /** Whether one of the posts that the official may sit on today allows it there. */
    @Transactional(readOnly = true)
    public boolean may(StaffId id, String permission, DivisionCode place) {
        return postsOf(id).stream()
                .anyMatch(post -> post.scope().contains(place)
                        && permissions.of(post.role().name()).contains(permission));
    }

    @Transactional(readOnly = true)
    public List<Post> postsOf(StaffId id) {
        return posts.heldBy(id, clock.today());
    }

    private void audited(String what, StaffId id) {
        audited(what, id, Map.of());
    }

    private void audited(String what, StaffId id, Map<String, Object> detail) {
        audit.changed(what, id.value(), Acting.current().areaRange().from(), detail);
    }

    private static Optional<StaffId> actingStaff() {
        return Acting.current() instanceof Actor.Staff acting ? Optional.of(acting.id()) : Optional.empty();
    }
}
