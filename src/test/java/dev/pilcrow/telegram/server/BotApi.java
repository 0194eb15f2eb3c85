package dev.pilcrow.telegram.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pilcrow.CanaryWatch;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers the bot's requests: reads, checks against the documents, carries out, and lets go wrong what is to go wrong.
final class BotApi implements HttpHandler {

    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/([A-Za-z]+)/?");
    private static final int BIGGEST = 50 * 1024 * 1024;

    private final World world;
    private final Methods methods;
    private final Faults faults;
    private final RequestLog log;

    BotApi(World world, Methods methods, Faults faults, RequestLog log) {
        this.world = world;
        this.methods = methods;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
        byte[] body = exchange.getRequestBody().readNBytes(BIGGEST);
        if (!path.matches()) {
            Front.send(exchange, Answer.refused(new Refusal(404, "Not Found")));
        } else if (!path.group(1).equals(world.setup().token())) {
            Front.send(exchange, Answer.refused(new Refusal(401, "Unauthorized")));
        } else {
            answer(exchange, path.group(2), body);
        }
    }

    private void answer(HttpExchange exchange, String name, byte[] body) throws IOException {
        String method = methods.name(name);
        Params params;
        try {
            params = Form.read(exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Content-Type"), body);
        } catch (Refusal refusal) {
            world.violations().add(method + ": " + refusal.getMessage());
            Front.send(exchange, Answer.refused(refusal));
            return;
        }
        methods.check(method, params);
        if (!method.equals("setWebhook")) {
            CanaryWatch.hearRequest(method, params.all().toString());
        }
        RequestLog.Entry entry = log.add(method, world.now(), params);
        switch (faults.take(method)) {
            case Fault.BreaksBefore() -> entry.ended(0);
            case Fault.Html(int status) -> {
                entry.ended(status);
                Front.html(exchange, status);
            }
            case Fault.Refuses(int code, String description, int retryAfter) -> {
                Refusal refusal = new Refusal(code, description);
                entry.ended(code);
                Front.send(exchange,
                        Answer.refused(retryAfter == 0 ? refusal : refusal.with("retry_after", retryAfter)));
            }
            case Fault.BreaksAfter() -> carryOut(method, params, entry);
            case Fault.Slow(var delay) -> {
                Answer answer = carryOut(method, params, entry);
                sleep(delay.toMillis());
                Front.send(exchange, answer);
            }
            case Fault.Halves() -> {
                byte[] whole = Json.bytes(carryOut(method, params, entry).body());
                Front.send(exchange, 200, "application/json", whole, whole.length / 2);
            }
            case Fault.Garbage() -> {
                carryOut(method, params, entry);
                byte[] page = {'o', 'k'};
                Front.send(exchange, 200, "application/json", page, page.length);
            }
            case Fault.None() -> Front.send(exchange, carryOut(method, params, entry));
        }
    }

    private Answer carryOut(String method, Params params, RequestLog.Entry entry) {
        Answer answer = methods.call(method, params);
        entry.ended(answer.status());
        return answer;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
