package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets a reader see that a question is worked on: it shows the newest state of the answer as often as the platform
/// allows, and, when the answer is not there at once, a sign on the question and that the bot is typing. All of this may
/// fail; only the last state matters, which is not shown here. Thread-safe.
final class Growth implements Consumer<Post>, AutoCloseable {

    /// An answer that is there sooner needs no sign that it is coming.
    private static final Duration SOON = Duration.ofSeconds(1);
    /// A platform shows typing for about five seconds.
    private static final Duration TYPING = Duration.ofMillis(4500);

    private final Channel channel;
    private final @Nullable MessageId question;
    private final MessageId placeholder;
    private final String subject;
    private final Thread thread;

    private @Nullable Post newest;
    private boolean closed;

    /// Begins to show.
    ///
    /// @param question the message that is answered; none when it is none
    /// @param placeholder the message that grows
    /// @param subject what is worked on, in the reader's words
    Growth(Channel channel, @Nullable MessageId question, MessageId placeholder, String subject) {
        this.channel = channel;
        this.subject = subject;
        this.question = question;
        this.placeholder = placeholder;
        this.thread = Thread.ofVirtual().name("growth").start(this::run);
    }

    @Override
    public synchronized void accept(Post state) {
        newest = state;
        notifyAll();
    }

    /// Ends it, and waits until nothing more of it is on its way to the platform.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Platform platform = channel.platform();
        Place place = channel.place();
        long begun = System.nanoTime();
        long typing = begun + SOON.toNanos();
        long edit = begun + platform.pace(place).toNanos();
        boolean shown = false;
        while (true) {
            Post state = await(typing, edit);
            long now = System.nanoTime();
            if (isClosed()) {
                if (shown) {
                    platform.rest(place);
                }
                return;
            }
            if (now - typing >= 0) {
                platform.typing(place, subject);
                typing = now + TYPING.toNanos();
                if (!shown && question != null) {
                    platform.react(place, question, Reaction.SEEN);
                }
                shown = true;
            }
            if (state != null) {
                edit = System.nanoTime() + pause(channel.edit(placeholder, state)).toNanos();
            }
        }
    }

    private Duration pause(Posted posted) {
        Duration pace = channel.platform().pace(channel.place());
        return posted instanceof Posted.Later later && later.delay().compareTo(pace) > 0 ? later.delay() : pace;
    }

    /// Waits until something is to be done, and takes the newest state when it may be shown.
    private synchronized @Nullable Post await(long typing, long edit) {
        while (!closed) {
            long now = System.nanoTime();
            if (newest != null && now - edit >= 0) {
                Post state = newest;
                newest = null;
                return state;
            }
            long next = newest == null ? typing : Math.min(typing - now, edit - now) + now;
            if (next - now <= 0) {
                return null;
            }
            try {
                wait(Math.max(1, Duration.ofNanos(next - now).toMillis()));
            } catch (InterruptedException nobodyDoes) {
                return null;
            }
        }
        return null;
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
