package dev.pilcrow.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.slack.SlackReader.Heard;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads what people write: all of a private chat, what calls the bot, and what calls nobody in a thread. Other apps, and
/// what Slack itself says, are passed over. Immutable.
final class SlackMessages {

    /// What people write has no kind, or one of these.
    private static final Set<String> WRITTEN = Set.of("", "file_share", "thread_broadcast", "me_message");
    private static final String SLACKBOT = "USLACKBOT";

    private final SlackBot bot;
    private final SlackCall call;

    SlackMessages(SlackBot bot) {
        this.bot = bot;
        this.call = new SlackCall(bot);
    }

    Optional<Heard> read(JsonNode payload, SlackEvent event) {
        if ("message_changed".equals(event.subtype())) {
            return event.message() == null ? Optional.empty() : edited(payload, event, event.message());
        }
        if (!isPersons(event)) {
            return Optional.empty();
        }
        List<String> keys = SlackReader.keys(payload, "m" + event.place() + ":" + event.ts());
        return wanted(event).map(wanted -> new Heard(delivery(keys, event.place(), event, wanted.incoming()),
                wanted.called()));
    }

    /// @param called was the bot called?
    private record Wanted(Incoming incoming, boolean called) {
    }

    private Optional<Wanted> wanted(SlackEvent event) {
        String words = call.words(event.words());
        boolean called = "app_mention".equals(event.type()) || call.isMentioned(event.words());
        if (called || SlackPlace.isPrivate(event.place())) {
            return SlackCall.wish(words).or(() -> wordless(event, called)).map(incoming -> new Wanted(incoming, true));
        }
        boolean overheard = !event.thread().isEmpty() && !event.thread().equals(event.ts()) && !words.isEmpty()
                && !SlackText.callsAnybody(event.words());
        return overheard ? Optional.of(new Wanted(new Incoming.Overheard(words), false)) : Optional.empty();
    }

    private static Optional<Incoming> wordless(SlackEvent event, boolean called) {
        return called
                ? Optional.of(new Incoming.Start())
                : event.hasMore() ? Optional.of(new Incoming.Wordless()) : Optional.empty();
    }

    /// Only new words are an edit: Slack tells of much else in the same way, such as links that it has unfolded.
    private Optional<Heard> edited(JsonNode payload, SlackEvent event, SlackEvent now) {
        String before = event.before() == null ? "" : event.before().words();
        if (now.words().equals(before) || !isPersons(now)) {
            return Optional.empty();
        }
        boolean called = SlackPlace.isPrivate(event.place()) || call.isMentioned(now.words())
                || call.isMentioned(before);
        if (!called && (now.thread().isEmpty() || SlackText.callsAnybody(now.words()))) {
            return Optional.empty();
        }
        String edit = now.edited() == null ? "" : now.edited().path("ts").asText();
        List<String> keys = SlackReader.keys(payload, "e" + event.place() + ":" + now.ts() + ":" + edit + ":"
                + Integer.toHexString(now.words().hashCode()));
        return SlackCall.wish(call.words(now.words())).flatMap(wish -> wish instanceof Incoming.Question(String words)
                ? Optional.of(new Heard(delivery(keys, event.place(), now, new Incoming.Edited(words)), called))
                : Optional.empty());
    }

    private boolean isPersons(SlackEvent message) {
        return message.ts() != null && message.user() != null && message.botId() == null
                && !message.user().equals(bot.user()) && !message.user().equals(SLACKBOT)
                && WRITTEN.contains(SlackEvent.or(message.subtype()));
    }

    private Delivery delivery(List<String> keys, String channel, SlackEvent message, Incoming incoming) {
        String ts = SlackEvent.or(message.ts());
        return new Delivery(keys, SlackPlace.of(bot, channel, message.thread().isEmpty() ? ts : message.thread()),
                new Person(SlackEvent.or(message.user()), null), new MessageId(channel, ts),
                SlackPlace.root(channel, ts, message.thread()), incoming);
    }
}
