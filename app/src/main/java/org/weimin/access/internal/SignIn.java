package org.weimin.access.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.weimin.access.Post;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/**
 * 登录: from a name and a password to a post. Hashing happens here, outside any transaction. An unknown name, a wrong
 * password and a locked account take the same time and get the same answer.
 */
@Service
public class SignIn {
    private final SignInDesk desk;
    private final SignInSettings settings;
    private final SlowHash hash;

    SignIn(SignInDesk desk, SignInSettings settings, SlowHash hash) {
        this.desk = desk;
        this.settings = settings;
        this.hash = hash;
    }

    /** The first cookie; empty when name and password do not belong together or the account is locked. */
    public Optional<String> password(String signInName, String password, String address) {
        if (!asDesk(() -> desk.admits(address))) {
            throw new Refused("access.sign-in.too-many");
        }
        var credential = asDesk(() -> desk.beginAttempt(signInName));
        boolean right = hash.matches(password, credential.flatMap(Credential::passwordHash));
        return credential.filter(known -> right).map(known -> asDesk(() -> desk.passwordAccepted(known, address)));
    }

    public Optional<String> code(String token, String code) {
        return asDesk(() -> desk.code(token, code));
    }

    public Optional<String> enrol(String token, String secret, String code) {
        return asDesk(() -> desk.enrol(token, secret, code.strip()));
    }

    /** Refuses the wrong old password, a weak new one, and one of the last five. */
    public String changePassword(String token, String oldPassword, String newPassword) {
        var session = session(token).orElseThrow(() -> new Refused("access.sign-in.over"));
        var credential = asDesk(() -> desk.credential(session.staff())).orElseThrow();
        var attempt = asDesk(() -> desk.beginAttempt(credential.signInName()));
        if (!hash.matches(oldPassword, attempt.flatMap(Credential::passwordHash))) {
            throw new Refused("access.password.old-wrong");
        }
        String fresh = checked(credential, newPassword);
        return asDesk(() -> desk.passwordChanged(token, fresh));
    }

    /** The first password of a new official, set by the official. */
    public String accept(String invitation, String newPassword) {
        var credential = invited(invitation).orElseThrow(() -> new Refused("access.invitation.over"));
        String fresh = checked(credential, newPassword);
        return asDesk(() -> desk.invitationUsed(invitation, fresh));
    }

    public Optional<String> invitedName(String invitation) {
        return invited(invitation).map(Credential::name);
    }

    /** Opens a session without a password, in the post that was pressed; only the demo's sign-in list calls it. */
    public String inDemo(StaffId staff, PostId post) {
        return asDesk(() -> {
            String token = desk.open(staff);
            boolean mustChoose = desk.session(token).orElseThrow().stage() == Stage.CHOOSE_POST;
            return mustChoose ? desk.choose(token, post) : token;
        });
    }

    /** A phone was lost: its owner signs in by password and connects a new one. The two are never one person. */
    public void forgetSecondFactor(StaffId owner) {
        StaffId by = Acting.staff().id();
        if (by.equals(owner)) {
            throw new Refused("access.second-factor.own");
        }
        Acting.as(new Actor.SystemJob("forget-second-factor", by.toString()), () -> {
            desk.forgetSecondFactor(owner);
            return true;
        });
    }

    public String choose(String token, PostId post) {
        return asDesk(() -> desk.choose(token, post));
    }

    public Optional<Session> session(String token) {
        return asDesk(() -> desk.session(token));
    }

    public String signInName(StaffId staff) {
        return asDesk(() -> desk.credential(staff)).orElseThrow().signInName();
    }

    public List<Post> heldPosts(StaffId staff) {
        return asDesk(() -> desk.heldPosts(staff));
    }

    public void end(String token) {
        asDesk(() -> {
            desk.end(token);
            return true;
        });
    }

    private Optional<Credential> invited(String invitation) {
        return asDesk(() -> desk.invited(invitation));
    }

    private String checked(Credential credential, String newPassword) {
        settings.passwords().check(newPassword, List.of(credential.name(), credential.signInName()));
        boolean usedBefore = asDesk(() -> desk.oldPasswords(credential.staff())).stream()
                .anyMatch(old -> hash.matches(newPassword, Optional.of(old)));
        if (usedBefore) {
            throw new Refused("access.password.used-before", PasswordRules.REMEMBERED);
        }
        return hash.of(newPassword);
    }

    /** Nobody has signed in yet, so the system looks the account up; the second wall lets nobody else see it. */
    private static <T> T asDesk(Supplier<T> work) {
        return Acting.as(new Actor.SystemJob("sign-in", "a browser"), work);
    }
}
