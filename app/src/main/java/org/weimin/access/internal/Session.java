package org.weimin.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.weimin.access.Post;
import org.weimin.kernel.StaffId;

/** 会话: one browser of one official, possibly still on the way through the sign-in. */
public record Session(StaffId staff, String name, Stage stage, Optional<Post> post, Optional<Instant> signedInBefore) {
    boolean isOpen() {
        return stage == Stage.OPEN && post.isPresent();
    }
}
