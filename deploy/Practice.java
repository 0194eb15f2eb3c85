import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A first run of the bot in the folder that `deploy/layout` made, after which the JVM has written down which classes are
/// needed and how they are used: `java -cp practice Practice FOLDER-FOR-DATA`. The bot is asked on a few lines of Telegram
/// on this machine, answers, and is ended.
final class Practice {

    private static final List<String> QUESTIONS = List.of("深度求索的创始人是谁？", "Who criticised the AI diffusion rule?",
            "约翰·维拉塞诺在哪所大学任教？", "文章讲了什么？", "/passage 6");
    private static final int SECONDS = 120;

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch answers = new CountDownLatch(QUESTIONS.size() - 1);

    private Practice() {
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        HttpServer telegram = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Practice practice = new Practice();
        telegram.createContext("/", practice::reply);
        telegram.setExecutor(task -> Thread.ofVirtual().start(task));
        telegram.start();
        ProcessBuilder bot = new ProcessBuilder("java", "@options", "-Xlog:disable", "-XX:AOTCacheOutput=pilcrow.aot",
                "dev.pilcrow.Main").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.INHERIT);
        int free;
        try (ServerSocket any = new ServerSocket(0)) {
            free = any.getLocalPort();
        }
        // No setting of the operator's: with a token or a model of theirs, this would talk to the outside.
        bot.environment().keySet().retainAll(Set.of("PATH", "HOME", "JAVA_HOME", "LC_ALL", "MALLOC_ARENA_MAX"));
        bot.environment().putAll(Map.of("PILCROW_HTTP_PORT", Integer.toString(free),
                "TELEGRAM_BOT_TOKEN", "10001000:" + "p".repeat(35),
                "TELEGRAM_API_URL", "http://127.0.0.1:" + telegram.getAddress().getPort(),
                "PILCROW_STORE", "jdbc:sqlite:" + words[0] + "/practice.db", "PILCROW_CACHE", words[0]));
        Process process = bot.start();
        process.onExit().thenRun(() -> System.exit(practice.answers.getCount() == 0 ? process.exitValue() : 1));
        practice.answers.await(SECONDS, TimeUnit.SECONDS);
        process.destroy();
        process.waitFor();
    }

    private void reply(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = call.getRequestURI().getPath();
        byte[] reply = ("{\"ok\":true,\"result\":" + result(path.substring(path.lastIndexOf('/') + 1), body) + "}")
                .getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/json");
        call.sendResponseHeaders(200, reply.length);
        call.getResponseBody().write(reply);
        call.close();
    }

    private String result(String method, String body) {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "getme" -> "{\"id\":1000,\"is_bot\":true,\"first_name\":\"P\",\"username\":\"practice_bot\"}";
            case "getupdates" -> updates();
            case "sendmessage" -> message(1000 + asked.get(), "…");
            case "editmessagetext" -> {
                answers.countDown();
                yield message(1000, "…");
            }
            default -> "true";
        };
    }

    /// One question at a time.
    private String updates() {
        int number = asked.getAndIncrement();
        try {
            Thread.sleep(number == 0 ? 0 : 500);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
        return number < QUESTIONS.size()
                ? "[{\"update_id\":" + (number + 1) + ",\"message\":" + message(number + 1, QUESTIONS.get(number)) + "}]"
                : "[]";
    }

    private static String message(int number, String text) {
        return "{\"message_id\":" + number + ",\"date\":" + System.currentTimeMillis() / 1000
                + ",\"chat\":{\"id\":7,\"type\":\"private\",\"first_name\":\"R\"},"
                + "\"from\":{\"id\":7,\"is_bot\":false,\"first_name\":\"R\",\"language_code\":\"zh-hans\"},"
                + "\"text\":\"" + text + "\"}";
    }
}
