package dev.pilcrow.web;

import dev.pilcrow.Secret;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

/// The bot's own HTTP port, open until it is closed. Thread-safe.
///
/// Every request has a connection of its own and is answered on a virtual thread, with no name of a server, and with no
/// body where nothing is to be read. What is malformed is told so with a status below 500.
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WebServer.class.getName());
    /// How long a request may take to arrive.
    static final Duration READING = Duration.ofSeconds(6);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final Duration STOPPING = Duration.ofSeconds(3);
    private static final int MOST_BODIES = 64;
    private static final int MOST_CONNECTIONS = 1_024;
    private static final int THREADS = 8;
    private static final int MALFORMED = 400;
    private static final int LEAST_FAILURE = 500;

    private final Javalin javalin;
    private final Deadlines deadlines;
    private final int port;

    private WebServer(Javalin javalin, Deadlines deadlines) {
        this.javalin = javalin;
        this.deadlines = deadlines;
        this.port = javalin.port();
    }

    /// Opens the port.
    ///
    /// @param host the interface to listen on, such as `127.0.0.1`
    /// @param port 0 for any that is free
    /// @param hooks take what other servers send
    /// @param pages are read with GET and HEAD
    /// @param operator the token that pages for the operator take; none when none is set
    public static WebServer start(String host, int port, List<Hook> hooks, List<Page> pages, @Nullable Secret operator)
            throws PortTakenException {
        boolean local = InetAddress.ofLiteral(host).isLoopbackAddress();
        Semaphore room = new Semaphore(MOST_BODIES);
        ScheduledExecutorScheduler scheduler = new ScheduledExecutorScheduler("web-deadlines", true);
        Deadlines deadlines = new Deadlines(scheduler, READING, ANSWERING);
        Javalin javalin = Javalin.create(config -> {
            shape(config, deadlines);
            config.jetty.addConnector((server, http) -> connector(server, http, scheduler, deadlines, host, port));
            hooks.forEach(hook -> config.routes.post(hook.path(), new HookHandler(hook, room)));
            pages.forEach(page -> {
                PageHandler handler = new PageHandler(page, operator, local);
                config.routes.get(page.path(), handler).head(page.path(), handler);
            });
            config.routes.exception(HttpResponseException.class, (refused, context) -> context
                    .status(refused.getStatus()).result(""));
            // The handlers let nothing else out, so it is the request that cannot be read, such as its path.
            config.routes.exception(Exception.class, (_, context) -> context.status(MALFORMED).result(""));
        });
        try {
            return new WebServer(javalin.start(), deadlines);
        } catch (UncheckedIOException taken) {
            throw new PortTakenException(port, taken);
        }
    }

    /// The port that it listens on.
    public int port() {
        return port;
    }

    /// Takes nothing new, and ends when what has come in is answered, or 3 seconds later.
    @Override
    public void close() {
        deadlines.cutUnread();
        try {
            javalin.stop();
        } catch (JavalinException late) {
            LOG.log(Level.FINE, "Something was not answered in time", late); // it is closed all the same
        }
    }

    private static void shape(JavalinConfig config, Deadlines deadlines) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> {
            server.insertHandler(deadlines);
            server.setStopTimeout(STOPPING.toMillis());
            server.setErrorHandler(WebServer::refuse);
            server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        });
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(WebServer::refuse));
    }

    private static ServerConnector connector(Server server, HttpConfiguration http,
            ScheduledExecutorScheduler scheduler,
            Deadlines deadlines, String host, int port) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setPersistentConnectionsEnabled(false);
        ServerConnector connector = new ServerConnector(server, null, scheduler, null, 1, 1,
                new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(READING.toMillis());
        connector.addBean(deadlines, false);
        try {
            connector.open(); // here, so that a port that is taken is told once
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        return connector;
    }

    /// Answers what no handler has: a request that is none.
    private static boolean refuse(Request request, Response response, Callback callback) {
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException malformed) {
            response.setStatus(malformed.getCode() < LEAST_FAILURE ? malformed.getCode() : MALFORMED);
        }
        callback.succeeded();
        return true;
    }
}
