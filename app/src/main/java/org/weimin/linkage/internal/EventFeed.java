package org.weimin.linkage.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.engine.CheckItem;
import org.weimin.engine.CheckItems;
import org.weimin.engine.EventKind.Detail;
import org.weimin.facts.BureauLine;
import org.weimin.home.Job;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.Refused;
import org.weimin.linkage.EventLine;
import org.weimin.linkage.Linkage;
import org.weimin.linkage.RegisterEvent;
import org.weimin.linkage.UnreadLines;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 事件接口: asks every bureau on the line what happened since the number that was read last. A reply that cannot be read is
 * asked for again; one event that cannot be read waits for a person and holds up no other.
 */
@Component
public class EventFeed {
    private static final Logger log = LoggerFactory.getLogger(EventFeed.class);
    private static final int MOST_BYTES = 4 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final List<String> bureaus = CheckItems.fromClassPath().list().stream()
            .map(CheckItem::bureau)
            .map(CheckItem.Bureau::id)
            .distinct()
            .toList();
    private final ObjectProvider<BureauLine> lines;
    private final Linkage linkage;
    private final Resolving resolving;
    private final UnreadLines unread;
    private final UnreadStore feed;
    private final TransactionTemplate transaction;

    EventFeed(
            ObjectProvider<BureauLine> lines,
            Linkage linkage,
            Resolving resolving,
            UnreadLines unread,
            UnreadStore feed,
            TransactionTemplate transaction) {
        this.lines = lines;
        this.linkage = linkage;
        this.resolving = resolving;
        this.unread = unread;
        this.feed = feed;
        this.transaction = transaction;
    }

    /** Everything that is new, of every bureau; returns how many events were told. */
    public int poll() {
        int told = 0;
        for (BureauLine line : lines.orderedStream().toList()) {
            Optional<URI> base = line.base().get();
            for (String bureau : base.isPresent() ? bureaus : List.<String>of()) {
                told += poll(line, base.get(), bureau);
            }
        }
        return told;
    }

    private int poll(BureauLine line, URI base, String bureau) {
        try {
            long since = transaction.execute(status -> feed.lastRead(bureau));
            var asked = HttpRequest.newBuilder(URI.create(base + "/" + bureau + "/events?since=" + since))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + line.token())
                    .build();
            HttpResponse<InputStream> response = http.send(asked, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return response.statusCode() == 200 ? read(bureau, JSON.readTree(body.readNBytes(MOST_BYTES))) : 0;
            }
        } catch (IOException | JacksonException unreadable) {
            log.warn("The feed of {} could not be read: {}", bureau, unreadable.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int read(String bureau, JsonNode reply) {
        int told = 0;
        for (JsonNode event : reply.path("events")) {
            EventLine line = line(event);
            try {
                RegisterEvent heard = resolving.resolve(line, bureau, DivisionCode.COUNTRY);
                unread.readAfterAll(heard.origin(), linkage.register(heard));
                told++;
            } catch (Refused unreadable) {
                log.warn("{} told what cannot be kept: {}", bureau, unreadable.code());
                unread.keep(bureau, line);
            }
        }
        transaction.executeWithoutResult(
                status -> feed.keepRead(bureau, reply.path("last").asLong()));
        return told;
    }

    private static EventLine line(JsonNode event) {
        var details = new EnumMap<Detail, String>(Detail.class);
        for (Detail detail : Detail.values()) {
            String name = detail.name().toLowerCase(Locale.ROOT).replace('_', '-');
            details.put(detail, event.path("details").path(name).asString(""));
        }
        return new EventLine(
                event.path("kind").asString(""),
                event.path("number").asString(""),
                event.path("subject").asString(""),
                event.path("happenedOn").asString(""),
                details);
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        static Job pollEvents(EventFeed feed) {
            return new Job("poll-events", Duration.ofSeconds(30), feed::poll);
        }
    }
}
