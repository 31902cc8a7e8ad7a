package org.weimin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 为民: the whole platform, one application. */
@SpringBootApplication
public class WeiminApplication {
    public static void main(String[] args) {
        SpringApplication.run(WeiminApplication.class, args);
    }
}
