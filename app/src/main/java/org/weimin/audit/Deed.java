package org.weimin.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** 审计条目: a written entry with what was added to it: who, in which capacity, and when by both clocks. */
public record Deed(Entry entry, Who who, Instant businessAt, Instant writtenAt, Optional<Long> sealed) {
    /** Who did it: kind of actor, id or job, name if an official, and the role or cause. */
    public record Who(String kind, String key, String name, String cause) {}

    /** Which entries somebody asks to see; an empty choice asks for all. */
    public record Search(Optional<UUID> about, Optional<String> by, Optional<Entry.Action> action, int page) {}
}
