package dev.pilcrow.transcript;

import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.conversation.HeldModel;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.inbox.Trap;
import dev.pilcrow.search.Samples;
import dev.pilcrow.store.Store;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the stage directions before the first word tell: who is there, where, and what is asked about.
public final class Scene {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Pattern READS = Pattern.compile("(\\S+) reads (\\S+)");
    private static final Pattern GROUP = Pattern.compile("in the (?:group|channel) (.+?)(, without the bot)?");
    private static final Pattern ARTICLE = Pattern.compile("the article is (.+)");

    private final Map<String, String> people = new LinkedHashMap<>();
    private final Trap trap = new Trap();
    private final Path articles;
    private String group = "";
    private boolean without;
    private @Nullable HeldModel model;
    private Article article = Samples.BUILT_IN;
    private boolean still;

    /// @param articles where the articles of transcripts are
    Scene(Path articles) {
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
            without = place.group(2) != null;
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

    /// The language of each person's app.
    public Map<String, String> people() {
        return Collections.unmodifiableMap(people);
    }

    /// The name of the group or channel; empty for a private chat.
    public String group() {
        return group;
    }

    /// Is the bot not in the group?
    public boolean isWithoutBot() {
        return without;
    }

    /// Tells the time to the limits on questions.
    public InstantSource limited(InstantSource otherwise) {
        return still ? () -> NOON : otherwise;
    }

    /// What the bot of this scene says.
    ///
    /// @param screen what the platform can show
    public Respondent respondent(Store store, Screen screen) {
        return trap.respondent(new Desk(new Shelf(article, "article.txt", store.articles()),
                (model == null ? Talk.CONVERSATIONS : model.conversations())
                        .remembering(store.turns(), InstantSource.system()),
                Wordings.packaged(), store, _ -> screen));
    }

    /// What makes the bot fail.
    Trap trap() {
        return trap;
    }

    @Nullable
    HeldModel model() {
        return model;
    }
}
