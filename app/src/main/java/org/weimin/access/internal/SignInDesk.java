package org.weimin.access.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.access.Post;
import org.weimin.audit.Audit;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.PostId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.StaffId;

/** The database side of signing in; every method is one short transaction of the system, none of them hashes. */
@Service
@Transactional
public class SignInDesk {
    private final CredentialStore credentials;
    private final SessionStore sessions;
    private final PostStore posts;
    private final Audit audit;
    private final BusinessClock clock;
    private final SignInSettings settings;

    SignInDesk(
            CredentialStore credentials,
            SessionStore sessions,
            PostStore posts,
            Audit audit,
            BusinessClock clock,
            SignInSettings settings) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    boolean admits(String address) {
        return credentials.admits(address);
    }

    Optional<Credential> beginAttempt(String signInName) {
        return credentials.owner(signInName.strip().toLowerCase(Locale.ROOT)).flatMap(credentials::beginAttempt);
    }

    /**
     * The password was right, and the browser gets its first cookie. Failures are forgotten only when no code is owed:
     * else whoever knows the password could give it between guesses of the code, and guess for ever.
     */
    String passwordAccepted(Credential credential, String address) {
        credentials.forgive(address);
        if (credential.totpSecret().isEmpty()) {
            credentials.attemptSucceeded(credential.staff());
        }
        return open(credential.staff());
    }

    /** Opens a session at the stage that is due: the password has been given, or a demo needs none. */
    String open(StaffId staff) {
        var credential = credentials.find(staff).orElseThrow();
        Stage stage = credential.totpSecret().isPresent() ? Stage.CODE : stageAfterProof(credential);
        Optional<PostId> post = stage == Stage.OPEN ? onlyPost(staff) : Optional.empty();
        String token = sessions.open(staff, stage, post);
        if (stage == Stage.OPEN) {
            signedIn(staff);
        }
        return token;
    }

    /** The new cookie, if the code is right and has not been used; an attempt like any other. */
    Optional<String> code(String token, String code) {
        var session = expect(token, Stage.CODE);
        var credential = credentials.beginAttempt(session.staff());
        if (credential.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong step = acceptedStep(credential.get(), code);
        if (step.isEmpty() || !credentials.useStep(session.staff(), step.getAsLong())) {
            return Optional.empty();
        }
        credentials.attemptSucceeded(session.staff());
        return Optional.of(goOn(token, stageAfterProof(credential.get())));
    }

    /**
     * Takes the first authenticator into use once it has shown a right code. One that is in use is not replaced: a
     * browser left open would be enough to take the account over.
     */
    Optional<String> enrol(String token, String secret, String code) {
        var session = expect(token, Stage.ENROL, Stage.OPEN);
        var credential = credentials.find(session.staff()).orElseThrow();
        if (credential.totpSecret().isPresent()) {
            throw new Refused("access.enrol.already");
        }
        var step = Totp.acceptedStep(secret, code, credential.now().getEpochSecond(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        credentials.setTotp(session.staff(), secret, step.getAsLong());
        audit.changed("access.second-factor", session.staff().value(), "", Map.of());
        return Optional.of(session.isOpen() ? token : goOn(token, stageAfterEnrolment(session.staff())));
    }

    boolean nobodyHasAPassword() {
        return credentials.nobodyHasAPassword();
    }

    void forgetSecondFactor(StaffId owner) {
        credentials.forgetTotp(owner);
        sessions.endAll(owner);
        audit.changed("access.second-factor-forgotten", owner.value(), "", Map.of());
    }

    /** Stores a password that the rules have passed; every browser of the owner is signed out but this one. */
    String passwordChanged(String token, String hash) {
        var session = expect(token, Stage.NEW_PASSWORD, Stage.OPEN);
        credentials.setPassword(session.staff(), hash);
        audit.changed("access.password", session.staff().value(), "", Map.of());
        sessions.endAll(session.staff());
        return open(session.staff());
    }

    String invitationUsed(String invitation, String hash) {
        var staff = credentials.invited(invitation).orElseThrow(() -> new Refused("access.invitation.over"));
        if (!credentials.useInvitation(invitation)) {
            throw new Refused("access.invitation.over");
        }
        credentials.setPassword(staff, hash);
        sessions.endAll(staff);
        return open(staff);
    }

    Optional<Credential> invited(String invitation) {
        return credentials.invited(invitation).flatMap(credentials::find);
    }

    /** Sits down in one of the own posts, at sign-in or later; the cookie changes with the role. */
    String choose(String token, PostId post) {
        var session = expect(token, Stage.CHOOSE_POST, Stage.OPEN);
        if (heldPosts(session.staff()).stream().noneMatch(held -> held.id().equals(post))) {
            throw new Refused("access.sign-in.not-your-post");
        }
        if (session.stage() == Stage.CHOOSE_POST) {
            signedIn(session.staff());
        }
        return sessions.renew(token, Stage.OPEN, Optional.of(post));
    }

    Optional<Session> session(String token) {
        var session = sessions.find(token, clock.today());
        session.ifPresent(found -> sessions.seen(token));
        return session;
    }

    void end(String token) {
        sessions.end(token);
    }

    /** Removes what is over: sessions, and the failures of addresses that have been quiet. */
    void sweep() {
        sessions.sweep();
        credentials.sweep();
    }

    List<Post> heldPosts(StaffId staff) {
        return posts.heldBy(staff, clock.today());
    }

    Optional<Credential> credential(StaffId staff) {
        return credentials.find(staff);
    }

    List<String> oldPasswords(StaffId staff) {
        return credentials.oldPasswords(staff);
    }

    private void signedIn(StaffId staff) {
        credentials.signedIn(staff);
        audit.changed("access.signed-in", staff.value(), "", Map.of());
    }

    private Session expect(String token, Stage... stages) {
        return sessions.find(token, clock.today())
                .filter(session -> List.of(stages).contains(session.stage()))
                .orElseThrow(() -> new Refused("access.sign-in.over"));
    }

    private String goOn(String token, Stage stage) {
        var session = sessions.find(token, clock.today()).orElseThrow();
        if (stage != Stage.OPEN) {
            return sessions.renew(token, stage, Optional.empty());
        }
        signedIn(session.staff());
        return sessions.renew(token, Stage.OPEN, onlyPost(session.staff()));
    }

    private Stage stageAfterProof(Credential credential) {
        if (settings.secondFactorRequired() && credential.totpSecret().isEmpty()) {
            return Stage.ENROL;
        }
        return passwordExpired(credential) ? Stage.NEW_PASSWORD : stageAfterEnrolment(credential.staff());
    }

    private Stage stageAfterEnrolment(StaffId staff) {
        return heldPosts(staff).size() == 1 ? Stage.OPEN : Stage.CHOOSE_POST;
    }

    /** A second factor lifts the limit, and an account of the demo has no password that could age. */
    private boolean passwordExpired(Credential credential) {
        return credential.totpSecret().isEmpty()
                && settings.passwords()
                        .validFor()
                        .flatMap(limit -> credential
                                .passwordSetAt()
                                .map(set -> set.plus(limit).isBefore(credential.now())))
                        .orElse(false);
    }

    private Optional<PostId> onlyPost(StaffId staff) {
        return heldPosts(staff).stream().findFirst().map(Post::id);
    }

    private OptionalLong acceptedStep(Credential credential, String code) {
        return credential
                .totpSecret()
                .map(secret -> Totp.acceptedStep(
                        secret, code.strip(), credential.now().getEpochSecond(), credential.totpLastStep()))
                .orElse(OptionalLong.empty());
    }
}
