package org.weimin.simulator.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.Ids;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door of the played bureaus: an HTTP server of its own, on this machine only and on any free port, with a secret
 * of this start. It is no door of the office.
 */
class SimulatorServer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SimulatorServer.class);
    private static final int MOST_BYTES = 64 << 10;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final PlayedBureau bureaus;
    private final PlayedFeed feed;
    private final String token = Ids.secret();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile @Nullable HttpServer server;

    SimulatorServer(PlayedBureau bureaus, PlayedFeed feed) {
        this.bureaus = bureaus;
        this.feed = feed;
    }

    String token() {
        return token;
    }

    Optional<URI> base() {
        HttpServer running = server;
        return running == null
                ? Optional.empty()
                : Optional.of(
                        URI.create("http://127.0.0.1:" + running.getAddress().getPort()));
    }

    @Override
    public void start() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            made.setExecutor(threads);
            made.createContext("/", this::handle);
            made.start();
            server = made;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            PlayedBureau.Reply reply = reply(exchange);
            Thread.sleep(reply.silence());
            byte[] body = bytes(reply.body());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.warn("A played bureau could not answer", failed);
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private PlayedBureau.Reply reply(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!MessageDigest.isEqual(bytes(given), bytes("Bearer " + token))) {
            return new PlayedBureau.Reply(401, "", java.time.Duration.ZERO);
        }
        if (path.length == 3
                && path[2].equals("events")
                && exchange.getRequestMethod().equals("GET")) {
            return told(path[1], String.valueOf(exchange.getRequestURI().getQuery()));
        }
        if (path.length != 3
                || !path[2].equals("checks")
                || !exchange.getRequestMethod().equals("POST")) {
            return new PlayedBureau.Reply(404, "", java.time.Duration.ZERO);
        }
        try {
            JsonNode asked = JSON.readTree(exchange.getRequestBody().readNBytes(MOST_BYTES));
            var question = new PlayedBureau.Asked(
                    UUID.fromString(asked.path("request").asString()),
                    asked.path("item").asString(),
                    asked.path("purpose").asString(""),
                    LocalDate.parse(asked.path("asOf").asString()),
                    asked.path("person").path("identity").asString(),
                    asked.path("person").path("name").asString());
            return Acting.as(
                    new Actor.SystemJob("simulator", "question " + question.request()),
                    () -> bureaus.answer(path[1], question));
        } catch (JacksonException | IllegalArgumentException | java.time.format.DateTimeParseException garbled) {
            return new PlayedBureau.Reply(400, "", java.time.Duration.ZERO);
        }
    }

    private PlayedBureau.Reply told(String bureau, String query) {
        if (!query.matches("since=\\d{1,18}")) {
            return new PlayedBureau.Reply(400, "", java.time.Duration.ZERO);
        }
        long since = Long.parseLong(query.substring("since=".length()));
        return Acting.as(new Actor.SystemJob("simulator", "feed " + bureau), () -> feed.since(bureau, since));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
