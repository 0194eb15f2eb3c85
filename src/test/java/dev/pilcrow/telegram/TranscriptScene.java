package dev.pilcrow.telegram;

import dev.pilcrow.article.Article;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.search.Samples;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the stage directions before the first word tell: who is there, where, and what is asked about.
final class TranscriptScene {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Pattern READS = Pattern.compile("(\\S+) reads (\\S+)");
    private static final Pattern GROUP = Pattern.compile("in the group (.+)");
    private static final Pattern ARTICLE = Pattern.compile("the article is (.+)");

    /// The language of each person's app.
    final Map<String, String> people = new LinkedHashMap<>();
    /// What makes the bot fail.
    final Trap trap = new Trap();
    /// The group's title; empty for a private chat.
    String group = "";
    @Nullable
    HeldModel model;
    private final Path articles;
    private Article article = Samples.BUILT_IN;
    private boolean still;

    /// @param articles where the articles of transcripts are
    TranscriptScene(Path articles) {
        this.articles = articles;
    }

    /// Takes note of a direction.
    ///
    /// @return is it one of these?
    boolean takes(String direction) {
        Matcher reads = READS.matcher(direction);
        Matcher place = GROUP.matcher(direction);
        Matcher text = ARTICLE.matcher(direction);
        if (reads.matches()) {
            people.put(reads.group(1), reads.group(2));
        } else if (place.matches()) {
            group = place.group(1);
        } else if (text.matches()) {
            article = read(articles.resolve(text.group(1)));
        } else if (direction.equals("there is a model")) {
            model = new HeldModel();
        } else if (direction.equals("time stands still")) {
            still = true;
        } else {
            return false;
        }
        return true;
    }

    private static Article read(Path file) {
        try {
            return Articles.of(Files.readString(file));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// The bot of this scene, at work.
    TelegramTalk begin(Path folder) {
        HeldModel writing = model;
        TelegramTalk.Parts parts = TelegramTalk.Parts.in(folder)
                .respondent(store -> trap.respondent(new Desk(new Shelf(article, "article.txt", store.articles()),
                        (writing == null ? Talk.CONVERSATIONS : writing.conversations())
                                .remembering(store.turns(), InstantSource.system()),
                        Wordings.packaged(), store, _ -> TelegramLimits.TEXT)));
        return TelegramTalk.of(still ? parts.limited(() -> NOON) : parts);
    }
}
