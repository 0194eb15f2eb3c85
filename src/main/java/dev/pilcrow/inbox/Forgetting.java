package dev.pilcrow.inbox;

import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.Forgotten;
import dev.pilcrow.store.People;
import java.util.List;

/// Removes everything of a person who wishes so, and tells how much it was. It does no harm to do it again.
///
/// @param received the press of the button that confirms the wish
record Forgetting(Parts parts, Row row, Received received, Channel channel) {

    /// @param press for the platform
    /// @param person whose wish it was; nobody else can confirm it
    void forget(String press, String person) {
        boolean own = received.delivery().person().id().equals(person);
        if (!own) {
            channel.platform().acknowledge(press, parts.respondent().notForgetting(received));
            row.done(Outcome.TOLD);
            return;
        }
        People people = parts.store().people();
        String platform = received.delivery().place().platform();
        List<Claimed> open = people.open(platform, person);
        Forgotten removed = people.forget(platform, person);
        Post told = parts.respondent().forgotten(received, removed);
        open.forEach(this::end);
        channel.platform().acknowledge(press, null);
        row.settle(said(told), Outcome.TOLD);
    }

    private Posted said(Post told) {
        MessageId message = received.delivery().message();
        return message == null ? channel.post(null, told) : channel.edit(message, told);
    }

    /// Ends the work on a question; where nobody was at work, nobody else takes its placeholder away.
    private void end(Claimed asked) {
        parts.running().stop(asked.id(), Outcome.FORGOTTEN);
        String placeholder = asked.placeholder();
        if (placeholder != null && !parts.store().inbox().isOpen(asked.id())) {
            channel.platform().edit(DeliveryJson.read(asked.arrival().payload()).place(), MessageId.parse(placeholder),
                    parts.respondent().stopped(received));
        }
    }
}
