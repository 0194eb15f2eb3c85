package dev.pilcrow.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// A provider of language models on this machine, whose every reply a script decides. It speaks HTTP/1.1 with kept
/// connections on the loopback address only, and the wire forms of several providers at once. Thread-safe.
public final class ModelServer implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final int SECONDS_TO_END = 10;

    private final Function<Asked, Reply> script;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("model-server-", 0).factory());
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final Set<Socket> replying = ConcurrentHashMap.newKeySet();
    private final List<Asked> asked = new ArrayList<>();

    private ModelServer(Function<Asked, Reply> script, ServerSocket listener) {
        this.script = script;
        this.listener = listener;
    }

    /// Starts a server on a free port.
    ///
    /// @param script is called for each request on a thread of its own, and may block; it is interrupted when the client
    ///        goes. What it throws is answered with status 500
    public static ModelServer start(Function<Asked, Reply> script) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[]{127, 0, 0, 1});
            ModelServer server = new ModelServer(script, new ServerSocket(0, BACKLOG, loopback));
            Future<?> unused = server.run(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The base URL that a client of this wire form is given, with a slash at its end.
    public String url(Wire wire) {
        return "http://127.0.0.1:" + listener.getLocalPort() + wire.base();
    }

    /// How many requests have come.
    public int calls() {
        synchronized (asked) {
            return asked.size();
        }
    }

    /// The requests in the order in which they came.
    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /// How many replies are under way now. A client that goes ends its own at once; one that reads the end of an answer
    /// finds it counted no more.
    public int open() {
        return replying.size();
    }

    @Override
    public void close() {
        threads.shutdown();
        end(listener);
        connections.forEach(ModelServer::end);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a script does not end when it is interrupted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Future<?> run(Runnable task) {
        return threads.submit(task);
    }

    /// Notes that a reply begins.
    ///
    /// @return how many requests have come
    int replying(Socket connection, Asked request) {
        replying.add(connection);
        synchronized (asked) {
            asked.add(request);
            return asked.size();
        }
    }

    /// Notes that a reply has ended.
    void replied(Socket connection) {
        replying.remove(connection);
    }

    Reply reply(Asked request) {
        try {
            return script.apply(request);
        } catch (RuntimeException | AssertionError e) {
            String message = WireForm.quoted("The script failed: " + e);
            return new Reply.Status(500, Map.of(), "{\"error\":{\"message\":" + message + "}}");
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                begin(listener.accept());
            } catch (IOException e) {
                end(listener);
            }
        }
    }

    private void begin(Socket connection) {
        connections.add(connection);
        try {
            Future<?> unused = run(() -> serve(connection));
        } catch (RejectedExecutionException e) {
            end(connection);
        }
    }

    private void serve(Socket connection) {
        try {
            new ServerConnection(this, connection).serve();
        } finally {
            connections.remove(connection);
        }
    }

    static void end(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
