package org.weimin.shell.internal;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the frame around every request. Static files live under {@code /static/} alone, so no suffix opens a door. */
@Configuration
class ShellConfiguration implements WebMvcConfigurer {
    private final FrameInterceptor frame;
    private final LanguageInterceptor language;

    ShellConfiguration(FrameInterceptor frame, LanguageInterceptor language) {
        this.frame = frame;
        this.language = language;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(language).order(Ordered.HIGHEST_PRECEDENCE);
        registry.addInterceptor(frame).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/static/**")
                .addResourceLocations(
                        "classpath:/static/", "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic());
    }

    @Bean
    LocaleResolver localeResolver() {
        return new LanguageResolver();
    }
}
