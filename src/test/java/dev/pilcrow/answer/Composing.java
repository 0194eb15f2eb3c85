package dev.pilcrow.answer;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.BrokenPromptException;
import dev.pilcrow.model.CallBudget;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.ModelPrompts;
import dev.pilcrow.prompts.PromptFolder;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/// Answers in a model's words for tests, and lines as a model writes them.
public final class Composing {

    public static final ModelPrompts PROMPTS = prompts();

    private Composing() {
    }

    private static ModelPrompts prompts() {
        try {
            return ModelPrompts.read(PromptFolder.packaged(), ModelComposer.failures());
        } catch (BrokenPromptException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static ModelComposer composer(LanguageModel model) {
        return new ModelComposer(model, PROMPTS, new Random(7));
    }

    /// A question about the built-in article that is to be answered within ten seconds.
    public static Task task(String question) {
        return task(Samples.builtIn(), question, Duration.ofSeconds(10));
    }

    public static Task task(IndexedArticle article, String question, Duration time) {
        Evidence evidence = Samples.SEARCH.find(article, question);
        return new Task(question, question, ReaderLanguage.of(question), List.of(evidence),
                new Composer().answer(evidence), Deadline.in(time), new CallBudget());
    }

    /// A line of an answer.
    public static String line(String claim, int paragraph, String quote) {
        return "{\"claim\":" + json(claim) + ",\"quotes\":[{\"paragraph\":" + paragraph + ",\"quote\":" + json(quote)
                + "}]}\n";
    }

    public static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
