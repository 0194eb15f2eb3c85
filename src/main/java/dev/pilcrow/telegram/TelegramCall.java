package dev.pilcrow.telegram;

import dev.pilcrow.chat.Commands;
import dev.pilcrow.chat.Incoming;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells what of a message is meant for the bot: all of a private chat, and in groups what calls it by a command, by its
/// name, or by a reply to it. Immutable.
final class TelegramCall {

    /// What is left at the start when the name is taken from “@bot, why?”.
    private static final Pattern AFTER_NAME = Pattern.compile("^[\\s,，:：、;；]+");

    private final TelegramBot bot;

    TelegramCall(TelegramBot bot) {
        this.bot = bot;
    }

    /// What somebody wants of the bot; nothing when the message has no words or is not meant for it.
    Optional<Incoming.Wish> wish(TelegramUpdate.Message message) {
        String words = message.words().strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        if (message.chat().isPrivate()) {
            return Optional.of(filled(read(words), message));
        }
        if (Commands.isCommand(words)) {
            return isForThis(words) ? Optional.of(filled(read(words), message)) : Optional.empty();
        }
        String unnamed = withoutName(message);
        return unnamed.equals(message.words()) && !repliesToBot(message)
                ? Optional.empty()
                : Optional.of(filled(read(AFTER_NAME.matcher(unnamed).replaceFirst("").strip()), message));
    }

    /// Reads words, a command with the bot's name behind it too.
    private static Incoming.Wish read(String words) {
        if (!Commands.isCommand(words)) {
            return Commands.read(words);
        }
        String[] parts = words.substring(1).split(Commands.BLANKS, 2);
        return Commands.read(parts[0].split("@", 2)[0], parts.length < 2 ? "" : parts[1]);
    }

    /// Whether a command in a group is this bot's: it names the bot, or names none and the bot knows it.
    private boolean isForThis(String words) {
        String[] named = words.substring(1).split(Commands.BLANKS, 2)[0].split("@", 2);
        return named.length == 2
                ? named[1].equalsIgnoreCase(bot.username())
                : !(read(words) instanceof Incoming.Unknown);
    }

    private String withoutName(TelegramUpdate.Message message) {
        String words = message.words();
        StringBuilder unnamed = new StringBuilder(words);
        for (TelegramUpdate.Entity mark : message.marks().reversed()) {
            int end = mark.offset() + mark.length();
            if (mark.offset() >= 0 && mark.length() > 0 && end <= unnamed.length() && names(mark, words)) {
                boolean spaced = mark.offset() > 0 && words.charAt(mark.offset() - 1) == ' ' && end < words.length()
                        && words.charAt(end) == ' ';
                unnamed.delete(mark.offset(), spaced ? end + 1 : end);
            }
        }
        return unnamed.toString();
    }

    private boolean names(TelegramUpdate.Entity mark, String words) {
        return switch (mark.type()) {
            case "mention" -> words.substring(mark.offset(), mark.offset() + mark.length())
                    .equalsIgnoreCase("@" + bot.username());
            case "text_mention" -> mark.user() != null && mark.user().id() == bot.id();
            default -> false;
        };
    }

    /// Whether it replies to words of the bot's. What begins a topic has none, though all in the topic replies to it.
    private boolean repliesToBot(TelegramUpdate.Message message) {
        TelegramUpdate.Message other = message.replyToMessage();
        return other != null && isByBot(other) && !other.words().isBlank();
    }

    private boolean isByBot(TelegramUpdate.Message message) {
        return message.from() != null && message.from().id() == bot.id();
    }

    /// A question without words is what the message that it replies to says, or the part of that which was selected.
    private Incoming.Wish filled(Incoming.Wish wish, TelegramUpdate.Message message) {
        return wish instanceof Incoming.Question question && question.text().isBlank()
                ? other(message).filter(words -> !words.isBlank()).<Incoming.Wish>map(
                        words -> new Incoming.Question(words.strip())).orElse(new Incoming.Help())
                : wish;
    }

    private Optional<String> other(TelegramUpdate.Message message) {
        TelegramUpdate.Quote quote = message.quote();
        if (quote != null && quote.text() != null) {
            return Optional.of(quote.text());
        }
        return Optional.ofNullable(message.replyToMessage()).filter(other -> !isByBot(other))
                .map(TelegramUpdate.Message::words);
    }
}
