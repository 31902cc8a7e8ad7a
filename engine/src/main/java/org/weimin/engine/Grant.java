package org.weimin.engine;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.weimin.kernel.Money;

/** 给付: one thing that an entitled outcome gives. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes(@JsonSubTypes.Type(value = Grant.Monthly.class, name = "monthly"))
public sealed interface Grant {
    /** An amount for every month, with the basis and the persons (by id) it was worked out for. */
    record Monthly(Money amount, String basis, List<String> persons) implements Grant {
        public Monthly {
            persons = List.copyOf(persons);
        }
    }
}
