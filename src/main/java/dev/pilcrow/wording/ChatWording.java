package dev.pilcrow.wording;

import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.chat.Span.Style;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What the bot says of itself in chats with buttons, in the words of one language.
public final class ChatWording {

    /// Up to so long, a wait is told in the smaller unit.
    private static final int SEVERAL = 120;

    /// The most characters of a question in a list.
    private static final int ASKED = 100;

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
        phrases.put("forget", Phrase.COMMAND_FORGET);
        phrases.put("start", Phrase.COMMAND_START);
        phrases.put("help", Phrase.COMMAND_HELP);
        return phrases;
    }

    /// What somebody who begins is told; questions to begin with stand under it.
    public Message hello(Article article) {
        return wording.message(Phrase.HELLO, ArticleWording.title(article));
    }

    /// What a group is told that has let the bot in.
    ///
    /// @param screen what the group's platform can show
    public Message joined(Article article, Screen screen) {
        return wording.message(screen.followsThreads() ? Phrase.JOINED_THREADS : Phrase.JOINED,
                ArticleWording.title(article));
    }

    /// What can be asked, and every command.
    ///
    /// @param screen what the platform can show
    public Message help(Screen screen) {
        Message.Builder message = new Message.Builder().add(wording.message(Phrase.HELP_INTRO)).add("\n");
        phrases().forEach((name, phrase) -> message.add("\n").add("/" + name, Style.COMMAND).add("  ")
                .add(wording.message(phrase)));
        return message.add("\n\n")
                .add(wording.message(screen.followsThreads() ? Phrase.HELP_THREADS : Phrase.HELP_GROUPS))
                .build();
    }

    /// What stands above the questions to begin with, and the room for one's own.
    public Message composing(Article article) {
        return wording.message(Phrase.WINDOW_LEAD, ArticleWording.title(article));
    }

    /// The bot's own page: the article at a glance, what somebody has asked lately, and how to ask.
    ///
    /// @param screen what the platform can show
    /// @param asked their questions, the newest first
    public Message page(Article article, Screen screen, List<String> asked) {
        Message.Builder below = new Message.Builder().add("\n\n");
        if (!asked.isEmpty()) {
            below.add(wording.say(Phrase.PAGE_ASKED), Style.BOLD);
            asked.forEach(question -> below.add("\n· ").add(Excerpt.of(question, ASKED)));
            below.add("\n\n");
        }
        Message rest = below.add(help(screen)).build();
        int room = Math.max(screen.longestText() / 3, screen.longestText() - rest.text().length());
        return new Message.Builder().add(new ArticleWording(wording).glance(article, room)).add(rest).build();
    }

    /// That there is no such paragraph, or that a number is wanted when none was given.
    public Message noPassage(String given, Article article) {
        int last = article.paragraphs().size();
        return given.isBlank()
                ? wording.message(Phrase.PASSAGE_WANTED, last)
                : wording.message(Phrase.CHAT_PASSAGE, given, last);
    }

    /// What would be removed of somebody, for them to confirm.
    public Message forgetting(int answers, int votes) {
        return wording.message(Phrase.FORGET_ASKED, answers, votes);
    }

    /// What has been removed of somebody.
    public Message forgotten(int answers, int votes) {
        return wording.message(Phrase.FORGET_DONE, answers, votes);
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
