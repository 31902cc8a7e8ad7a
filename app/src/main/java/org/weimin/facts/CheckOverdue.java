package org.weimin.facts;

import java.util.UUID;
import org.weimin.kernel.CaseFileId;

/** 核对超期: a bureau has not answered in time; escalated when it has not answered in twice the time. */
public record CheckOverdue(CaseFileId caseFile, UUID request, String item, boolean escalated) {}
