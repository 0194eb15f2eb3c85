package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.article.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often faithful claims are kept and claims with a wrong name are caught, over texts in both languages. A claim is one
/// text of a pair, the article is the other; a lie is the claim with one name replaced by one of another title.
class NameCheckQualityTest {

    private static final Path DATA = Path.of("src/evaluation");
    private static final Pattern ENGLISH = Pattern
            .compile("(?<=[a-z0-9,] )(?!(?:Jan|Febr)uary|March|April|May|June|July|August|\\w+ember|October|\\w+day)"
                    + "\\p{Lu}[\\p{L}\\d-]+(?: \\p{Lu}[\\p{L}\\d-]+)*");
    private static final Pattern CHINESE = Pattern
            .compile("\\p{IsHan}{2,5}(?:·\\p{IsHan}{2,6})+|[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*|"
                    + Stream.of(Locale.getISOCountries())
                            .map(code -> Pattern.quote(Locale.of("", code).getDisplayCountry(Locale.CHINA)))
                            .collect(Collectors.joining("|")));

    private record Pair(String title, String claim, String article) {
    }

    private record Shares(int claims, double kept, int lies, double caught) {
    }

    @ParameterizedTest
    @CsvSource({"parallel-own, sentence, en, 0.89, 0.96", "parallel-own, sentence, zh, 0.94, 0.97",
            "parallel-en-zh, question, en, 0.85, 0.95"})
    void namesAreFoundAcrossLanguages(String file, String kind, String language, double kept, double caught)
            throws IOException {
        Shares shares = measure(file, kind, language);
        assertThat(shares.kept()).isGreaterThan(kept);
        assertThat(shares.caught()).isGreaterThan(caught);
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"parallel-own, question, en", "parallel-own, question, zh", "parallel-en-zh, question, zh",
            "parallel-en-zh, sentence, en",
            "parallel-en-zh, sentence, zh", "parallel-en-zh, paragraph, en", "parallel-en-zh, paragraph, zh"})
    void theOtherPairsAreMeasured(String file, String kind, String language) throws IOException {
        assertThat(measure(file, kind, language).claims()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"xquad-zh, 8", "xquad-en, 8", "cmrc-zh, 8", "drcd-hant, 8"})
    void everySentenceNamesWhatItsParagraphNames(String name, int articles) throws IOException {
        same(name, articles);
    }

    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"xquad-zh", "xquad-en", "cmrc-zh", "drcd-hant"})
    void everySentenceOfEveryArticleDoes(String name) throws IOException {
        same(name, Integer.MAX_VALUE);
    }

    @Test
    void aClaimIsCheckedInAFractionOfAMillisecond() {
        NameCheck check = new NameCheck(Claims.index(Samples.BUILT_IN));
        String claim = "Martin Chorzempa of the Peterson Institute and John Villasenor of the Brookings Institution agree.";
        long start = 0;
        for (int i = 0; i < 2000; i++) {
            start = i == 1000 ? System.nanoTime() : start;
            check.absent(claim, List.of(7, 9));
        }
        double micros = (System.nanoTime() - start) / 1000.0 / 1000;
        System.out.printf(Locale.ROOT, "a claim in %.0f us%n", micros);
        assertThat(micros).isLessThan(2000);
    }

    private static void same(String name, int articles) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(DATA.resolve(name).resolve("articles"))) {
            files = all.filter(file -> !file.toString().contains("-without-")).sorted().limit(articles).toList();
        }
        int sentences = 0;
        int kept = 0;
        for (Path file : files) {
            IndexedArticle article = Claims.index(Samples.text(Files.readString(file)));
            NameCheck check = new NameCheck(article);
            for (IndexedArticle.Unit unit : article.units()) {
                sentences++;
                kept += check.absent(unit.sentence().text(), Set.of(unit.sentence().paragraph())).isEmpty() ? 1 : 0;
            }
        }
        System.out.printf(Locale.ROOT, "%s, same language: %d of %d sentences kept%n", name, kept, sentences);
        assertThat(kept).isEqualTo(sentences);
    }

    private static Shares measure(String file, String kind, String language) throws IOException {
        boolean english = language.equals("en");
        Pattern names = english ? ENGLISH : CHINESE;
        List<Pair> pairs = pairs(file, kind, english);
        List<String[]> pool = pairs.stream().flatMap(
                pair -> names(names, pair.claim()).stream().map(name -> new String[]{pair.title(), name})).toList();
        Random random = new Random(7);
        int kept = 0;
        int lies = 0;
        int caught = 0;
        for (Pair pair : pairs) {
            IndexedArticle article = Claims.index(Samples.text(pair.article()));
            NameCheck check = new NameCheck(article);
            List<Integer> all = IntStream.rangeClosed(1, article.size()).boxed().toList();
            List<String> before = check.absent(pair.claim(), all);
            kept += before.isEmpty() ? 1 : 0;
            List<String> own = names(names, pair.claim());
            if (!own.isEmpty()) {
                String lie = pair.claim().replace(own.get(random.nextInt(own.size())), other(pool, pair, random));
                lies++;
                caught += before.containsAll(check.absent(lie, all)) ? 0 : 1;
            }
        }
        Shares shares = new Shares(pairs.size(), (double) kept / pairs.size(), lies, (double) caught / lies);
        System.out.printf(Locale.ROOT, "%s %s, %s claims: %d, kept %.3f; lies: %d, caught %.3f%n", file, kind, language,
                shares.claims(), shares.kept(), shares.lies(), shares.caught());
        return shares;
    }

    private static String other(List<String[]> pool, Pair pair, Random random) {
        while (true) {
            String[] drawn = pool.get(random.nextInt(pool.size()));
            if (!drawn[0].equals(pair.title()) && !standsIn(drawn[1], pair.claim() + pair.article())) {
                return drawn[1];
            }
        }
    }

    private static boolean standsIn(String name, String text) {
        String folded = Folding.text(text);
        return Stream.of(Folding.text(name).split("[ ·]"))
                .anyMatch(part -> folded.contains(part.substring(0, Math.min(4, part.length()))));
    }

    private static List<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Pair> pairs(String file, String kind, boolean english) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(DATA.resolve(file + ".jsonl"))) {
            JsonNode row = mapper.readTree(line);
            if (row.get("kind").asText().equals(kind)) {
                String title = row.has("title") ? row.get("title").asText() : "rows " + pairs.size() / 40;
                pairs.add(new Pair(title, row.get(english ? "en" : "zh").asText(),
                        row.get(english ? "zh" : "en").asText()));
            }
        }
        return pairs;
    }
}
