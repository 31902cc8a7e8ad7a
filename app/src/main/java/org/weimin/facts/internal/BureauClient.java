package org.weimin.facts.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.weimin.facts.BureauAnswer;
import org.weimin.facts.BureauLine;
import org.weimin.facts.CheckRequest;
import org.weimin.kernel.IdentityNumber;
import org.weimin.kernel.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a bureau over HTTP: one POST with the request's own id, as often as needed. What takes too long, is too large or
 * breaks off is no answer.
 */
@Component
class BureauClient {
    /** What came of asking once. */
    sealed interface Reply {
        record Answered(BureauAnswer answer) implements Reply {}

        /** Taken; the answer comes later. */
        record Accepted() implements Reply {}

        /** The bureau says that it cannot answer this. */
        record Rejected(String code) implements Reply {}

        /** Nobody knows whether the question arrived. */
        record NoAnswer() implements Reply {}
    }

    private static final int MOST_BYTES = 256 << 10;
    private static final Set<String> KNOWN_CODES = Set.of("unknown-person", "wrong-code", "not-authorised");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(5_000)
                            .maxDocumentLength(MOST_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final Duration patience;

    BureauClient(@Value("${weimin.checks.timeout:5s}") Duration patience) {
        this.patience = patience;
    }

    Reply ask(BureauLine line, URI base, CheckRequest request, IdentityNumber identity) {
        Future<Reply> call = calls.submit(() -> send(line, base, request, identity));
        try {
            return call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            return new Reply.NoAnswer();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refused refused) {
                throw refused;
            }
            return new Reply.NoAnswer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Reply.NoAnswer();
        }
    }

    private Reply send(BureauLine line, URI base, CheckRequest request, IdentityNumber identity)
            throws IOException, InterruptedException {
        var asked = HttpRequest.newBuilder(
                        URI.create(base + "/" + request.item().bureau().id() + "/checks"))
                .timeout(patience)
                .header("Authorization", "Bearer " + line.token())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", request.id().toString())
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(question(request, identity))))
                .build();
        HttpResponse<InputStream> response = http.send(asked, BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> new Reply.Answered(answer(request.id(), body));
                case 202 -> new Reply.Accepted();
                case 400, 403, 404, 409, 422 -> new Reply.Rejected(code(body));
                default -> new Reply.NoAnswer();
            };
        }
    }

    /** The person, the item, and for what; never more. */
    private static Map<String, Object> question(CheckRequest request, IdentityNumber identity) {
        return Map.of(
                "request", request.id().toString(),
                "item", request.item().id(),
                "facts",
                        request.item().answers().stream()
                                .map(answer -> CheckCatalogue.recordedAs(answer.fact()))
                                .toList(),
                "purpose", request.of().caseNumber(),
                "asOf", request.dates().askedOn().toString(),
                "person",
                        Map.of(
                                "identity",
                                identity.value(),
                                "name",
                                request.of().personName()));
    }

    private static String code(InputStream body) throws IOException {
        try {
            String code =
                    JSON.readTree(body.readNBytes(MOST_BYTES)).path("code").asString("");
            return KNOWN_CODES.contains(code) ? code : "rejected";
        } catch (JacksonException garbled) {
            return "rejected";
        }
    }

    private static BureauAnswer answer(UUID request, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refused("facts.answer.too-large", MOST_BYTES >> 10);
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (!text(root, "request").equals(request.toString())) {
                throw new Refused("facts.answer.other-request");
            }
            JsonNode person = root.path("person");
            return new BureauAnswer(
                    text(root, "reference"),
                    LocalDate.parse(text(root, "answeredOn")),
                    text(person, "identity"),
                    text(person, "name"),
                    values(root.path("values")),
                    root.path("simulated").asBoolean(false));
        } catch (JacksonException | java.time.format.DateTimeParseException garbled) {
            throw new Refused("facts.answer.garbled");
        }
    }

    private static List<BureauAnswer.Value> values(JsonNode list) {
        if (!list.isArray()) {
            throw new Refused("facts.answer.garbled");
        }
        var values = new ArrayList<BureauAnswer.Value>();
        for (JsonNode each : list) {
            values.add(new BureauAnswer.Value(
                    text(each, "fact"), text(each, "value"), day(each, "from"), day(each, "until")));
        }
        return values;
    }

    private static Optional<LocalDate> day(JsonNode node, String field) {
        return node.path(field).isMissingNode() || node.path(field).isNull()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(text(node, field)));
    }

    /** Everything is text: a number would have lost its digits before we saw it. */
    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isString()) {
            throw new Refused("facts.answer.garbled");
        }
        return value.asString();
    }
}
