package dev.pilcrow.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesOfTheEvaluationSetsTest {

    private static final Path FOLDER = Path.of("src", "evaluation");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /// Digits that have grown together with letters are names, and left out.
    private static final Pattern NUMBER = Pattern
            .compile("(?<![0-9a-zà-ÿ])(?<![a-zà-ÿ]-)[0-9]+(?![0-9a-zà-ÿ])(?!\\.[0-9]+[a-z])");

    private final Random random = new Random(7);
    private int changed;
    private int caught;

    @ParameterizedTest
    @ValueSource(strings = {"xquad-zh", "xquad-en", "cmrc-zh", "drcd-hant"})
    void aSentenceIsCoveredByItsParagraphAndAChangedNumberIsNot(String set) throws Exception {
        List<Path> files;
        try (var all = Files.list(FOLDER.resolve(set).resolve("articles"))) {
            files = all.filter(file -> !file.toString().contains("-without-")).sorted().toList();
        }
        for (Path file : files) {
            for (Paragraph paragraph : new ArticleReader().read(file).paragraphs()) {
                String source = Folding.text(paragraph.text());
                Set<Quantity> stated = Quantities.stated(source);
                for (Sentence sentence : paragraph.sentences()) {
                    String claim = Folding.text(sentence.text());
                    assertThat(stated).as(claim).containsAll(Quantities.claimed(claim));
                    change(claim, stated);
                }
            }
        }
        System.out.printf("%s: %d of %d changed numbers caught (%.2f%%)%n", set, caught, changed,
                100.0 * caught / changed);
        assertThat(caught).isGreaterThan((int) (0.99 * changed));
    }

    private void change(String claim, Set<Quantity> stated) {
        Matcher number = NUMBER.matcher(claim);
        while (number.find()) {
            StringBuilder other = new StringBuilder().append(1 + random.nextInt(9));
            while (other.length() < number.group().length()) {
                other.append(random.nextInt(10));
            }
            boolean stands = other.toString().contentEquals(number.group())
                    || stated.contains(new Quantity(Kind.NUMBER, new BigDecimal(other.toString())));
            if (!stands) {
                String altered = claim.substring(0, number.start()) + other + claim.substring(number.end());
                changed++;
                caught += stated.containsAll(Quantities.claimed(altered)) ? 0 : 1;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parallel-en-zh.jsonl", "parallel-own.jsonl"})
    void aTranslationIsCovered(String file) throws Exception {
        List<String> rows = Files.readAllLines(FOLDER.resolve(file));
        int english = 0;
        int chinese = 0;
        for (String line : rows) {
            JsonNode row = MAPPER.readTree(line);
            String en = Folding.text(row.get("en").asText());
            String zh = Folding.text(row.get("zh").asText());
            english += Quantities.covered(en, zh) ? 1 : 0;
            chinese += Quantities.covered(zh, en) ? 1 : 0;
        }
        System.out.printf("%s: English by Chinese %.2f%%, Chinese by English %.2f%%%n", file,
                100.0 * english / rows.size(), 100.0 * chinese / rows.size());
        assertThat(english).isGreaterThan((int) (0.97 * rows.size()));
        assertThat(chinese).isGreaterThan((int) (0.97 * rows.size()));
    }
}
