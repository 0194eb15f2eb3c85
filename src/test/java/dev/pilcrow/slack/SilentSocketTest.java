package dev.pilcrow.slack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Intake;
import dev.pilcrow.chat.Place;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sockets that stay open and say nothing any more, as those of a host that has vanished do.
@Timeout(60)
@BesideOthers
class SilentSocketTest {

    private static final Pattern KEY = Pattern.compile("(?i)Sec-WebSocket-Key: (\\S+)");
    private static final Intake NOBODY = new Intake() {
        @Override
        public int accept(List<Delivery> deliveries) {
            return 0;
        }

        @Override
        public boolean takesPartIn(Place place) {
            return false;
        }
    };

    private final List<Socket> opened = new CopyOnWriteArrayList<>();

    /// Says hello, and from then on nothing, not even that it is alive.
    private void greet(Socket socket) {
        try {
            opened.add(socket);
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append(new String(socket.getInputStream().readNBytes(1), ISO_8859_1));
            }
            Matcher key = KEY.matcher(head);
            assertThat(key.find()).isTrue();
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((key.group(1) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(ISO_8859_1));
            byte[] hello = "{\"type\":\"hello\"}".getBytes(UTF_8);
            socket.getOutputStream().write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash)
                    + "\r\n\r\n").getBytes(ISO_8859_1));
            socket.getOutputStream().write(new byte[]{(byte) 0x81, (byte) hello.length});
            socket.getOutputStream().write(hello);
            socket.getOutputStream().flush();
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void connectsAnewWithinTenSecondsWhenASocketGivesNoSignOfLife() throws IOException {
        try (ServerSocket sockets = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            HttpServer api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            api.createContext("/api/", exchange -> {
                byte[] answer = ("{\"ok\":true,\"team_id\":\"T1\",\"user_id\":\"UBOT\",\"url\":\"ws://127.0.0.1:"
                        + sockets.getLocalPort() + "/\"}").getBytes(UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            api.start();
            Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        Socket socket = sockets.accept();
                        Thread.ofVirtual().start(() -> greet(socket));
                    }
                } catch (IOException _) {
                    // The test is over.
                }
            });
            SlackSettings settings = new SlackSettings(new Secret("xoxb-1"), new Secret("xapp-1"),
                    URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/api/"), SlackBots.LOADING,
                    SlackLimits.unlimited(), InstantSource.system());
            try (SlackPlatform slack = new SlackPlatform(settings)) {
                slack.start(NOBODY);
                await().until(() -> slack.health() == Health.GOOD && opened.size() == 2);
                Instant silent = Instant.now();
                await().atMost(Duration.ofSeconds(20)).until(() -> opened.size() == 4);
                assertThat(Duration.between(silent, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
            for (Socket socket : opened) {
                socket.close();
            }
            api.stop(0);
        }
    }
}
