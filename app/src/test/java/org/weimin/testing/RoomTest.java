package org.weimin.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.weimin.WeiminApplication;
import org.weimin.access.internal.Granted;

/**
 * A test of rooms over a real database. All such tests of a JVM share one database and one application; every class
 * begins with empty tables (divisions and published law stay) and on {@link TestClock#FIRST_DAY}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = WeiminApplication.class,
        properties = "weimin.kind=test",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshHome.class)
@Import({TestClock.Given.class, Doors.class, SignedIn.class, Granted.class, BrokenInvariants.class})
@ExtendWith(EmptyTables.class)
public @interface RoomTest {}
