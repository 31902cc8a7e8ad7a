package org.weimin.home;

/** 用法不对: the words after a command make no sense; the message says which do. Exit code 2. */
public final class WrongUsage extends RuntimeException {
    public WrongUsage(String usage) {
        super(usage);
    }
}
