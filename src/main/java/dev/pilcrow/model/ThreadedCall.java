package dev.pilcrow.model;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A call whose work is done by a virtual thread of its own, which is interrupted when the reader closes the call or the
/// deadline passes.
final class ThreadedCall implements ModelCall {

    /// Characters of an answer; far more than any prompt asks for.
    private static final int LONGEST = 65_536;

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Deadline deadline;
    private final Thread thread;
    private int length;
    private @Nullable Piece last;

    /// Begins the work.
    ///
    /// @param work gives pieces, the last of which is an end or a failure; none after it count
    ThreadedCall(Deadline deadline, Consumer<Consumer<Piece>> work) {
        this.deadline = deadline;
        this.thread = Thread.ofVirtual().name("model-call").start(() -> run(work));
    }

    private void run(Consumer<Consumer<Piece>> work) {
        try {
            work.accept(pieces::add);
        } catch (RuntimeException | Error _) {
            pieces.add(new Piece.Failed(Fault.GARBLED));
        }
    }

    @Override
    public Piece next() {
        if (last != null) {
            return last;
        }
        Piece next = await();
        if (next instanceof Piece.Text text) {
            length += text.text().length();
            if (length <= LONGEST) {
                return text;
            }
            next = new Piece.Failed(Fault.TOO_LONG);
        }
        last = next;
        close();
        return next;
    }

    private Piece await() {
        try {
            Piece next = pieces.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return next == null ? new Piece.Failed(Fault.TIMEOUT) : next;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Piece.Failed(Fault.STOPPED);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
