package org.weimin.access.internal;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Ids;
import org.weimin.kernel.PersonId;

/** The database side of residents' sign-in; each method is one short transaction of the system, none hashes. */
@Service
@Transactional
public class ResidentDesk {
    private static final int CODE_DIGITS = 12;
    private final ResidentStore residents;
    private final CredentialStore addresses;
    private final Audit audit;

    /** What one attempt may compare, counted before it is compared. */
    public record Attempt(PersonId person, Optional<String> pinHash, boolean locks) {}

    ResidentDesk(ResidentStore residents, CredentialStore addresses, Audit audit) {
        this.residents = residents;
        this.addresses = addresses;
        this.audit = audit;
    }

    public boolean admits(String address) {
        return addresses.admits(address);
    }

    public String invite(PersonId person, IdentityNumber identity) {
        String code = Ids.secret().substring(0, CODE_DIGITS);
        residents.know(person, identity);
        residents.invite(person, code);
        audited("access.resident-invited", person);
        return code;
    }

    public Optional<Attempt> beginAttempt(String identity) {
        var attempt = residents.beginAttempt(identity);
        attempt.filter(Attempt::locks).ifPresent(locked -> audited("access.resident-locked", locked.person()));
        return attempt;
    }

    /** A wrong code counts like a wrong PIN. The new PIN ends every session that the old one opened. */
    public Optional<String> activate(String identity, String code, String pinHash, String address) {
        return beginAttempt(identity)
                .map(Attempt::person)
                .filter(person -> residents.useCode(person, code))
                .map(person -> {
                    residents.setPin(person, pinHash);
                    residents.endAll(person);
                    audited("access.resident-activated", person);
                    return open(person, address);
                });
    }

    public String open(PersonId person, String address) {
        addresses.forgive(address);
        return openSession(person);
    }

    public String openInDemo(PersonId person, IdentityNumber identity) {
        residents.know(person, identity);
        return openSession(person);
    }

    public Optional<PersonId> session(String token) {
        var session = residents.session(token);
        session.ifPresent(found -> residents.seen(token));
        return session;
    }

    public void end(String token) {
        residents.end(token);
    }

    void sweep() {
        residents.sweep();
    }

    private String openSession(PersonId person) {
        residents.signedIn(person);
        audited("access.resident-signed-in", person);
        return residents.open(person);
    }

    private void audited(String what, PersonId person) {
        audit.changed(what, person.value(), "", Map.of());
    }
}
