package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.store.Claimed;
import java.util.Optional;

/// Stops the work on questions, for the person who asked them.
///
/// @param received the press of a button
record Stopping(Parts parts, Received received, Channel channel) {

    /// @param press for the platform
    /// @param delivery the question
    void stop(String press, long delivery) {
        Optional<Claimed> asked = parts.store().inbox().row(delivery)
                .filter(row -> row.arrival().conversation().equals(received.conversation()));
        boolean own = asked.isEmpty() || asked.get().arrival().person().equals(person());
        channel.platform().acknowledge(press, parts.respondent().stopping(received, own));
        if (own && asked.isPresent()) {
            stop(asked.get());
            MessageId pressed = received.delivery().message();
            if (channel.place().isWhispered() && pressed != null) {
                channel.edit(pressed, parts.respondent().stopped(received));
            }
        }
    }

    /// Stops all that is done in the conversation for the person.
    void stopAll() {
        parts.store().inbox().open(Arrivals.lane(received.conversation(), person())).forEach(this::stop);
        channel.platform().rest(channel.place());
    }

    private void stop(Claimed asked) {
        long delivery = asked.id();
        if (!parts.store().inbox().askToStop(delivery, Outcome.STOPPED.key())) {
            return;
        }
        parts.running().stop(delivery, Outcome.STOPPED);
        String placeholder = asked.placeholder();
        if (placeholder != null && !parts.store().inbox().isOpen(delivery)) {
            // It was waiting to be claimed again, so nobody else takes the placeholder away.
            channel.edit(MessageId.parse(placeholder), parts.respondent().stopped(received));
        }
    }

    private String person() {
        return Arrivals.person(received.delivery().place(), received.delivery().person());
    }
}
