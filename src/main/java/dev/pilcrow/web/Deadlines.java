package dev.pilcrow.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Cuts connections that take too long, however busy they look: each carries one request, which has to be there in time,
/// headers and body, and then to be answered in time. Thread-safe.
final class Deadlines extends EventsHandler implements Connection.Listener {

    /// What cuts a connection.
    ///
    /// @param arrived is its request there?
    private record Cut(boolean arrived, Scheduler.Task task) {
    }

    private final Map<Connection, Cut> cuts = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final Duration reading;
    private final Duration answering;
    private volatile boolean closing;

    /// @param reading how long a request may take to arrive
    /// @param answering how long the answer may take after that
    Deadlines(Scheduler scheduler, Duration reading, Duration answering) {
        this.scheduler = scheduler;
        this.reading = reading;
        this.answering = answering;
    }

    @Override
    public void onOpened(Connection connection) {
        cuts.put(connection, cut(connection, false));
        if (closing) {
            connection.getEndPoint().close();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        Cut cut = cuts.remove(connection);
        if (cut != null) {
            cut.task().cancel();
        }
    }

    @Override
    protected void onRequestRead(Request request, Content.@Nullable Chunk chunk) {
        if (chunk != null && chunk.isLast()) {
            cuts.computeIfPresent(request.getConnectionMetaData().getConnection(), (connection, cut) -> {
                cut.task().cancel();
                return cut(connection, true);
            });
        }
    }

    /// Cuts the connections whose request is not there, now and from now on.
    void cutUnread() {
        closing = true;
        cuts.forEach((connection, cut) -> {
            if (!cut.arrived()) {
                connection.getEndPoint().close();
            }
        });
    }

    private Cut cut(Connection connection, boolean arrived) {
        Duration after = arrived ? answering : reading;
        return new Cut(arrived, scheduler.schedule(() -> connection.getEndPoint().close(), after.toMillis(),
                TimeUnit.MILLISECONDS));
    }
}
