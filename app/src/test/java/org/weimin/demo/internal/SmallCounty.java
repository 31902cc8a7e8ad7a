package org.weimin.demo.internal;

import java.io.OutputStream;
import java.io.PrintStream;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.testing.As;

/** The demo county in small, for tests that need believable rows in every room. */
public final class SmallCounty {
    private static final long SEED = 7;

    private SmallCounty() {}

    public static void fill(ApplicationContext application, int households) {
        var quiet = new PrintStream(OutputStream.nullOutputStream());
        As.system(() -> application
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> application.getBean(DemoLoad.class).fill(SEED, households, quiet)));
    }
}
