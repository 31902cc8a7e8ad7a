package org.weimin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.weimin.WeiminApplication;
import org.weimin.access.Role;
import org.weimin.access.Seat;
import org.weimin.access.Staffing;
import org.weimin.access.internal.SignIn;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;

/** A demo county that is open for business, with signed-in officials who ask for pages. */
final class Office implements AutoCloseable {
    private final ConfigurableApplicationContext application;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Office(ConfigurableApplicationContext application) {
        this.application = application;
    }

    static Office open(int households) {
        return open(households, Path.of("bench", "target", "home-" + households).toAbsolutePath());
    }

    static Office open(int households, Path home) {
        return new Office(new SpringApplicationBuilder(WeiminApplication.class)
                .run(
                        "--weimin.kind=demo",
                        "--weimin.home=" + home,
                        "--weimin.jobs=true",
                        "--weimin.demo.households=" + households,
                        "--server.port=0"));
    }

    /** Cookies of so many browsers, shared out among all officials of the role. */
    List<String> cookies(Role role, int browsers) {
        List<Seat> seats = bean(Staffing.class).seats().stream()
                .filter(seat -> seat.post().role() == role && seat.holder().isPresent())
                .toList();
        var signIn = bean(SignIn.class);
        return java.util.stream.IntStream.range(0, browsers)
                .mapToObj(i -> seats.get(i % seats.size()))
                .map(seat -> "weimin-session="
                        + signIn.inDemo(
                                seat.holder().orElseThrow().id(), seat.post().id()))
                .toList();
    }

    /** How long the server took to answer, in nanoseconds, as the client sees it. */
    long time(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Cookie", cookie)
                .build();
        try {
            long start = System.nanoTime();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            long nanos = System.nanoTime() - start;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " at " + path);
            }
            return nanos;
        } catch (IOException failed) {
            throw new IllegalStateException(path, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Ids found by the query, as the system sees them. */
    List<String> ids(String sql) {
        return Acting.as(
                new Actor.SystemJob("bench", "a benchmark"),
                () -> bean(TransactionTemplate.class)
                        .execute(status -> bean(JdbcClient.class)
                                .sql(sql)
                                .query((row, number) -> row.getString(1))
                                .list()));
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    private String address() {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    @Override
    public void close() {
        application.close();
    }
}
