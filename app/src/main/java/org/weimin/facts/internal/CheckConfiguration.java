package org.weimin.facts.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.facts.BureauLine;
import org.weimin.home.Invariant;
import org.weimin.home.Job;
import org.weimin.home.StartRefused;

/** The line to other bureaus of a real office, the job that uses it, and what must always hold. */
@Configuration(proxyBeanMethods = false)
class CheckConfiguration {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** {@code WEIMIN_CHECKS_URL} and {@code WEIMIN_CHECKS_TOKEN}: the exchange platform of the county. */
    @Bean
    @ConditionalOnProperty("weimin.checks.url")
    static BureauLine bureauLine(
            @Value("${weimin.checks.url}") String url, @Value("${weimin.checks.token:}") String token) {
        URI base = URI.create(url);
        boolean ownMachine = "localhost".equals(base.getHost()) || "127.0.0.1".equals(base.getHost());
        if (token.isBlank() || !("https".equals(base.getScheme()) || ownMachine)) {
            throw new StartRefused(
                    "WEIMIN_CHECKS_URL 须为 https 地址，并须设置 WEIMIN_CHECKS_TOKEN。",
                    "WEIMIN_CHECKS_URL must be https, and WEIMIN_CHECKS_TOKEN must be set.");
        }
        return new BureauLine(() -> Optional.of(base), token, false);
    }

    @Bean
    static Job askBureaus(CheckDispatch dispatch) {
        return new Job("ask-bureaus", PAUSE, dispatch::work);
    }

    @Bean
    static Invariant noMeansCheckWithoutConsent() {
        return Invariant.counted("checks-authorised", "没有授权就没有经济状况核对 · no means check without a signature", """
            SELECT count(*) FROM facts.check_request r LEFT JOIN facts.consent c ON c.id = r.consent_id
             WHERE r.means AND (c.id IS NULL OR lower(c.valid) > r.asked_on)
            """);
    }

    @Bean
    static Invariant noAnswerWithoutValues() {
        return Invariant.counted("checks-answered", "已答复的核对都有答复 · every answered check has its answer", """
            SELECT count(*) FROM facts.check_request r
             WHERE r.status = 'ANSWERED'
               AND NOT EXISTS (SELECT FROM facts.check_answer a
                                WHERE a.request_id = coalesce(r.reused_from, r.id)
                                  AND a.status IN ('ACCEPTED', 'REPLACED'))
            """);
    }
}
