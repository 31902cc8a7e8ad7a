package org.weimin.home;

import java.util.List;
import java.util.stream.Collectors;

/** 不能启动: something that only the administrator can put right; printed as it stands, in both languages. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String chinese, String english) {
        this(chinese + System.lineSeparator() + english);
    }

    private StartRefused(String text) {
        super(text);
    }

    /** Everything that is wrong at once: nobody likes to be told one thing per start. */
    public static StartRefused all(List<StartRefused> problems) {
        return new StartRefused(
                problems.stream().map(StartRefused::getMessage).collect(Collectors.joining(System.lineSeparator())));
    }
}
