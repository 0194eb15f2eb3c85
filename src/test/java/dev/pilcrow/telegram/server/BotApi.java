package dev.pilcrow.telegram.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pilcrow.CanaryWatch;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Faults;
import dev.pilcrow.standin.Front;
import dev.pilcrow.standin.RequestLog;
import dev.pilcrow.standin.Serving;
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
            Front.send(exchange, new Refusal(404, "Not Found").answer());
        } else if (!path.group(1).equals(world.setup().token())) {
            Front.send(exchange, new Refusal(401, "Unauthorized").answer());
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
            Front.send(exchange, refusal.answer());
            return;
        }
        methods.check(method, params);
        if (!method.equals("setWebhook")) {
            CanaryWatch.hearRequest(method, params.all().toString());
        }
        RequestLog.Entry entry = log.add(method, world.now(), params.all());
        Serving.serve(exchange, faults.take(method), entry, BotApi::refusal, () -> methods.call(method, params));
    }

    private static Answer refusal(Fault.Refuses fault) {
        Refusal refusal = new Refusal(fault.code(), fault.description());
        return (fault.retryAfter() == 0 ? refusal : refusal.with("retry_after", fault.retryAfter())).answer();
    }
}
