package dev.pilcrow.web;

import dev.pilcrow.Secret;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Answers who asks for a page. Thread-safe.
final class PageHandler implements Handler {

    private static final Logger LOG = Logger.getLogger(PageHandler.class.getName());
    private static final int REFUSED = 401;
    private static final int MISSING = 404;
    private static final int UNCHANGED = 304;
    /// It may be there later.
    private static final Content BUSY = new Content(503, "text/plain", Map.of(), "");
    /// So many are made of a page and sent at once, as each takes memory until its reader has it, and so many of one of the
    /// operator's, which may be large; who asks beside them waits for so long.
    private static final int AT_ONCE = 16;
    private static final int OF_OPERATOR = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    /// What most proxies on this machine add when it passes on what somebody elsewhere asks.
    private static final List<String> PASSED_ON = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
    /// Nothing is guessed, nothing is told on, and nothing keeps what only an operator may read.
    private static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy",
            "no-referrer", "Cache-Control", "no-store");

    private final Page page;
    private final @Nullable Secret token;
    private final boolean local;
    private final Semaphore rooms;

    /// @param token the operator's; none when none is set
    /// @param local is the port open to this machine only?
    PageHandler(Page page, @Nullable Secret token, boolean local) {
        this.page = page;
        this.token = token;
        this.local = local;
        this.rooms = new Semaphore(page.access() == Page.Access.OPERATOR ? OF_OPERATOR : AT_ONCE);
    }

    @Override
    public void handle(Context context) {
        HEADERS.forEach(context::header);
        if (page.access() == Page.Access.OPERATOR && !isOperator(context.req())) {
            if (token != null) {
                context.header("WWW-Authenticate", "Basic realm=\"Pilcrow\", charset=\"UTF-8\"");
            }
            context.status(token == null ? MISSING : REFUSED);
            return;
        }
        boolean room = false;
        try {
            room = rooms.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Optional<Content> content = room ? read(visit(context)) : Optional.of(BUSY);
            content.ifPresentOrElse(found -> write(found, context), () -> context.status(MISSING));
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            context.status(BUSY.status());
        } finally {
            if (room) {
                rooms.release();
            }
        }
    }

    private static void write(Content content, Context context) {
        content.headers().forEach(context::header);
        String version = content.headers().get("ETag");
        String known = context.header("If-None-Match");
        if (version != null && known != null && knows(known, version)) {
            context.status(UNCHANGED);
        } else {
            context.status(content.status()).contentType(content.type());
            send(content.body().getBytes(StandardCharsets.UTF_8), context);
        }
    }

    /// Returns when the reader has it, or has gone.
    private static void send(byte[] body, Context context) {
        try {
            context.res().setContentLength(body.length);
            context.res().getOutputStream().write(body);
            context.res().flushBuffer();
        } catch (IOException gone) {
            LOG.log(Level.FINE, "A reader did not wait for a page", gone);
        }
    }

    /// Is the version among those that are known? A proxy that has packed a page calls its version a weak one.
    private static boolean knows(String known, String version) {
        return Arrays.stream(known.split(",")).map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals(version) || tag.equals("*"));
    }

    private Optional<Content> read(Visit visit) {
        try {
            return page.source().read(visit);
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING, "The page " + page.path() + " could not be made", failure);
            return Optional.of(BUSY);
        }
    }

    private boolean isOperator(HttpServletRequest request) {
        Secret wanted = token;
        if (wanted == null) {
            // A page elsewhere whose name leads to this machine must not read it through the operator's browser.
            return local && HERE.contains(request.getServerName().toLowerCase(Locale.ROOT))
                    && PASSED_ON.stream().allMatch(header -> request.getHeader(header) == null);
        }
        return Digest.isSame(shown(request), wanted);
    }

    /// The token as a program shows it, or as the password that a browser asks for.
    private static String shown(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        String header = headers.size() == 1 ? headers.getFirst() : "";
        if (header.startsWith(BEARER)) {
            return header.substring(BEARER.length());
        }
        if (!header.startsWith(BASIC)) {
            return "";
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()),
                    StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static Visit visit(Context context) {
        Map<String, String> query = new HashMap<>();
        context.queryParamMap().forEach((name, values) -> query.put(name, values.isEmpty() ? "" : values.getFirst()));
        return new Visit(context.pathParamMap(), query, languages(context.header("Accept-Language")));
    }

    /// None when it cannot be told which are asked for.
    private static List<Locale> languages(@Nullable String header) {
        try {
            return header == null
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .map(range -> Locale.forLanguageTag(range.getRange()))
                            .filter(locale -> !locale.getLanguage().isEmpty()).toList();
        } catch (IllegalArgumentException _) {
            return List.of();
        }
    }
}
