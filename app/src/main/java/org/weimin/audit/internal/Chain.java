package org.weimin.audit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 链: seals what was written, one after the other, and says later whether anything was touched since. */
@Component
@Transactional
public class Chain {
    private static final int BATCH = 5_000;
    private final ChainStore store;

    Chain(ChainStore store) {
        this.store = store;
    }

    /** What verification found: the first bad place if any, the head, and what is not sealed yet. */
    public record Verdict(Optional<String> firstFault, String head, long sealed, long unsealed) {
        public boolean isIntact() {
            return firstFault.isEmpty();
        }
    }

    /** Seals one batch and answers how many entries it held; 0 when there is nothing or another instance is at it. */
    public int seal() {
        if (!store.isSealerFree()) {
            return 0;
        }
        var rows = store.unsealed(BATCH);
        var links = new ArrayList<Link>();
        Link last = store.head();
        for (var row : rows) {
            last = last.next(row.columns());
            links.add(last);
        }
        store.seal(rows, links);
        return rows.size();
    }

    public String head() {
        return store.head().toString();
    }

    /** {@code expected} are heads kept outside of the database: a chain cut short does not lead to them any more. */
    public Verdict verify(List<String> expected) {
        var walk = new Walk();
        store.walk(walk::visit);
        Optional<String> fault = Optional.ofNullable(walk.fault);
        if (fault.isEmpty()) {
            fault = expected.stream()
                    .filter(head -> !isOnChain(head))
                    .findFirst()
                    .map(head -> "head " + head + " is gone");
        }
        return new Verdict(fault, walk.last.toString(), walk.last.sequence(), store.countUnsealed());
    }

    private boolean isOnChain(String head) {
        long sequence = Long.parseLong(head.substring(0, head.indexOf(':')));
        return sequence == 0 || store.link(sequence).map(Link::toString).equals(Optional.of(head));
    }

    /** Follows the links until the first that does not hold. */
    private static final class Walk {
        private Link last = Link.NONE;
        private @Nullable String fault;

        void visit(ChainStore.Sealed sealed) {
            if (fault != null) {
                return;
            }
            Link wanted = last.next(sealed.row().columns());
            if (sealed.link().sequence() != wanted.sequence()) {
                fault = "sequence " + wanted.sequence() + " is missing";
            } else if (sealed.row().columns().isEmpty()) {
                fault = "sequence " + wanted.sequence() + ": entry "
                        + sealed.row().entry() + " was removed";
            } else if (!wanted.toString().equals(sealed.link().toString())) {
                fault = "sequence " + wanted.sequence() + ": entry "
                        + sealed.row().entry() + " was altered";
            } else {
                last = wanted;
            }
        }
    }
}
