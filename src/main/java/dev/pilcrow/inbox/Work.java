package dev.pilcrow.inbox;

import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.inbox.Running.StoppedException;
import dev.pilcrow.limits.Verdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A question on its way to an answer, in four steps, each on disk before the next: a placeholder is posted, the answer is
/// stored, the placeholder is changed into it, the delivery is done. Whoever claims it after a crash goes on where it
/// stands; only a placeholder whose posting nobody could note is posted again.
final class Work {

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Parts parts;
    private final Row row;
    private final Received received;
    private final Channel channel;
    private final @Nullable MessageId question;

    Work(Parts parts, Row row, Received received, Channel channel) {
        this.parts = parts;
        this.row = row;
        this.received = received;
        this.channel = channel;
        this.question = received.delivery().message();
    }

    void run() {
        MessageId posted = placeholder();
        Long answer = row.claimed().answer();
        String stop = row.claimed().stop();
        if (stop != null) {
            end(posted, Outcome.of(stop));
        } else if (posted != null && answer != null) {
            deliver(posted, parts.respondent().again(answer));
        } else if (posted != null) {
            answer(posted);
        } else if (received.delivery().incoming() instanceof Incoming.Edited edited) {
            takeOver(edited);
        } else {
            begin();
        }
    }

    /// The message that was posted for the answer; none when its chat has moved since, and the message has not.
    private @Nullable MessageId placeholder() {
        String posted = channel.place().isWhispered() ? null : row.claimed().placeholder();
        MessageId placeholder = posted == null ? null : MessageId.parse(posted);
        return placeholder == null || !placeholder.chat().equals(channel.place().chat()) ? null : placeholder;
    }

    private void begin() {
        if (row.claimed().attempts() == 1) {
            Handling.acknowledge(received, channel, null);
        }
        if (isDeclined()) {
            return;
        }
        if (channel.place().isWhispered()) {
            new Whisper(parts, row, received, channel).answer();
        } else {
            Posted placeholder = channel.post(question, parts.respondent().working(received));
            if (placeholder instanceof Posted.Sent sent) {
                row.placed(sent.message());
                row.course().reached(Stage.PLACEHOLDER);
                answer(sent.message());
            } else {
                row.settle(placeholder, Outcome.UNDELIVERABLE);
            }
        }
    }

    /// An edited question is answered where the question was.
    private void takeOver(Incoming.Edited edited) {
        switch (new Editing(parts, row).take(edited)) {
            case Editing.Unknown _ -> row.done(Outcome.IGNORED);
            case Editing.Busy _ -> row.later(SOON);
            case Editing.Unanswered _ -> begin();
            case Editing.Taken taken -> {
                row.placed(taken.placeholder());
                row.course().reached(Stage.PLACEHOLDER);
                answer(taken.placeholder());
            }
        }
    }

    /// Declines what is too much, visibly. What was begun before is not counted again.
    private boolean isDeclined() {
        if (row.isDeadly()) {
            row.settle(channel.post(question, parts.respondent().sorry(received)), Outcome.APOLOGISED);
            return true;
        }
        if (row.claimed().busy()) {
            row.settle(channel.post(question, parts.respondent().busy(received)), Outcome.BUSY);
            return true;
        }
        if (row.claimed().attempts() > 1) {
            return false;
        }
        String person = Arrivals.person(received.delivery().place(), received.delivery().person());
        return switch (parts.limits().take(person, received.conversation())) {
            case Verdict.Allowed _ -> false;
            case Verdict.Unknown _ -> {
                row.later(SOON);
                yield true;
            }
            case Verdict.Refused refused -> {
                parts.journal().limited(channel.platform().name(), refused.limit());
                if (!refused.first() && question != null
                        && channel.platform().react(channel.place(), question, Reaction.TOO_MANY)) {
                    row.done(Outcome.LIMITED);
                } else {
                    row.settle(channel.post(question, parts.respondent().limited(received, refused.delay())),
                            Outcome.LIMITED);
                }
                yield true;
            }
        };
    }

    private void answer(MessageId placeholder) {
        Reply reply;
        try (Growth growth = new Growth(channel, question, placeholder,
                parts.respondent().subject(received))) {
            reply = parts.running().stoppable(row.id(), () -> parts.respondent().reply(received, growth));
        } catch (StoppedException stopped) {
            end(placeholder, stopped.why());
            return;
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        row.keep();
        switch (reply) {
            case Reply.Answered answered -> deliver(placeholder, answered);
            case Reply.Says says -> row.settleChange(channel.edit(placeholder, says.post()), Outcome.TOLD);
            case Reply.Changes changes -> row.settleChange(channel.edit(placeholder, changes.post()), Outcome.TOLD);
            case Reply.Toasts _,Reply.Silent _,Reply.Shows _,Reply.Shares _ ->
                throw new IllegalStateException("nothing to say to a question");
        }
    }

    private void deliver(MessageId placeholder, Reply.Answered answered) {
        row.course().answered(answered);
        Posted posted = channel.edit(placeholder, answered.post());
        if (posted instanceof Posted.Sent sent) {
            parts.store().answers().shownAt(answered.answer(), sent.message().text());
        }
        Posted.Reason reason = posted instanceof Posted.Refused refused ? refused.reason() : null;
        if (reason == Posted.Reason.REJECTED) {
            row.settleChange(channel.edit(placeholder, parts.respondent().sorry(received)), Outcome.APOLOGISED);
        } else if (reason == Posted.Reason.MISSING && row.claimed().attempts() == 1) {
            // The chat may have moved just now, which will be known the next time.
            row.retry(SOON);
        } else {
            row.settleChange(posted, answered.outcome());
        }
    }

    /// @param placeholder none when none was posted
    private void end(@Nullable MessageId placeholder, Outcome why) {
        if (why == Outcome.PUT_BACK) {
            row.later(Duration.ZERO);
        } else if (placeholder != null && (why == Outcome.STOPPED || why == Outcome.FORGOTTEN)) {
            row.keep();
            row.settleChange(channel.edit(placeholder, parts.respondent().stopped(received)), why);
        } else {
            row.done(why);
        }
    }
}
