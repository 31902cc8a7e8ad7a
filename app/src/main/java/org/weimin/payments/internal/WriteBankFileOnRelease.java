package org.weimin.payments.internal;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.weimin.access.Access;
import org.weimin.payments.RunReleased;

/** After the release is committed, and again after a crash until it is done. */
@Component
class WriteBankFileOnRelease {
    private final BankFiles files;
    private final Access access;

    WriteBankFileOnRelease(BankFiles files, Access access) {
        this.files = files;
        this.access = access;
    }

    @Async
    @TransactionalEventListener(id = "write-bank-file")
    void on(RunReleased event) {
        access.asSystem("bank-file", event.run().toString(), () -> {
            files.write(event.run());
            return event;
        });
    }
}
