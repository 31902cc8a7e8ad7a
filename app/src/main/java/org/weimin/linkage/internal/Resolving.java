package org.weimin.linkage.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.weimin.engine.EventKind;
import org.weimin.engine.EventKind.Detail;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.CreditCode;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.PersonId;
import org.weimin.kernel.Refused;
import org.weimin.kernel.Subject;
import org.weimin.linkage.About;
import org.weimin.linkage.EventLine;
import org.weimin.linkage.RegisterEvent;
import org.weimin.people.People;
import org.weimin.policy.Policy;

/** 来文识别: an event as files and feeds write it, with people's numbers, becomes one with ids; no number is kept. */
@Component
public class Resolving {
    private final People people;
    private final RegisterStore registers;
    private final Policy policy;
    private final BusinessClock clock;

    Resolving(People people, RegisterStore registers, Policy policy, BusinessClock clock) {
        this.people = people;
        this.registers = registers;
        this.policy = policy;
        this.clock = clock;
    }

    /** Kinds may be named by their code or by their title. */
    public RegisterEvent resolve(EventLine line, String source, DivisionCode place) {
        EventKind kind = policy.packs().linkages().kinds().stream()
                .filter(each -> each.code().equals(line.kind().strip().toUpperCase(Locale.ROOT))
                        || each.title().zh().equals(line.kind().strip())
                        || each.title().en().equalsIgnoreCase(line.kind().strip()))
                .findFirst()
                .orElseThrow(() -> new Refused("linkage.load.row.kind", line.kind()));
        if (line.number().isBlank()) {
            throw new Refused("linkage.load.row.number");
        }
        return new RegisterEvent(
                kind.code(),
                new RegisterEvent.Origin(source, line.number().strip()),
                about(kind, line.subject().strip()),
                day(line.happenedOn()),
                clock.today(),
                place,
                details(line.details()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip().replace('/', '-'));
        } catch (DateTimeException malformed) {
            throw new Refused("linkage.load.row.date", text);
        }
    }

    private About about(EventKind kind, String text) {
        return switch (kind.about()) {
            case PERSON -> {
                IdentityNumber identity = identity(text);
                yield people.byIdentity(identity).map(About::of).orElseGet(() -> About.unknown(identity.masked()));
            }
            case HOUSEHOLD -> {
                IdentityNumber identity = identity(text);
                yield people.byIdentity(identity)
                        .flatMap(head -> people.householdOf(head, clock.today()))
                        .map(home -> About.of(new Subject.OfHousehold(home)))
                        .orElseGet(() -> About.unknown(identity.masked()));
            }
            case ORGANISATION -> {
                CreditCode code = read(text, CreditCode::of);
                yield registers
                        .organisation(code)
                        .map(body -> About.of(new Subject.OfOrganisation(body)))
                        .orElseGet(() -> About.unknown(code.value()));
            }
            case DIVISION -> About.of(read(text, DivisionCode::new));
            case MATTER -> About.of(read(text, MatterId::new));
        };
    }

    private static IdentityNumber identity(String text) {
        if (IdentityNumber.faultOf(IdentityNumber.normalised(text)).isPresent()) {
            throw new Refused("linkage.load.row.subject", text);
        }
        return IdentityNumber.of(text);
    }

    private static <T> T read(String text, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | Refused malformed) {
            throw new Refused("linkage.load.row.subject", text);
        }
    }

    /** The other person is named by a number too. */
    private Map<Detail, String> details(Map<Detail, String> written) {
        var details = new EnumMap<Detail, String>(Detail.class);
        written.forEach((detail, text) -> {
            String value = text.strip();
            if (detail == Detail.OTHER_PERSON && !value.isEmpty()) {
                Optional<PersonId> other = people.byIdentity(identity(value));
                details.put(detail, other.map(PersonId::toString).orElse("unknown"));
            } else if (!value.isEmpty()) {
                details.put(detail, value);
            }
        });
        return details;
    }
}
