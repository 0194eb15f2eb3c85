package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.inbox.Running.StoppedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An answer that one person is given in a chat of many. It cannot be changed after it is said, so there is no placeholder:
/// it is said when it is known. That it will be said is on disk before, so that it is not said twice; when nobody can tell
/// whether it was, that is counted as {@link Outcome#UNTOLD}.
final class Whisper {

    /// An answer that is there sooner needs no word that it is coming.
    private static final Duration SOON = Duration.ofSeconds(3);

    private final Parts parts;
    private final Row row;
    private final Received received;
    private final Channel channel;
    private final @Nullable MessageId command;

    Whisper(Parts parts, Row row, Received received, Channel channel) {
        this.parts = parts;
        this.row = row;
        this.received = received;
        this.channel = channel;
        this.command = received.delivery().message();
    }

    void answer() {
        if (row.claimed().placeholder() != null) {
            row.done(Outcome.UNTOLD);
            return;
        }
        try {
            Reply reply = reply();
            if (reply instanceof Reply.Answered answered) {
                row.course().answered(answered);
                say(answered);
            } else {
                throw new IllegalStateException("no answer to a question");
            }
        } catch (StoppedException stopped) {
            if (stopped.why() == Outcome.PUT_BACK) {
                row.later(Duration.ZERO);
            } else {
                row.done(stopped.why());
            }
        }
    }

    private Reply reply() throws StoppedException {
        Long known = row.claimed().answer();
        if (known != null) {
            return parts.respondent().again(known);
        }
        Thread patience = Thread.ofVirtual().name("patience").start(this::askForPatience);
        try {
            return parts.running().stoppable(row.id(), () -> parts.respondent().reply(received, _ -> {
            }));
        } catch (StoppedException | RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            patience.interrupt();
        }
    }

    private void askForPatience() {
        try {
            Thread.sleep(SOON);
            if (row.claimed().attempts() == 1) {
                channel.post(command, parts.respondent().working(received));
            }
        } catch (InterruptedException _) {
            // The answer is there.
        }
    }

    private void say(Reply.Answered answered) {
        row.placed(new MessageId(channel.place().chat(), "whispered"));
        switch (channel.post(command, answered.post())) {
            case Posted.Sent sent -> {
                parts.store().answers().shownAt(answered.answer(), sent.message().text());
                row.done(answered.outcome());
            }
            case Posted.Unknown _ -> row.done(Outcome.UNTOLD);
            case Posted.Later later -> {
                row.unplaced();
                row.later(later.delay());
            }
            case Posted.Refused refused -> row.settle(refused, answered.outcome());
        }
    }
}
