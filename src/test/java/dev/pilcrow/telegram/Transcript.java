package dev.pilcrow.telegram;

import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A chat as it is written down: lines of what people do, and under each what the bot does then, which is what is compared.
///
/// ```
/// person 李雷 zh-hans          somebody, and the language of the app
/// group 读书会                  a group, which is where everything happens from now on
/// private 李雷                  his private chat with the bot, likewise
/// 李雷: text                    says it
/// 李雷 replies: text            replies to the bot's last message
/// 李雷 edits: text              changes his last message
/// 李雷 presses 👎               a button of the bot's last message that has it
/// 李雷 sends voice              or a photo, or a sticker
/// ¶ text                       the bot says it; lines that are empty or begin with blanks go on, ⟨ ⟩ are buttons
/// ¶ now: text                  the bot's message is this from now on
/// ¶ toast: text                a short text is seen
/// ¶ sign: 😴                   the bot puts a sign on the message
/// ```
final class Transcript {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern DEED = Pattern.compile("(\\S+?)(?: (replies|edits|presses|sends))?(?:: | )(.*)");

    private final TelegramTalk talk;
    private final Map<String, Account> people = new HashMap<>();
    private final StringBuilder told = new StringBuilder();
    private @Nullable Chat place;

    Transcript(TelegramTalk talk) {
        this.talk = talk;
    }

    /// Does what the lines say that people do.
    ///
    /// @return the lines, with what the bot did in place of what it was said to do
    String play(List<String> lines) {
        for (String line : lines) {
            if (line.isEmpty() || line.startsWith("¶") || line.startsWith(" ")) {
                continue;
            }
            told.append(line).append('\n');
            if (!line.startsWith("#")) {
                play(line);
            }
        }
        return told.toString();
    }

    private void play(String line) {
        Matcher deed = DEED.matcher(line);
        if (!deed.matches()) {
            throw new IllegalArgumentException(line);
        }
        String who = deed.group(1);
        String what = deed.group(3);
        switch (who) {
            case "person" -> {
                String[] words = what.split(" ");
                people.put(words[0], talk.server.person(words[0], words[1]));
            }
            case "private" -> place = talk.server.dm(person(what));
            case "group" -> place = talk.server.supergroup(what);
            default -> watch(person(who), Objects.requireNonNullElse(deed.group(2), "says"), what);
        }
    }

    private void watch(Account person, String how, String what) {
        Chat chat = Objects.requireNonNull(place);
        Map<Integer, String> before = shown(chat);
        Press press = act(person, how, what, chat);
        talk.awaitDone(SOON);
        if (press != null && press.toast() != null && !press.toast().isEmpty()) {
            tell("toast: " + press.toast(), List.of());
        }
        for (ChatMessage message : chat.botMessages()) {
            String now = message.text() + message.rows();
            if (!before.containsKey(message.id())) {
                tell(message.text(), message.rows());
            } else if (!now.equals(before.get(message.id()))) {
                tell("now: " + message.text(), message.rows());
            }
        }
        chat.messages().stream().filter(message -> !message.byBot()).reduce((_, last) -> last)
                .ifPresent(last -> talk.server.reactions(last).forEach(sign -> tell("sign: " + sign, List.of())));
    }

    private @Nullable Press act(Account person, String how, String what, Chat chat) {
        switch (how) {
            case "says" -> person.says(chat, what);
            case "replies" -> person.replies(chat.botMessages().getLast(), what);
            case "edits" -> person.edits(chat.messages().stream().filter(message -> message.author() == person)
                    .reduce((_, last) -> last).orElseThrow(), what);
            case "presses" -> {
                return person.presses(chat.botMessages().reversed().stream()
                        .filter(message -> message.buttons().contains(what)).findFirst().orElseThrow(), what);
            }
            default -> {
                switch (what) {
                    case "photo" -> person.sendsPhoto(chat, null);
                    case "voice" -> person.sendsVoice(chat);
                    default -> person.sendsSticker(chat);
                }
            }
        }
        return null;
    }

    private Account person(String name) {
        return Objects.requireNonNull(people.get(name), name);
    }

    private static Map<Integer, String> shown(Chat chat) {
        Map<Integer, String> shown = new LinkedHashMap<>();
        chat.botMessages().forEach(message -> shown.put(message.id(), message.text() + message.rows()));
        return shown;
    }

    private void tell(String text, List<List<String>> rows) {
        told.append("¶ ").append(text.replace("\n", "\n  ").replaceAll("(?m)^ +$", "")).append('\n');
        for (List<String> row : rows) {
            told.append(row.stream().map(label -> '⟨' + label + '⟩').collect(Collectors.joining(" ", "  ", "\n")));
        }
    }
}
