package org.weimin.home;

import java.time.Duration;

/**
 * 定时任务: work that a room wants done again and again while the application runs; contributed as a bean. It runs as
 * the system, must bear being run twice, and on several instances at once.
 */
public record Job(String name, Duration pause, Runnable work) {}
