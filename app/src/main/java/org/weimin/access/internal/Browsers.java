package org.weimin.access.internal;

import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.weimin.access.Post;
import org.weimin.access.Residents;
import org.weimin.kernel.Actor;

/** Who sits at which browser. Asked again after two seconds: so long may a disabled official go on. */
@Component
public class Browsers {
    private static final long FRESH_NANOS = 2_000_000_000L;
    private static final int MOST_REMEMBERED = 10_000;
    private final SignIn signIn;
    private final Residents residents;
    private final Permissions permissions;
    private final ConcurrentHashMap<String, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Actor actor, long atNanos) {}

    Browsers(SignIn signIn, Residents residents, Permissions permissions) {
        this.signIn = signIn;
        this.residents = residents;
        this.permissions = permissions;
    }

    Actor actor(String token) {
        Seen known = seen.get(token);
        if (known != null && System.nanoTime() - known.atNanos() < FRESH_NANOS) {
            return known.actor();
        }
        Actor actor = signIn.session(token)
                .map(this::actor)
                .or(() -> residents.actor(token))
                .orElseGet(Actor.Public::new);
        if (seen.size() > MOST_REMEMBERED) {
            seen.clear();
        }
        seen.put(token, new Seen(actor, System.nanoTime()));
        return actor;
    }

    /** Signs this browser out, at once. */
    public void end(String token) {
        signIn.end(token);
        residents.end(token);
        seen.remove(token);
    }

    private Actor actor(Session session) {
        if (!session.isOpen()) {
            return new Actor.Public();
        }
        Post post = session.post().orElseThrow();
        String role = post.role().name();
        return new Actor.Staff(session.staff(), session.name(), post.id(), role, permissions.of(role), post.scope());
    }
}
