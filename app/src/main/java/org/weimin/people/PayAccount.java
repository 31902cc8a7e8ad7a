package org.weimin.people;

import java.util.UUID;
import org.weimin.kernel.PersonId;

/** 收款账户: the card that a holder is paid to; the whole number leaves the room only inside the bank file. */
public record PayAccount(UUID cardId, PersonId holder, String bank, String masked) {}
