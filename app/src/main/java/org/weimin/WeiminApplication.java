package org.weimin;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.weimin.home.CommandLine;

/** 为民: the whole platform, one application. Beans are named in full, because two rooms may use the same word. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class WeiminApplication {
    public static void main(String[] args) {
        int code = new CommandLine(WeiminApplication.class, System.out, System.err).run(args);
        if (code != CommandLine.SERVING) {
            System.exit(code);
        }
    }
}
