package org.weimin.audit.internal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** Verifies the whole chain against the heads kept outside of the database, whoever asks for it. */
@Component
public class Verification {
    private final Chain chain;
    private final Heads heads;

    Verification(Chain chain, Heads heads) {
        this.chain = chain;
        this.heads = heads;
    }

    /** As the system: a chain cannot be checked through the eyes of one area. */
    public Chain.Verdict run() {
        return run(List.of());
    }

    /** With further heads that somebody wrote down elsewhere. */
    Chain.Verdict run(List<String> written) {
        return Acting.as(new Actor.SystemJob("verify-audit", "asked for"), () -> {
            sealAll();
            var expected = new ArrayList<>(heads.list());
            expected.addAll(written);
            return chain.verify(expected);
        });
    }

    void sealAll() {
        int sealed = chain.seal();
        while (sealed > 0) {
            sealed = chain.seal();
        }
    }
}
