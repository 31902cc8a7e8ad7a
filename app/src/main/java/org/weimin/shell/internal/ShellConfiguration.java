package org.weimin.shell.internal;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.weimin.home.Home;
import org.weimin.kernel.BusinessClock;
import org.weimin.shell.MenuEntry;

/** Puts the frame around every request. Static files live under {@code /static/} alone, so no suffix opens a door. */
@Configuration
class ShellConfiguration implements WebMvcConfigurer {
    private final LanguageInterceptor language;
    private final NoZeroInterceptor noZero;

    ShellConfiguration(LanguageInterceptor language, NoZeroInterceptor noZero) {
        this.language = language;
        this.noZero = noZero;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(noZero).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations(
                        "classpath:/static/", "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic());
    }

    /** Behind the outer door, so that the frame knows who acts. */
    @Bean
    static FilterRegistrationBean<FrameFilter> frame(List<MenuEntry> entries, BusinessClock clock, Home home) {
        var registration = new FilterRegistrationBean<>(new FrameFilter(entries, clock, home));
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageResolver();
    }
}
