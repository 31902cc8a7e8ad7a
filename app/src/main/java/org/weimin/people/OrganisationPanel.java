package org.weimin.people;

import java.util.function.Function;
import org.weimin.kernel.OrganisationId;

/** 组织页板块: what another room shows on the page of an organisation; a bean of that room. */
public record OrganisationPanel(
        String titleKey, String template, int order, String permission, Function<OrganisationId, Object> view) {}
