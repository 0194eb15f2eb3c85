package dev.pilcrow.slack.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pilcrow.CanaryWatch;
import dev.pilcrow.standin.Answer;
import dev.pilcrow.standin.Faults;
import dev.pilcrow.standin.Front;
import dev.pilcrow.standin.RequestLog;
import dev.pilcrow.standin.Serving;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers the bot's requests: reads, checks against the documents, carries out, and lets go wrong what is to go wrong.
final class WebApi implements HttpHandler {

    private static final Pattern PATH = Pattern.compile("/api/([A-Za-z.]+)");
    private static final String BEARER = "Bearer ";
    private static final int BIGGEST = 1 << 20;

    private final World world;
    private final Methods methods;
    private final Faults faults;
    private final RequestLog log;

    WebApi(World world, Methods methods, Faults faults, RequestLog log) {
        this.world = world;
        this.methods = methods;
        this.faults = faults;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Matcher api = PATH.matcher(path);
        byte[] body = exchange.getRequestBody().readNBytes(BIGGEST);
        try {
            Params params = Params.read(exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getFirst("Content-Type"), body);
            if (path.startsWith(ResponseUrls.PATH)) {
                String id = path.substring(ResponseUrls.PATH.length());
                serve(exchange, ResponseUrls.METHOD, params, () -> world.responses().post(id, params));
            } else if (api.matches()) {
                String token = token(exchange, params);
                boolean app = methods.admit(api.group(1), token);
                serve(exchange, api.group(1), params, () -> methods.call(api.group(1), params, app));
            } else {
                throw Refusal.status(404, "not_found");
            }
        } catch (Refusal refusal) {
            Front.send(exchange, refusal.answer());
        }
    }

    private void serve(HttpExchange exchange, String method, Params params, Supplier<Answer> work)
            throws IOException {
        CanaryWatch.hearRequest(method, params.all().toString());
        RequestLog.Entry entry = log.add(method, world.now(), params.all());
        Serving.serve(exchange, faults.take(method), entry, fault -> Refusal.of(fault).answer(), work);
    }

    /// Takes the token out of the parameters, too.
    private static String token(HttpExchange exchange, Params params) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        String inBody = params.text("token");
        params.all().remove("token");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : inBody;
    }
}
