package org.weimin.home;

/** 不能启动: something that only the administrator can put right; printed as it stands, in both languages. */
public final class StartRefused extends RuntimeException {
    public StartRefused(String chinese, String english) {
        super(chinese + System.lineSeparator() + english);
    }
}
