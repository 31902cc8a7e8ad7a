package org.weimin.registries;

import java.time.LocalDate;
import java.util.Map;
import org.weimin.engine.Text;
import org.weimin.kernel.CaseFileId;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Period;
import org.weimin.kernel.RegisterEntryId;
import org.weimin.kernel.Subject;

/** 登记: one numbered line of a register, with what is printed on its paper. */
public record RegisterEntry(
        RegisterEntryId id,
        Heading heading,
        Holder holder,
        Origin origin,
        Map<String, String> fields,
        LocalDate registeredOn,
        Period valid,
        Status status,
        DivisionCode area) {

    /** 登记状态: whether people may rely on it. */
    public enum Status {
        IN_FORCE,
        REVOKED,
        EXPIRED
    }

    /** 登记簿、编号和名称: the register, the number in it, and what the paper is called. */
    public record Heading(String register, String number, Text title) {}

    /** 持有人: whom the entry is about, as the paper names them; of the identity number only what may be shown. */
    public record Holder(Subject subject, String name, String identity) {}

    /** 来源: the case that decided it, the edition and template that print it, the office and the articles. */
    public record Origin(
            CaseFileId caseFile,
            String caseNumber,
            MatterId matter,
            LocalDate edition,
            String template,
            String office,
            String articles) {}

    public RegisterEntry {
        fields = Map.copyOf(fields);
    }
}
