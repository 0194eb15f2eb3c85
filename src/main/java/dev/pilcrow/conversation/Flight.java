package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Watcher;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An answer that is made once for all who wait for it. The first who joins sets it going; when the last has left before
/// its end, the work is interrupted. Thread-safe.
final class Flight {

    /// Somebody who waits and looks on. What they see never grows shorter, and what fails them fails nobody else.
    private static final class Passenger {

        private final Watcher watcher;
        private int seen;

        Passenger(Watcher watcher) {
            this.watcher = watcher;
        }

        synchronized void show(Answer.Grounded soFar) {
            if (soFar.claims().size() > seen) {
                seen = soFar.claims().size();
                watcher.sees(soFar);
            }
        }
    }

    private final CompletableFuture<Answered> answered = new CompletableFuture<>();
    private final List<Passenger> passengers = new CopyOnWriteArrayList<>();
    private volatile Answer.@Nullable Grounded latest;
    private @Nullable Thread work;
    private int waiting;
    private boolean abandoned;

    /// Counts another who waits, and begins the work when it is the first.
    ///
    /// @param ended is told when the answer is known
    /// @return false when it is too late, as the work was ended without an answer worth keeping
    synchronized boolean join(Function<Watcher, Answered> make, Consumer<Flight> ended) {
        if (abandoned || answered.isDone() && !isWorthKeeping()) {
            return false;
        }
        waiting++;
        if (work == null) {
            work = Thread.ofVirtual().name("answer").start(() -> run(make, ended));
        }
        return true;
    }

    private void run(Function<Watcher, Answered> make, Consumer<Flight> ended) {
        try {
            answered.complete(make.apply(this::grow));
        } catch (RuntimeException | Error failure) {
            answered.completeExceptionally(failure);
        }
        ended.accept(this);
    }

    private void grow(Answer.Grounded soFar) {
        latest = soFar;
        passengers.forEach(passenger -> show(passenger, soFar));
    }

    private void show(Passenger passenger, Answer.Grounded soFar) {
        try {
            passenger.show(soFar);
        } catch (RuntimeException _) {
            passengers.remove(passenger);
        }
    }

    /// Waits for the answer, after having joined, and sees it grow meanwhile.
    Answered await(Watcher watcher) throws InterruptedException {
        Passenger passenger = new Passenger(watcher);
        passengers.add(passenger);
        Answer.Grounded soFar = latest;
        if (soFar != null && !answered.isDone()) {
            show(passenger, soFar);
        }
        try {
            return answered.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } finally {
            passengers.remove(passenger);
            leave();
        }
    }

    private synchronized void leave() {
        waiting--;
        if (waiting == 0 && !answered.isDone() && work != null) {
            abandoned = true;
            work.interrupt();
        }
    }

    /// The answer, when it is known.
    Optional<Answered> answered() {
        return answered.isDone() && !answered.isCompletedExceptionally()
                ? Optional.of(answered.join())
                : Optional.empty();
    }

    /// Is there an answer that serves whoever asks next?
    boolean isWorthKeeping() {
        return answered().filter(Answered::isWhole).isPresent();
    }
}
