package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.pilcrow.Pilcrow;
import dev.pilcrow.Shell;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The image's health check, against an HTTP server.
class HealthTest {

    private static final Path SCRIPT = Pilcrow.PROJECT.resolve("deploy/health");

    @ParameterizedTest
    @CsvSource({"200,true", "503,false", "404,false"})
    void isWhatTheBotSaysAtItsPort(int status, boolean healthy, @TempDir Path folder) throws Exception {
        HttpServer bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/", call -> call.sendResponseHeaders(404, -1));
        bot.createContext("/healthz", call -> call.sendResponseHeaders(status, -1));
        bot.start();
        try {
            assertThat(check(folder, bot.getAddress().getPort()).exit() == 0).isEqualTo(healthy);
        } finally {
            bot.stop(0);
        }
        assertThat(check(folder, bot.getAddress().getPort()).exit()).as("nobody listens").isNotZero();
    }

    @Test
    void isTheCommandOfTheImage() {
        String words = Dockerfile.ofPilcrow().image().last("HEALTHCHECK").words();
        assertThat(new Dockerfile.Instruction("CMD", words.substring(words.indexOf('['))).exec())
                .isEqualTo(List.of("/opt/pilcrow/health"));
        assertThat(SCRIPT).isExecutable();
    }

    private static Shell check(Path folder, int port) {
        return Shell.run(folder, "PILCROW_HTTP_PORT=" + port + " '" + SCRIPT + "'");
    }
}
