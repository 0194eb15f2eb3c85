package dev.pilcrow.slack;

import dev.pilcrow.chat.Commands;
import dev.pilcrow.chat.Incoming;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells what of a message is meant for the bot, and what it wants. Slack takes no commands in threads, so their bare words
/// do as well. Immutable.
final class SlackCall {

    /// What is left at the start when the name is taken from “@bot, why?”.
    private static final Pattern AFTER_NAME = Pattern.compile("^[\\s,，:：、;；]+");
    private static final Pattern PASSAGE = Pattern.compile("passage\\s*[¶\\[]?\\d{1,9}]?");
    private static final Set<String> WORDS = Set.of("help", "reset", "forget", "sources", "summary", "article",
            "start");

    private final Pattern mention;

    SlackCall(SlackBot bot) {
        this.mention = SlackText.mention(bot.user());
    }

    boolean isMentioned(String text) {
        return mention.matcher(text).find();
    }

    /// The words without the bot's name, as they were written.
    String words(String text) {
        String unnamed = mention.matcher(text).replaceAll("");
        return SlackText.plain(unnamed.equals(text) ? text : AFTER_NAME.matcher(unnamed).replaceFirst("")).strip();
    }

    /// What words to the bot want; nothing when there are none.
    static Optional<Incoming> wish(String words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String word = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceFirst("[.!。]$", "");
        return Optional.of(switch (word) {
            case "mute" -> new Incoming.Mute(true);
            case "unmute" -> new Incoming.Mute(false);
            default -> WORDS.contains(word) || PASSAGE.matcher(word).matches()
                    ? Commands.read('/' + word.replaceFirst("^passage\\s*", "passage "))
                    : Commands.read(words);
        });
    }
}
