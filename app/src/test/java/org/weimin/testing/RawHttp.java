package org.weimin.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP byte by byte, so that a test may also send what no decent client would. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 20_000;
    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    public record Answer(int status, List<String> headers, String body) {
        public Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }
    }

    public Answer get(String target, String... headerLines) throws IOException {
        return send(request("GET", target, "", headerLines));
    }

    public static byte[] request(String method, String target, String body, String... headerLines) {
        var text = new StringBuilder()
                .append(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (String line : headerLines) {
            text.append(line).append("\r\n");
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            text.append("Content-Length: ").append(content.length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    /** A form with one text and one file, as a browser sends it. */
    public static byte[] upload(
            String target, String field, String value, String file, byte[] content, String... lines) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + file
                        + "\"; filename=\"a.png\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
        var head = new ArrayList<>(List.of(lines));
        head.add("Content-Type: multipart/form-data; boundary=b");
        head.add("Content-Length: " + body.size());
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(request("POST", target, "", head.toArray(String[]::new)));
        bytes.writeBytes(body.toByteArray());
        return bytes.toByteArray();
    }

    /** A connection that the server closes without a word counts as status 400. */
    public Answer send(byte[] request) throws IOException {
        var answer = new ByteArrayOutputStream();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            socket.getInputStream().transferTo(answer);
        } catch (SocketException closedEarly) {
            // The server may close while the rest of a bad request is still on its way.
        }
        return parse(answer.toString(StandardCharsets.UTF_8));
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(400, List.of(), text);
        }
        List<String> head = text.substring(0, end).lines().toList();
        int status = Integer.parseInt(head.getFirst().split(" ")[1]);
        return new Answer(status, head.subList(1, head.size()), text.substring(end + 4));
    }
}
