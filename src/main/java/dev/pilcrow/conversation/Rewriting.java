package dev.pilcrow.conversation;

import dev.pilcrow.article.Language;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.CallBudget;
import dev.pilcrow.model.Completion;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.model.Fence;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.LanguageModel.Delivery;
import dev.pilcrow.model.ModelCall;
import dev.pilcrow.model.ModelPrompts;
import dev.pilcrow.model.Prompt;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Search;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Puts a question so that it is understood without what was said before, in the article's language, by a model. What the
/// model gives is taken only when it is one question in that language that is like the reader's. Thread-safe.
public final class Rewriting {

    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int CHARACTERS = 300;
    /// A question and its translation are more alike than this (README, decisions).
    static final double LIKENESS = 0.55;
    private static final String EDGES = "\"'“”‘’「」 ";

    private final LanguageModel model;
    private final ModelPrompts prompts;
    private final Search search;
    private final RandomGenerator random;

    /// @param random makes the lines between instructions and material; it must not be guessable
    public Rewriting(LanguageModel model, ModelPrompts prompts, Search search, RandomGenerator random) {
        this.model = model;
        this.prompts = prompts;
        this.search = search;
        this.random = random;
    }

    /// Does a question need to be put otherwise: because something was said before, or in another language or writing?
    static boolean isNeeded(String question, List<Turn> before, ReaderLanguage article) {
        return !before.isEmpty() || ReaderLanguage.of(question, article) != article;
    }

    /// The question that stands for itself; none when the model fails or wanders.
    ///
    /// @param before the turns before, oldest first
    /// @param context content words of the questions before that this one needs, as code sees it
    Optional<String> rewrite(String question, List<Turn> before, String context, IndexedArticle article,
            Deadline deadline, CallBudget calls) {
        if (!calls.take()) {
            return Optional.empty();
        }
        Fence fence = Fence.random(random);
        Prompt prompt = prompts.rewrite(tag(article.article().language())).fill(
                Map.of("conversation", told(before), "question", Fence.oneLine(question), "fence", fence.line()));
        try (ModelCall call = model.open(prompt, Delivery.WHOLE, deadline.within(LONGEST))) {
            return switch (call.complete()) {
                case Completion.Whole whole -> line(whole.text())
                        .filter(line -> !fence.isIn(line) && isLike(line, question, context, article));
                case Completion.Failed _ -> Optional.empty();
            };
        }
    }

    private static String tag(Language language) {
        return switch (language) {
            case CHINESE -> "zh";
            case ENGLISH -> "en";
        };
    }

    /// What was said before, as a model reads it.
    static String told(List<Turn> before) {
        return before.isEmpty()
                ? "–"
                : before.stream().map(turn -> "? " + turn.question() + "\n= " + String.join(" ", turn.claims()))
                        .collect(Collectors.joining("\n"));
    }

    /// The only line of a text, without quotation marks around it.
    private static Optional<String> line(String text) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.size() != 1 || lines.getFirst().length() > CHARACTERS || lines.getFirst().contains("{")) {
            return Optional.empty();
        }
        String line = lines.getFirst();
        int start = 0;
        int end = line.length();
        while (start < end && EDGES.indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && EDGES.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return Optional.of(line.substring(start, end)).filter(inner -> !inner.isBlank());
    }

    private boolean isLike(String line, String question, String context, IndexedArticle article) {
        if (Language.of(line) != article.article().language()) {
            return false;
        }
        double alone = search.likeness(article, line, question);
        return alone > LIKENESS
                || !context.isEmpty() && search.likeness(article, line, question + " " + context) > LIKENESS;
    }
}
