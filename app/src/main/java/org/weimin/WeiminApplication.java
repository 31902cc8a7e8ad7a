package org.weimin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.weimin.home.CommandLine;

/** 为民: the whole platform, one application. */
@SpringBootApplication
public class WeiminApplication {
    public static void main(String[] args) {
        int code = new CommandLine(WeiminApplication.class, System.out, System.err).run(args);
        if (code != CommandLine.SERVING) {
            System.exit(code);
        }
    }
}
