package dev.pilcrow.evaluation;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Language;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// `deploy/pilcrow bench`: this project's search and LangChain4j's tutorial recipe side by side, in turns, so that what
/// else the machine does slows both.
///
/// The recipe: bge-small-zh-v1.5 (8 bits), a segment a paragraph, `InMemoryEmbeddingStore`,
/// `EmbeddingStoreContentRetriever` with 10 results and no least score.
public final class Bench {

    /// How much is measured.
    ///
    /// @param warmUp rounds that are not counted: the compiler is still at work
    /// @param rounds how often every question is asked
    /// @param millis how long each side answers on all cores
    /// @param starts how often each side is started
    /// @param indexed how many paragraphs are indexed a round, in three rounds
    /// @param lengths paragraphs of the long articles
    public record Effort(int warmUp, int rounds, long millis, int starts, int indexed, List<Integer> lengths) {

        /// All of it, some minutes.
        public static final Effort FULL = new Effort(12, 20, 6_000, 5, 100, List.of(1_000, 10_000));
        /// The built-in article only.
        public static final Effort QUICK = new Effort(12, 20, 6_000, 5, 100, List.of());
    }

    /// Characters of a paragraph where indexing is measured: what is usual in news.
    private static final int USUAL = 120;
    /// Characters of a paragraph in the long articles: short, as they are many.
    private static final int SHORT = 24;

    private final PrintStream progress;
    private final Effort effort;
    private final BenchTable table = new BenchTable();
    private final Article builtIn = new ArticleReader().builtIn();
    private final LongArticle longArticle = new LongArticle(builtIn);
    private final BenchQuestions questions = BenchQuestions.shipped();
    private final PilcrowContender pilcrow;
    private final RecipeContender recipe = new RecipeContender();
    private final Search search;

    private Bench(PrintStream progress, Effort effort, VectorStore store) {
        this.progress = progress;
        this.effort = effort;
        search = new Search(store, 0);
        pilcrow = new PilcrowContender(search);
    }

    /// Measures and prints one table.
    ///
    /// @param out receives the table
    /// @param progress receives what is being done
    /// @return the exit status
    public static int run(PrintStream out, PrintStream progress, Effort effort) throws IOException {
        Path folder = Files.createTempDirectory("pilcrow-bench");
        try {
            measure(progress, effort, new VectorStore(folder)).print(out);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return 0;
    }

    static BenchTable measure(PrintStream progress, Effort effort, VectorStore store) throws IOException {
        Bench bench = new Bench(progress, effort, store);
        bench.questions();
        bench.throughput();
        bench.indexing();
        bench.starts();
        for (int length : effort.lengths()) {
            bench.length(length);
        }
        return bench.table;
    }

    private void questions() {
        progress.println("questions about the built-in article");
        pilcrow.index(builtIn);
        recipe.index(builtIn);
        for (Language language : Language.values()) {
            Turns turns = new Turns(pilcrow, recipe, questions.in(language), effort);
            String name = language == Language.CHINESE ? "Chinese" : "English";
            table.add(name + " question, p50", "ms", turns.asked(pilcrow, 0.5), turns.asked(recipe, 0.5));
            table.add(name + " question, p99", "ms", turns.asked(pilcrow, 0.99), turns.asked(recipe, 0.99));
            table.add("only its embedding, p50", "ms", turns.embedded(pilcrow, 0.5), turns.embedded(recipe, 0.5));
            table.add("question / embedding", "times", turns.asked(pilcrow, 0.5) / turns.embedded(pilcrow, 0.5),
                    turns.asked(recipe, 0.5) / turns.embedded(recipe, 0.5));
            table.add(name + " question with its answer, p50", "ms", turns.answered(pilcrow, 0.5),
                    turns.answered(recipe, 0.5));
        }
    }

    private void throughput() {
        progress.println("questions on all cores");
        int cores = Runtime.getRuntime().availableProcessors();
        Load load = new Load(pilcrow, recipe, questions.in(Language.CHINESE), cores, effort.millis());
        table.add("Chinese questions on " + cores + " cores", "a second", load.first(), load.second());
    }

    private void indexing() {
        progress.println("indexing");
        double[] seconds = new double[2];
        int rounds = 3;
        for (int round = 0; round <= rounds; round++) {
            Article article = longArticle.of(effort.indexed(), USUAL, 1_000_000 + round * effort.indexed());
            double ours = seconds(() -> new PilcrowContender(search).index(article));
            double theirs = seconds(() -> recipe.index(article));
            seconds[0] += round == 0 ? 0 : ours;
            seconds[1] += round == 0 ? 0 : theirs;
        }
        table.add("paragraphs of " + USUAL + " characters indexed", "a second", rounds * effort.indexed() / seconds[0],
                rounds * effort.indexed() / seconds[1]);
    }

    private static double seconds(Runnable work) {
        return new Samples().time(work) / 1e9;
    }

    private void starts() throws IOException {
        progress.println("starting");
        List<FreshStart> ours = new ArrayList<>();
        List<FreshStart> theirs = new ArrayList<>();
        for (int i = 0; i < effort.starts(); i++) {
            ours.add(FreshStart.of(FreshStart.Side.PILCROW));
            theirs.add(FreshStart.of(FreshStart.Side.RECIPE));
        }
        started("start to first answer", "ms", ours, theirs, FreshStart::millis);
        started("heap in use after it", "MiB", ours, theirs, FreshStart::heap);
        started("memory of the process (VmRSS)", "MiB", ours, theirs, FreshStart::resident);
        started("most memory of the process (VmHWM)", "MiB", ours, theirs, FreshStart::peak);
    }

    private void started(String what, String unit, List<FreshStart> ours, List<FreshStart> theirs,
            ToDoubleFunction<FreshStart> value) {
        table.add(what, unit, median(ours, value), median(theirs, value));
    }

    private static double median(List<FreshStart> starts, ToDoubleFunction<FreshStart> value) {
        return starts.stream().mapToDouble(value).sorted().skip(starts.size() / 2).findFirst().orElse(Double.NaN);
    }

    private void length(int paragraphs) {
        progress.println("an article of " + paragraphs + " paragraphs");
        IndexedArticle indexed = search.index(longArticle.of(paragraphs, SHORT, 1));
        pilcrow.take(indexed);
        recipe.take(indexed);
        Turns turns = new Turns(pilcrow, recipe, questions.in(Language.CHINESE), effort);
        table.add(paragraphs + " paragraphs: search beyond the embedding", "ms", turns.beyond(pilcrow, 0.5),
                turns.beyond(recipe, 0.5));
    }
}
