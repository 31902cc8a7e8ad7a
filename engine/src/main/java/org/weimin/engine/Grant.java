package org.weimin.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.weimin.kernel.Money;

/** 给付: one thing that an entitled outcome gives, with the persons (by id) it was worked out for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Grant.Monthly.class, name = "monthly"),
    @JsonSubTypes.Type(value = Grant.OneOff.class, name = "one-off"),
    @JsonSubTypes.Type(value = Grant.Identity.class, name = "identity"),
    @JsonSubTypes.Type(value = Grant.Service.class, name = "service"),
    @JsonSubTypes.Type(value = Grant.Document.class, name = "document")
})
public sealed interface Grant {
    List<String> persons();

    /** An amount for every month; the basis is a word of the pack, such as WHOLE_HOUSEHOLD. */
    record Monthly(Money amount, String basis, List<String> persons) implements Grant {
        public Monthly {
            persons = List.copyOf(persons);
        }
    }

    /** An amount that is paid once. */
    record OneOff(Money amount, String basis, List<String> persons) implements Grant {
        public OneOff {
            persons = List.copyOf(persons);
        }
    }

    /** 身份: what other offices may rely on, for some months; zero months is until something changes. */
    record Identity(String code, Text title, int validMonths, List<String> persons) implements Grant {
        public Identity {
            persons = List.copyOf(persons);
        }
    }

    /** A service, or a voucher for one, with what it is worth a month; zero where it has no price. */
    record Service(String code, Text title, Money monthly, List<String> persons) implements Grant {
        public Service {
            persons = List.copyOf(persons);
        }
    }

    /** 证照、登记: a paper or an entry in a register; nothing is paid. */
    record Document(String code, Text title, List<String> persons) implements Grant {
        public Document {
            persons = List.copyOf(persons);
        }
    }
}
