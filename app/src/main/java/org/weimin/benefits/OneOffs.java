package org.weimin.benefits;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weimin.audit.Audit;
import org.weimin.benefits.internal.OneOffStore;
import org.weimin.kernel.EntitlementId;
import org.weimin.kernel.PayableId;
import org.weimin.kernel.Subject;
import org.weimin.ledger.Ledger;
import org.weimin.ledger.Payable;

/** 一次性待遇: granted once per case, owed at once, paid in the next run. */
@Service
@Transactional
public class OneOffs {
    private final OneOffStore store;
    private final Ledger ledger;
    private final Audit audit;

    OneOffs(OneOffStore store, Ledger ledger, Audit audit) {
        this.store = store;
        this.ledger = ledger;
        this.audit = audit;
    }

    /** A case gives once: what the database has for it already is neither given nor owed again. */
    public void grant(OneOff granted) {
        if (!store.add(granted)) {
            return;
        }
        ledger.owe(new Payable(
                PayableId.next(),
                granted.matter(),
                new EntitlementId(granted.id()),
                granted.payee(),
                YearMonth.from(granted.grantedOn()),
                Payable.Kind.ONE_OFF,
                0,
                granted.amount(),
                granted.area()));
        audit.changed(
                "one-off.granted",
                granted.id(),
                granted.area().value(),
                Map.of("matter", granted.matter().value()));
    }

    @Transactional(readOnly = true)
    public List<OneOff> of(Subject subject) {
        return store.of(subject);
    }
}
