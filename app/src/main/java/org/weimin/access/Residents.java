package org.weimin.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.weimin.access.internal.Permissions;
import org.weimin.access.internal.Pin;
import org.weimin.access.internal.ResidentDesk;
import org.weimin.access.internal.SlowHash;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;

/**
 * 居民登录: a code from the window, once; then identity number and PIN. Hashing happens here, outside any transaction.
 * A number nobody has, a wrong PIN and a locked one take the same time and get the same answer.
 */
@Service
public class Residents {
    /** Under which name the permission files grant what residents may do; no post has it. */
    public static final String ROLE = "RESIDENT";

    private final ResidentDesk desk;
    private final SlowHash hash;
    private final Permissions permissions;
    private final Circle circle;

    Residents(ResidentDesk desk, SlowHash hash, Permissions permissions, Circle circle) {
        this.desk = desk;
        this.hash = hash;
        this.permissions = permissions;
        this.circle = circle;
    }

    /** The code that is printed and handed over; an earlier one is void. Whoever hands it over has seen the card. */
    public String invite(PersonId person, IdentityNumber identity) {
        return Acting.as(
                new Actor.SystemJob("invite-resident", Acting.staff().id().toString()),
                () -> desk.invite(person, identity));
    }

    /** The first cookie, once the code has proved the number; the PIN is set and the code is used up. */
    public Optional<String> activate(String typedIdentity, String code, String pin, String address) {
        demandAdmitted(address);
        String identity = IdentityNumber.normalised(typedIdentity);
        Pin.check(pin, identity);
        String pinHash = hash.of(pin);
        return asDesk(() -> desk.activate(identity, code.replaceAll("[\\s-]", ""), pinHash, address));
    }

    /** The cookie; empty when number and PIN do not belong together or the access is locked. */
    public Optional<String> signIn(String typedIdentity, String pin, String address) {
        demandAdmitted(address);
        String identity = IdentityNumber.normalised(typedIdentity);
        var attempt = asDesk(() -> desk.beginAttempt(identity));
        boolean right = hash.matches(pin, attempt.flatMap(ResidentDesk.Attempt::pinHash));
        return attempt.filter(known -> right).map(known -> asDesk(() -> desk.open(known.person(), address)));
    }

    /** Opens a session without a PIN; only the demo's list of people calls it. */
    public String inDemo(PersonId person, IdentityNumber identity) {
        return asDesk(() -> desk.openInDemo(person, identity));
    }

    /**
     * Who sits behind this cookie; nobody where the session is over or its owner has died. Whose record has become part
     * of another acts as that one.
     */
    public Optional<Actor.Resident> actor(String token) {
        return asDesk(() -> desk.session(token).flatMap(circle.of()))
                .map(own -> new Actor.Resident(own.person(), own.rows(), permissions.of(ROLE)));
    }

    public void end(String token) {
        asDesk(() -> {
            desk.end(token);
            return true;
        });
    }

    private void demandAdmitted(String address) {
        if (!asDesk(() -> desk.admits(address))) {
            throw new Refused("access.sign-in.too-many");
        }
    }

    /** Nobody has signed in yet, so the system looks the access up; the second wall lets nobody else see it. */
    private static <T> T asDesk(Supplier<T> work) {
        return Acting.as(new Actor.SystemJob("resident-sign-in", "a browser"), work);
    }
}
