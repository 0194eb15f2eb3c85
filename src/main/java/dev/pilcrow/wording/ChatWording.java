package dev.pilcrow.wording;

import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span.Style;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the bot says of itself in chats with buttons, in the words of one language.
public final class ChatWording {

    /// Up to so long, a wait is told in the smaller unit.
    private static final int SEVERAL = 120;

    private final Wording wording;

    public ChatWording(Wording wording) {
        this.wording = wording;
    }

    /// The commands that a platform registers, by their names, each with what it is for; in the order of the list.
    public SequencedMap<String, String> commands() {
        SequencedMap<String, String> commands = new LinkedHashMap<>();
        phrases().forEach((name, phrase) -> commands.put(name, wording.say(phrase)));
        return Collections.unmodifiableSequencedMap(commands);
    }

    private static SequencedMap<String, Phrase> phrases() {
        SequencedMap<String, Phrase> phrases = new LinkedHashMap<>();
        phrases.put("ask", Phrase.COMMAND_ASK);
        phrases.put("summary", Phrase.COMMAND_SUMMARY);
        phrases.put("article", Phrase.COMMAND_ARTICLE);
        phrases.put("passage", Phrase.COMMAND_PASSAGE);
        phrases.put("sources", Phrase.COMMAND_SOURCES);
        phrases.put("reset", Phrase.COMMAND_RESET);
        phrases.put("start", Phrase.COMMAND_START);
        phrases.put("help", Phrase.COMMAND_HELP);
        return phrases;
    }

    /// What somebody who begins is told; questions to begin with stand under it.
    public Message hello(Article article) {
        return wording.message(Phrase.HELLO, ArticleWording.title(article));
    }

    /// What a group is told that has let the bot in.
    public Message joined(Article article) {
        return wording.message(Phrase.JOINED, ArticleWording.title(article));
    }

    /// What can be asked, and every command.
    public Message help() {
        Message.Builder message = new Message.Builder().add(wording.message(Phrase.HELP_INTRO)).add("\n");
        phrases().forEach((name, phrase) -> message.add("\n").add("/" + name, Style.COMMAND).add("  ")
                .add(wording.message(phrase)));
        return message.add("\n\n").add(wording.message(Phrase.HELP_GROUPS)).build();
    }

    /// That there is no such paragraph, or that a number is wanted when none was given.
    public Message noPassage(String given, Article article) {
        int last = article.paragraphs().size();
        return given.isBlank()
                ? wording.message(Phrase.PASSAGE_WANTED, last)
                : wording.message(Phrase.CHAT_PASSAGE, given, last);
    }

    /// That somebody asks too much, and when the next question is welcome.
    public Message limited(Duration delay) {
        long seconds = Math.max(2, delay.plusMillis(999).toSeconds());
        long minutes = Math.ceilDiv(seconds, 60);
        Remark told = seconds <= SEVERAL
                ? Remark.of(Phrase.DELAY_SECONDS, seconds)
                : minutes <= SEVERAL
                        ? Remark.of(Phrase.DELAY_MINUTES, minutes)
                        : Remark.of(Phrase.DELAY_HOURS, Math.ceilDiv(minutes, 60));
        return wording.message(Phrase.LIMITED, told);
    }

    /// A message under the question that it answers, where that is no message of the reader's.
    public static Message restated(String question, Message message) {
        return new Message.Builder().add(question, Style.BOLD).add("\n").add(message).build();
    }
}
