package org.weimin.access.internal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the door keeper before every handler. */
@Configuration
class AccessConfiguration implements WebMvcConfigurer {
    private final DoorKeeper doorKeeper;

    AccessConfiguration(DoorKeeper doorKeeper) {
        this.doorKeeper = doorKeeper;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doorKeeper);
    }
}
