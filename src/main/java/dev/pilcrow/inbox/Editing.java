package dev.pilcrow.inbox;

import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.store.Claimed;
import java.time.Duration;
import java.util.Optional;

/// The work on an edited question takes over from the work on the question.
///
/// @param row the edited question
record Editing(Parts parts, Row row) {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(50);

    /// What was found of the question.
    sealed interface Found {
    }

    /// Nobody asked it, or it says the same as before, as when only a link's preview changed; or it called nobody, and is no
    /// question.
    record Unknown() implements Found {
    }

    /// It is still worked on, though it has been told to end.
    record Busy() implements Found {
    }

    /// It has no answer, and none will come.
    record Unanswered() implements Found {
    }

    /// Its answer is, or would have been, in this message.
    record Taken(MessageId placeholder) implements Found {
    }

    /// Ends the work on the question, and finds its answer.
    Found take(Incoming.Edited edited) {
        Optional<Claimed> before = before();
        if (before.isEmpty() || text(before.get()).equals(edited.text()) || !isMeant(before.get(), edited.text())) {
            return new Unknown();
        }
        long id = before.get().id();
        if (row.inbox().askToStop(id, Outcome.SUPERSEDED.key())) {
            parts.running().stop(id, Outcome.SUPERSEDED);
            if (!hasEnded(id)) {
                return new Busy();
            }
        }
        String placeholder = before().map(Claimed::placeholder).orElse(null);
        return placeholder == null ? new Unanswered() : new Taken(MessageId.parse(placeholder));
    }

    /// The newest wording of the question before this one.
    private Optional<Claimed> before() {
        return before(row.id());
    }

    private Optional<Claimed> before(long id) {
        String message = row.claimed().arrival().message();
        return message == null
                ? Optional.empty()
                : row.inbox().question(row.claimed().arrival().chat(), message, id);
    }

    /// What called nobody is meant for the bot as long as it is a question.
    private boolean isMeant(Claimed before, String text) {
        return switch (DeliveryJson.read(before.arrival().payload()).incoming()) {
            case Incoming.Overheard _ -> parts.respondent().isMeant(new Incoming.Overheard(text));
            case Incoming.Edited _ -> before(before.id()).map(first -> isMeant(first, text)).orElse(true);
            case Incoming.Wish _,Incoming.Event _ -> true;
        };
    }

    private static String text(Claimed before) {
        return switch (DeliveryJson.read(before.arrival().payload()).incoming()) {
            case Incoming.Question question -> question.text();
            case Incoming.Edited edited -> edited.text();
            case Incoming.Overheard overheard -> overheard.text();
            case Incoming.Wish _,Incoming.Event _ -> "";
        };
    }

    private boolean hasEnded(long id) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (row.inbox().isOpen(id)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
