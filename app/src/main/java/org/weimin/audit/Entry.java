package org.weimin.audit;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 审计记录: what was done; by whom and when is added where it is written. Ids and codes only, never a person's values. */
public record Entry(
        Action action,
        String what,
        Optional<String> subjectKind,
        Optional<UUID> subjectId,
        String area,
        String purpose,
        Map<String, Object> detail) {
    /** Looks count like changes: an inquiry without a reason is an offence of its own (社会救助法 第七十条). */
    public enum Action {
        LOOKED,
        CHANGED,
        REFUSED
    }

    public Entry {
        detail = Map.copyOf(detail);
    }
}
