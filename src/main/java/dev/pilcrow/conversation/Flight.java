package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Caveat;
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

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
    private Answer.@Nullable Grounded latest;
    private @Nullable Thread work;
    private int waiting;
    private boolean abandoned;

    /// Counts another who waits, and begins the work when it is the first.
    ///
    /// @param ended is told when the answer is known
    /// @return false when it is too late, as the work was ended without an answer worth keeping
    synchronized boolean join(Watcher watcher, Function<Watcher, Answer> make, Consumer<Flight> ended) {
        if (abandoned || answer.isDone() && !isWorthKeeping()) {
            return false;
        }
        waiting++;
        if (work == null) {
            Watcher all = watcher == Watcher.NONE ? Watcher.NONE : this::grow;
            work = Thread.ofVirtual().name("answer").start(() -> run(make, all, ended));
        }
        if (watcher != Watcher.NONE && !answer.isDone()) {
            watchers.add(watcher);
            if (latest != null) {
                watcher.sees(latest);
            }
        }
        return true;
    }

    private void run(Function<Watcher, Answer> make, Watcher all, Consumer<Flight> ended) {
        try {
            answer.complete(make.apply(all));
        } catch (RuntimeException | Error failure) {
            answer.completeExceptionally(failure);
        }
        ended.accept(this);
    }

    private synchronized void grow(Answer.Grounded soFar) {
        latest = soFar;
        watchers.forEach(watcher -> watcher.sees(soFar));
    }

    /// Waits for the answer.
    Answer await(Watcher watcher) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } finally {
            leave(watcher);
        }
    }

    private synchronized void leave(Watcher watcher) {
        watchers.remove(watcher);
        waiting--;
        if (waiting == 0 && !answer.isDone() && work != null) {
            abandoned = true;
            work.interrupt();
        }
    }

    /// The answer, when it is known.
    Optional<Answer> answer() {
        return answer.isDone() && !answer.isCompletedExceptionally() ? Optional.of(answer.join()) : Optional.empty();
    }

    /// Is the answer whole, so that it serves whoever asks next?
    boolean isWorthKeeping() {
        return answer().filter(known -> !(known instanceof Answer.Unavailable))
                .filter(known -> known.caveat() == Caveat.NONE || known.caveat() == Caveat.LEFT_OUT).isPresent();
    }
}
