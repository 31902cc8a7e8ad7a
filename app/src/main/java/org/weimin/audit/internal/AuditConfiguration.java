package org.weimin.audit.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.home.Command;
import org.weimin.home.CommandLine;
import org.weimin.home.Invariant;
import org.weimin.home.Job;

/** What the audit room contributes to the house: the sealer, and the command that verifies. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {
    @Bean
    static Job sealAudit(Chain chain) {
        return new Job("seal-audit", Duration.ofSeconds(1), () -> sealAll(chain));
    }

    @Bean
    static Job keepAuditHead(Chain chain, Heads heads) {
        return new Job("keep-audit-head", Duration.ofMinutes(1), () -> heads.keep(chain.head()));
    }

    @Bean
    static Command verifyAudit(Chain chain, Heads heads) {
        return new Command("verify-audit", (args, out) -> verify(chain, heads, args, out));
    }

    /** A seal covers its entry; an entry older than a minute without one was kept from the sealer. */
    @Bean
    static Invariant everyEntryIsSealed() {
        return Invariant.counted("A1", "审计记录一分钟内加封 · every audit entry is sealed within a minute", """
            SELECT count(*) FROM audit.entry e
             WHERE e.created_at < now() - interval '1 minute'
               AND NOT EXISTS (SELECT FROM audit.seal s WHERE s.entry_id = e.id)
               AND NOT EXISTS (SELECT FROM audit.unsealed u WHERE u.entry_id = e.id)
            """);
    }

    private static int verify(Chain chain, Heads heads, List<String> args, PrintStream out) {
        var expected = new ArrayList<>(heads.list());
        int option = args.indexOf("--expect");
        if (option >= 0 && option + 1 < args.size()) {
            expected.add(args.get(option + 1));
        }
        sealAll(chain);
        var verdict = chain.verify(expected);
        verdict.firstFault().ifPresent(fault -> out.println("审计链被改动 · the audit chain was touched: " + fault));
        out.println("sealed=" + verdict.sealed() + " unsealed=" + verdict.unsealed() + " head=" + verdict.head());
        return verdict.isIntact() ? CommandLine.DONE : CommandLine.REFUSED;
    }

    private static void sealAll(Chain chain) {
        int sealed = chain.seal();
        while (sealed > 0) {
            sealed = chain.seal();
        }
    }
}
