package org.weimin.access.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.weimin.home.Home;

/**
 * The outer door: headers, forged requests, malformed addresses, and who acts. Whether that actor may do what the
 * address stands for is asked at the handler by the {@link DoorKeeper}, and again by the database.
 */
@Configuration
class DoorConfiguration {
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
    private static final long ONE_YEAR_SECONDS = 31_536_000;

    /** A real office always asks for the second factor; a demo or test home only when told to. */
    @Bean
    static SignInSettings signInSettings(
            Home home,
            @Value("${weimin.access.passwords:MLPS3}") PasswordRules passwords,
            @Value("${weimin.totp:false}") boolean secondFactor) {
        return new SignInSettings(passwords, secondFactor || home.kind() == Home.Kind.SERVE);
    }

    @Bean
    SecurityFilterChain outerDoor(HttpSecurity http, Browsers browsers, SessionCookie cookie) throws Exception {
        return http.csrf(csrf -> csrf.csrfTokenRepository(formTokens(cookie)))
                .headers(headers -> headers(headers, cookie.isSecure()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SameSiteFilter(), CsrfFilter.class)
                .addFilterBefore(new LegibleFilter(), SameSiteFilter.class)
                .addFilterBefore(new SessionFilter(browsers, cookie), LegibleFilter.class)
                .build();
    }

    @Bean
    CookieCsrfTokenRepository formTokens(SessionCookie cookie) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookie.name("weimin-form"));
        tokens.setCookieCustomizer(
                made -> made.secure(cookie.isSecure()).path("/").httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** Signing in is this room's own work; without this bean the framework would invent a user and print a password. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean secure) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"));
        if (secure) {
            headers.httpStrictTransportSecurity(
                    strict -> strict.maxAgeInSeconds(ONE_YEAR_SECONDS).includeSubDomains(false));
        } else {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }
}
