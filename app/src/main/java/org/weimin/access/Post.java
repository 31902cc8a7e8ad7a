package org.weimin.access;

import java.util.Optional;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.OrgUnitId;
import org.weimin.kernel.PostId;

/** 岗位: one seat of one organisation: its role says what it may do, its scope says where. */
public record Post(PostId id, String title, Role role, Optional<OrgUnitId> orgUnit, DivisionCode scope) {}
