package dev.pilcrow.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.answer.Fitting;
import dev.pilcrow.article.Language;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.search.LinearMapFitter;
import dev.pilcrow.search.Search;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `deploy/pilcrow fit`: makes again what this project learnt from data.
public final class Fit {

    /// Some of the numbered titles, left out of the fitting so that they can be used to measure it.
    ///
    /// @param part the titles whose number leaves this remainder
    /// @param parts the divisor
    public record HoldOut(int part, int parts) {

        public HoldOut {
            if (parts < 2 || part < 0 || part >= parts) {
                throw new IllegalArgumentException("a part is written as 0/4 to 3/4, not " + part + "/" + parts);
            }
        }

        /// Reads `1/4`.
        public static HoldOut parse(String text) {
            if (!text.matches("\\d{1,3}/\\d{1,3}")) {
                throw new IllegalArgumentException("a part is written as 0/4 to 3/4, not " + text);
            }
            int slash = text.indexOf('/');
            return new HoldOut(Integer.parseInt(text, 0, slash, 10),
                    Integer.parseInt(text, slash + 1, text.length(), 10));
        }

        /// Is a title such as `a0007` left out?
        boolean has(String title) {
            String number = title.replaceAll("\\D", "");
            return !number.isEmpty() && Integer.parseInt(number) % parts == part;
        }
    }

    /// Chosen on titles left out; a third to three times as much changes little.
    private static final double RIDGE = 0.3;
    private static final List<String> PAIRS = List.of("parallel-en-zh.jsonl", "parallel-own.jsonl");

    private Fit() {
    }

    /// Fits the linear maps between the two encoders' spaces and writes them.
    ///
    /// @param data the folder with the pairs of texts
    /// @param output the folder that receives both maps
    /// @return the exit status
    public static int maps(Path data, Path output, Optional<HoldOut> holdOut, PrintStream progress)
            throws IOException {
        List<LinearMapFitter.Pair> pairs = new ArrayList<>();
        for (String file : PAIRS) {
            pairs.addAll(pairs(data.resolve(file), holdOut));
        }
        progress.println(pairs.size() + " pairs");
        Files.createDirectories(output);
        LinearMapFitter fitter = new LinearMapFitter(RIDGE);
        fitter.fit(pairs, Language.ENGLISH).write(output.resolve("english-to-chinese.map"));
        fitter.fit(pairs, Language.CHINESE).write(output.resolve("chinese-to-english.map"));
        progress.println("both maps are in " + output);
        return 0;
    }

    private static final List<String> SETS = List.of("article-dev.jsonl", "article-own.jsonl", "news/questions-1.jsonl",
            "news/questions-2.jsonl", "xquad-zh/questions.jsonl", "xquad-en/questions.jsonl",
            "xquad-en-on-zh/questions.jsonl", "drcd-hant/questions.jsonl", "cmrc-zh/questions.jsonl");
    private static final int PARTS = 5;

    /// Fits the weights that find the answering sentence and judge whether there is one, and writes them.
    ///
    /// @param data the folder with the question sets
    /// @param output the folder that receives both tables
    /// @return the exit status
    public static int weights(Search search, Path data, Path output, PrintStream progress)
            throws IOException, UnreadableArticleException {
        Fitting.Weights weights = known(search, data, progress).fit();
        Files.createDirectories(output);
        Files.writeString(output.resolve("sentence-weights.tsv"), weights.sentences());
        Files.writeString(output.resolve("verdict-weights.tsv"), weights.verdict());
        progress.println("both tables are in " + output);
        return 0;
    }

    /// Fits the same weights five times, each time without a fifth of the titles, and prints how those fare.
    ///
    /// @return the exit status
    public static int check(Search search, Path data, PrintStream out, PrintStream progress)
            throws IOException, UnreadableArticleException {
        out.printf("%-50s %5s %8s %6s %6s %5s %8s%n", "left out", "n", "declined", "top 1", "top 3", "n", "refused");
        known(search, data, progress).check(PARTS)
                .forEach((set, check) -> out.printf("%-50s %5d %8s %6s %6s %5d %8s%n", set, check.answerable(),
                        share(check.declined(), check.answerable()), share(check.first(), check.answerable()),
                        share(check.third(), check.answerable()), check.unanswerable(),
                        share(check.refused(), check.unanswerable())));
        return 0;
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    private static Fitting known(Search search, Path data, PrintStream progress)
            throws IOException, UnreadableArticleException {
        WeightsFit fit = new WeightsFit(data, search);
        for (String set : SETS) {
            progress.println(set);
            fit.add(data.resolve(set));
        }
        return fit.fitting();
    }

    /// The pairs of a file, one JSON object a line with `en`, `zh` and, where there is one, `title`.
    static List<LinearMapFitter.Pair> pairs(Path file, Optional<HoldOut> holdOut) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<LinearMapFitter.Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode row = json.readTree(line);
            String title = row.path("title").asText();
            if (holdOut.isEmpty() || !holdOut.get().has(title)) {
                pairs.add(new LinearMapFitter.Pair(row.required("en").asText(), row.required("zh").asText()));
            }
        }
        return pairs;
    }
}
