package org.weimin.people;

import java.util.function.Function;
import org.weimin.kernel.PersonId;

/** 居民页栏目: what another room shows on the page of a resident; a bean of that room. */
public record PersonPanel(
        String titleKey, String template, int order, String permission, Function<PersonId, Object> view) {}
