package org.weimin.access;

import java.util.Optional;

/** 席位: a post and whoever sits there on the day asked about. */
public record Seat(Post post, Optional<StaffMember> holder) {}
