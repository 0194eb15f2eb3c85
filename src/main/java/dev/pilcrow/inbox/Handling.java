package dev.pilcrow.inbox;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.inbox.Row.LostException;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.StoreFailure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What is done with one delivery from the moment it is claimed until it is done, or put back to be claimed again.
final class Handling {

    private static final Logger LOG = System.getLogger(Handling.class.getName());
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration UNKNOWN_PLATFORM = Duration.ofMinutes(1);

    private final Parts parts;
    private final Row row;

    Handling(Parts parts, Claimed claimed) {
        this.parts = parts;
        this.row = new Row(parts.store().inbox(), claimed, new Course(claimed, parts.clock()), parts.journal());
    }

    /// Does it; never throws.
    ///
    /// @return is it done or put back? Otherwise the store itself failed, or another process may have it
    boolean run() {
        try {
            handle();
            return true;
        } catch (Throwable failure) {
            LOG.log(Level.WARNING, "delivery {0} is left: {1}", row.id(), words(failure));
            return false;
        }
    }

    private void handle() {
        Delivery delivery;
        try {
            delivery = DeliveryJson.read(row.claimed().arrival().payload());
        } catch (IllegalArgumentException broken) {
            row.done(Outcome.ILLEGIBLE);
            return;
        }
        row.course().is(Finished.Kind.of(delivery.incoming()));
        Platform platform = parts.platforms().get(delivery.place().platform());
        if (platform == null) {
            row.later(UNKNOWN_PLATFORM);
            return;
        }
        Received received = new Received(row.id(), delivery, row.claimed().arrival().conversation());
        Channel channel = new Channel(platform, place(delivery), delivery.keys().getFirst(),
                row.claimed().attempts() > 1);
        try {
            handle(received, channel);
        } catch (LostException lost) {
            throw lost;
        } catch (Throwable failure) {
            boolean _ = Thread.interrupted();
            LOG.log(Level.WARNING, "delivery {0} failed: {1}", row.id(), words(failure));
            LOG.log(Level.DEBUG, "delivery failed", failure);
            if (failure instanceof StoreFailure away && !row.isDeadly()) {
                // It says nothing about the delivery, so no apology comes of it.
                throw away;
            }
            if (!row.failed()) {
                giveUp(received, channel);
            }
        }
    }

    /// A failure for the log: the store's in its own words, which hold nothing of a reader's.
    static String words(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure instanceof StoreFailure ? name + ": " + failure.getMessage() : name;
    }

    private void handle(Received received, Channel channel) {
        Health health = channel.platform().health();
        if (isDone(received, channel)) {
            return;
        }
        if (isCutOff(health)) {
            row.later(SOON);
        } else if (received.delivery().incoming() instanceof Incoming.Overheard overheard
                && !parts.respondent().isMeant(overheard)) {
            row.done(Outcome.IGNORED);
        } else if (isWork(received.delivery().incoming())) {
            new Work(parts, row, received, channel).run();
        } else {
            tell(received, channel);
        }
    }

    /// Is there no way to the platform from here?
    static boolean isCutOff(Health health) {
        return health == Health.SILENT || health == Health.REFUSED;
    }

    /// Where to write, after the platform has given a chat another id.
    private Place place(Delivery delivery) {
        String chat = row.claimed().arrival().chat();
        String now = parts.store().chats().current(chat).orElse(chat);
        return delivery.place().movedTo(now.substring(now.lastIndexOf('/') + 1));
    }

    /// Does what is only to be taken note of.
    ///
    /// @return was it that?
    private boolean isDone(Received received, Channel channel) {
        String chat = row.claimed().arrival().chat();
        switch (received.delivery().incoming()) {
            case Incoming.Illegible _ -> row.done(Outcome.ILLEGIBLE);
            case Incoming.Left _ -> {
                parts.store().inbox().leave(chat);
                row.done(Outcome.GONE);
            }
            case Incoming.Moved moved -> {
                String to = Arrivals.chat(received.delivery().place().movedTo(moved.chat()));
                parts.store().chats().moved(chat, to);
                parts.store().inbox().move(chat, to);
                row.done(Outcome.TOLD);
            }
            case Incoming.Pressed(String press, Action.Stop stop) -> {
                new Stopping(parts, received, channel).stop(press, stop.delivery());
                row.done(Outcome.TOLD);
            }
            case Incoming.Pressed(String press, Action.Forget forget) ->
                new Forgetting(parts, row, received, channel).forget(press, forget.person());
            case Incoming.Halted _ -> {
                new Stopping(parts, received, channel).stopAll();
                row.done(Outcome.TOLD);
            }
            case Incoming.Event _,Incoming.Wish _ -> {
                return false;
            }
        }
        return true;
    }

    /// Is it answered in a placeholder?
    static boolean isWork(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Question _,Incoming.Summary _,Incoming.Edited _,Incoming.Overheard _ -> true;
            case Incoming.Pressed pressed -> pressed.action() instanceof Action.Ask;
            case Incoming.Wish _,Incoming.Event _ -> false;
        };
    }

    /// Says something that is no answer, in one step. It may be said twice when the process dies in between.
    private void tell(Received received, Channel channel) {
        switch (parts.respondent().reply(received, _ -> {
        })) {
            case Reply.Says says -> {
                acknowledge(received, channel, null);
                row.settle(channel.post(received.delivery().message(), says.post()), Outcome.TOLD);
            }
            case Reply.Changes changes -> {
                acknowledge(received, channel, changes.toast());
                row.settle(channel.edit(changes.message(), changes.post()), Outcome.TOLD);
            }
            case Reply.Toasts toasts -> {
                acknowledge(received, channel, toasts.text());
                row.done(Outcome.TOLD);
            }
            case Reply.Shows shows ->
                row.settle(channel.platform().show(channel.place(), shows.surface()), Outcome.TOLD);
            case Reply.Shares shares -> {
                Posted posted = channel.postAloud(received.delivery().message(), shares.post());
                acknowledge(received, channel, posted instanceof Posted.Sent ? shares.toast() : null);
                row.settle(posted, Outcome.TOLD);
            }
            case Reply.Silent _ -> {
                acknowledge(received, channel, null);
                row.done(Outcome.IGNORED);
            }
            case Reply.Answered answered -> throw new IllegalStateException("an answer to " + answered.outcome());
        }
    }

    /// Does somebody wait for what comes of it?
    private static boolean isByReader(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Wish _,Incoming.Edited _,Incoming.Pressed _,Incoming.Wordless _ -> true;
            case Incoming.Compose _,Incoming.Mute _,Incoming.Overheard _ -> true;
            case Incoming.Opened _,Incoming.Visited _,Incoming.Halted _ -> false;
            case Incoming.Joined _,Incoming.Left _,Incoming.Moved _,Incoming.Illegible _ -> false;
        };
    }

    static void acknowledge(Received received, Channel channel, @Nullable String toast) {
        if (received.delivery().incoming() instanceof Incoming.Pressed pressed) {
            channel.platform().acknowledge(pressed.press(), toast);
        }
    }

    private void giveUp(Received received, Channel channel) {
        if (row.isDeadly() || !isByReader(received.delivery().incoming())) {
            row.done(Outcome.UNDELIVERABLE);
            return;
        }
        row.keep();
        String placeholder = row.claimed().placeholder();
        row.settle(placeholder == null
                ? channel.post(received.delivery().message(), parts.respondent().sorry(received))
                : channel.edit(MessageId.parse(placeholder), parts.respondent().sorry(received)),
                Outcome.APOLOGISED);
    }
}
