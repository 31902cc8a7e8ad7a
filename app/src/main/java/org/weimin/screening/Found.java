package org.weimin.screening;

import java.time.LocalDate;
import java.util.Optional;

/** 名单行: a finding as a list shows it, with whose it is and who has been sent. */
public record Found(Finding finding, String name, String address, Optional<Task> task) {
    /** Whether somebody still has to go. */
    public boolean isOpen() {
        return task.flatMap(Task::report).isEmpty();
    }

    public Optional<LocalDate> dueOn() {
        return task.filter(each -> each.report().isEmpty()).map(Task::dueOn);
    }
}
