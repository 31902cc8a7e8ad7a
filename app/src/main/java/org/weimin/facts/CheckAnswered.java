package org.weimin.facts;

import java.util.UUID;
import org.weimin.kernel.CaseFileId;

/** 核对已答复: a bureau answered; so many differences with what was declared are left to settle. */
public record CheckAnswered(CaseFileId caseFile, UUID request, String item, boolean late, int conflicts) {}
