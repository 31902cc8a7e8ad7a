package org.weimin.audit.internal;

import java.io.PrintStream;
import java.time.Duration;
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
    static Job sealAudit(Verification verification) {
        return new Job("seal-audit", Duration.ofSeconds(1), verification::sealAll);
    }

    @Bean
    static Job keepAuditHead(Chain chain, Heads heads) {
        return new Job("keep-audit-head", Duration.ofMinutes(1), () -> heads.keep(chain.head()));
    }

    @Bean
    static Command verifyAudit(Verification verification) {
        return new Command("verify-audit", (args, out) -> verify(verification, args, out));
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

    private static int verify(Verification verification, List<String> args, PrintStream out) {
        int option = args.indexOf("--expect");
        boolean given = option >= 0 && option + 1 < args.size();
        var verdict = verification.run(given ? List.of(args.get(option + 1)) : List.of());
        verdict.firstFault().ifPresent(fault -> out.println("审计链被改动 · the audit chain was touched: " + fault));
        out.println("sealed=" + verdict.sealed() + " unsealed=" + verdict.unsealed() + " head=" + verdict.head());
        return verdict.isIntact() ? CommandLine.DONE : CommandLine.REFUSED;
    }
}
