package dev.pilcrow.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Hostile;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.web.Content;
import dev.pilcrow.web.Visit;
import dev.pilcrow.wording.Wordings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands on the page of an article, and what a browser is told of it.
class ArticlePageTest {

    private static final Article CHINESE = new ArticleReader().builtIn();
    private static final Article MARKDOWN = article("a.md", """
            # The port

            By Anna Larsen

            It was **sold** in May.

            ## What was sold

            - The quay
            - The cold store

            ![A crane](crane.jpg)

            | Year | Owner |
            |------|-------|
            | 2011 | Nordhavn \\| Sea |

            ```
            tonnes = 900
            ```
            """);

    private final ArticlePage page = page(CHINESE, MARKDOWN);

    @Test
    void everyParagraphIsThereWordForWordUnderItsNumber() {
        Document read = read(CHINESE, Map.of(), "zh-CN");
        assertThat(read.select("article [id]")).hasSize(25);
        for (Paragraph paragraph : CHINESE.paragraphs()) {
            Element there = read.expectFirst("#p" + paragraph.number());
            assertThat(there.wholeText()).startsWith("¶" + paragraph.number()).endsWith(paragraph.text());
            Element number = there.expectFirst("a.n");
            assertThat(number.attr("href")).isEqualTo("#p" + paragraph.number());
            assertThat(number.attr("aria-label")).isEqualTo("第 " + paragraph.number() + " 段");
        }
        assertThat(read.title()).isEqualTo(CHINESE.title());
        assertThat(read.select("h1")).singleElement().matches(title -> title.text().equals(CHINESE.title()));
        assertThat(read.select("mark, .cited, #earlier, #quoted, #stretches")).isEmpty();
    }

    @Test
    void theQuotedWordsAreMarkedInTheirParagraphAndAWayLeadsThere() {
        Document read = read(CHINESE, Map.of("q", "6.4-10"), "zh-CN");
        assertThat(read.select(".cited")).singleElement().matches(cited -> cited.id().equals("p6"));
        assertThat(read.select("mark")).singleElement()
                .matches(mark -> mark.text().equals(CHINESE.paragraph(6).text().substring(4, 10)));
        assertThat(read.expectFirst("#p6").wholeText()).endsWith(CHINESE.paragraph(6).text());
        assertThat(read.expectFirst("#quoted a").text()).isEqualTo("引文在第 6 段");
        assertThat(read.expectFirst("#quoted a").attr("href")).isEqualTo("#p6");
    }

    @Test
    void aParagraphAloneIsMarkedAsAWhole() {
        Document read = read(CHINESE, Map.of("q", "25"), "en");
        assertThat(read.select(".cited")).singleElement().matches(cited -> cited.id().equals("p25"));
        assertThat(read.select("mark")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "26", "-1", "6.", "6.0", "6.0-", "6.5-5", "6.7-3", "6.0-16",
            "6.99999999-100000000",
            "999999999", "6.0-0", "6.0-7-9", " 6", "６", "6.0-7.", "x", "<script>", "1.0-2,2.0-3"})
    void whatIsNoPlaceInTheArticleMarksNothing(String spot) {
        assertThat(read(CHINESE, Map.of("q", spot), "en").select("mark, .cited, #quoted")).isEmpty();
    }

    @Test
    void aSpotThatCutsACharacterInTwoIsNone() {
        Article emoji = article("a.txt", "Good 😀 day to everybody.");
        ArticlePage of = page(emoji);
        assertThat(marks(of, emoji, "1.5-7")).containsExactly("😀");
        assertThat(marks(of, emoji, "1.6-7")).isEmpty();
        assertThat(marks(of, emoji, "1.0-6")).isEmpty();
    }

    @Test
    void everythingIsShownAsWhatItIs() {
        Document read = read(MARKDOWN, Map.of(), "en");
        assertThat(read.select("h1")).singleElement().matches(title -> title.text().equals("¶1 The port")
                || title.wholeText().equals("¶1The port"));
        assertThat(read.expectFirst("#p2").className()).isEqualTo("byline");
        assertThat(read.expectFirst("#p2 .kind").text()).isEqualTo("byline");
        assertThat(read.expectFirst("p#p3").wholeText()).endsWith("It was **sold** in May.");
        assertThat(read.expectFirst("h2#p4").wholeText()).endsWith("What was sold");
        assertThat(read.select("ul")).hasSize(1);
        assertThat(read.select("ul > li").eachAttr("id")).containsExactly("p5", "p6");
        assertThat(read.expectFirst("figure#p7 figcaption .kind").text()).isEqualTo("caption");
        assertThat(read.select("table")).hasSize(1);
        assertThat(read.select("tr").eachAttr("id")).containsExactly("p8", "p9");
        assertThat(read.select("#p9 td").eachText()).containsExactly("2011", "Nordhavn \\| Sea");
        assertThat(read.expectFirst("#p10 pre code").wholeText()).isEqualTo("tonnes = 900");
    }

    @Test
    void wordsAreMarkedInTheCellsOfARow() {
        String row = MARKDOWN.paragraph(9).text();
        int end = row.indexOf("Nordhavn") + 8;
        assertThat(marks(page, MARKDOWN, "9.0-" + end)).hasSize(2).first().isEqualTo(row.substring(0, 5));
        assertThat(marks(page, MARKDOWN, "9.0-" + end).getLast().strip()).isEqualTo("Nordhavn");
    }

    @Test
    void anEarlierVersionSaysSoAndLeadsToTheCurrentOne() {
        Document earlier = read(MARKDOWN, Map.of(), "zh-TW");
        assertThat(earlier.expectFirst("#earlier").text()).isEqualTo("這是文章的舊版本。 閱讀目前版本");
        assertThat(earlier.expectFirst("#earlier a").attr("href")).isEqualTo("/a/" + CHINESE.id().substring(0, 16));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-Hans", "zh,zh-Hans", "zh-SG,zh-Hans", "zh-TW,zh-Hant", "zh-Hant-HK,zh-Hant", "yue,zh-Hant",
            "en-GB,en", "de,zh-Hans"})
    void thePageSpeaksTheReadersLanguageAndTheArticleItsOwn(String asked, String spoken) {
        Document read = read(CHINESE, Map.of("q", "6"), asked);
        assertThat(read.expectFirst("html").attr("lang")).isEqualTo(spoken);
        assertThat(read.expectFirst("article").attr("lang")).isEqualTo("zh-Hans");
        assertThat(read.expectFirst("h1").attr("lang")).isEqualTo("zh-Hans");
        assertThat(read.expectFirst("#p6 .kind").attr("lang")).isEqualTo(spoken);
    }

    @Test
    void whoPrefersAForeignLanguageIsSpokenToInTheNextOne() {
        List<Locale> asked = Stream.of("fr", "zh-TW", "en").map(Locale::forLanguageTag).toList();
        assertThat(Jsoup.parse(content(CHINESE.id(), Map.of(), asked).orElseThrow().body()).expectFirst("html")
                .attr("lang")).isEqualTo("zh-Hant");
    }

    @Test
    void theStartOfAnIdIsEnoughAndNothingElseIsAnId() {
        assertThat(content(CHINESE.id(), Map.of(), List.of())).isEqualTo(
                content(CHINESE.id().substring(0, 16), Map.of(), List.of())).isPresent();
        for (String id : List.of("", "a", CHINESE.id().substring(0, 11), CHINESE.id() + "0", "0".repeat(64),
                CHINESE.id().toUpperCase(Locale.ROOT), "../../../../etc/passwd", "%", "' OR 1=1 --")) {
            assertThat(content(id, Map.of(), List.of())).as(id).isEmpty();
        }
    }

    @Test
    void aBrowserMayShowThePageInItsOwnStyleAndNothingElse() {
        Content content = content(CHINESE.id(), Map.of("q", "6.4-10"), List.of()).orElseThrow();
        Document read = Jsoup.parse(content.body());
        String style = read.expectFirst("style").data();
        String hash = java.util.Base64.getEncoder().encodeToString(Skeleton.digest(style));
        assertThat(content.headers().get("Content-Security-Policy")).isEqualTo("default-src 'none'; style-src 'sha256-"
                + hash + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(read.select("script, link, img, iframe, object, form, base, [style], [src], meta[http-equiv]"))
                .isEmpty();
        assertThat(style).doesNotContain("url(", "@import", "http");
        assertThat(read.select("a").eachAttr("href")).isNotEmpty().allMatch(href -> href.matches("#p\\d+"));
    }

    @Test
    void theSamePageHasTheSameVersionAndAnotherSpotOrLanguageAnother() {
        String version = version(Map.of("q", "6"), "en");
        assertThat(version).isEqualTo(version(Map.of("q", "6"), "en")).matches("\"[A-Za-z0-9_-]{43}\"");
        assertThat(version).isNotEqualTo(version(Map.of("q", "7"), "en")).isNotEqualTo(version(Map.of("q", "6"), "zh"));
        Content content = content(CHINESE.id(), Map.of(), List.of()).orElseThrow();
        assertThat(content.headers()).containsEntry("Cache-Control", "public, max-age=300")
                .containsEntry("Vary", "Accept-Language");
    }

    @Test
    void aVeryLongArticleIsShownInStretches() {
        Article lines = article("a.txt", IntStream.rangeClosed(1, 2_500).mapToObj(i -> "Line " + i + " of the article.")
                .collect(Collectors.joining("\n")));
        ArticlePage of = page(lines);
        Document middle = Jsoup.parse(
                of.read(visit(lines.id(), Map.of("q", "1500.0-4"), List.of())).orElseThrow().body());
        assertThat(middle.select("article [id]")).hasSize(1_000).first().matches(first -> first.id().equals("p1001"));
        assertThat(middle.select("mark").eachText()).containsExactly("Line");
        assertThat(middle.select("#stretches a").eachText()).containsExactly("Paragraphs 1 to 1000",
                "Paragraphs 2001 to 2500");
        for (Element way : middle.select("#stretches a")) {
            Map<String, String> query = Map.of("p", way.attr("href").substring(3));
            Document there = Jsoup.parse(of.read(visit(lines.id(), query, List.of())).orElseThrow().body());
            assertThat(way.text()).contains(there.expectFirst("article [id]").id().substring(1));
            assertThat(there.select(".cited")).isEmpty();
        }
        for (String odd : List.of("0", "2501", "-1", "x", "999999999")) {
            assertThat(Jsoup.parse(of.read(visit(lines.id(), Map.of("p", odd), List.of())).orElseThrow().body())
                    .select("#p1")).hasSize(1);
        }
    }

    @Test
    void aLongParagraphHasAPageOfItsOwn() {
        Article wide = article("a.txt", "Short.\n" + "Long words. ".repeat(30_000) + "\nShort again.");
        assertThat(List.of(Sheet.of(wide, 1), Sheet.of(wide, 2), Sheet.of(wide, 3))).extracting(Sheet::first)
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @CsvSource({"a.txt,''", "a.md,| ", "a.md,- "})
    void ofAParagraphThatIsTooLongThePartWithTheQuotedWordsIsShown(String name, String before) {
        Article endless = article(name,
                before + "Words 😀. ".repeat(100_000) + "Quoted. " + "More 😀. ".repeat(100_000));
        String text = endless.paragraph(1).text();
        int quoted = text.indexOf("Quoted.");
        ArticlePage of = page(endless);
        for (String spot : List.of("1." + quoted + "-" + (quoted + 7), "1." + (quoted + 1) + "-" + text.length(),
                "1.0-" + text.length(), "1." + (text.length() - 1) + "-" + text.length(), "1", "x")) {
            Content content = of.read(visit(endless.id(), Map.of("q", spot), List.of())).orElseThrow();
            assertThat(content.body().length()).as(spot).isLessThan(Sheet.CHARACTERS + 20_000);
            Document read = Jsoup.parse(content.body());
            assertThat(read.select("mark").isEmpty()).as(spot).isEqualTo(!spot.contains("."));
            assertThat(read.select("mark").text()).as(spot).startsWith(spot.startsWith("1." + quoted) ? "Quoted." : "");
            assertThat(read.expectFirst("#p1").wholeText()).as("no half of a character").doesNotContain("?");
        }
    }

    @Test
    void nothingInAnArticleIsMarkup() {
        Random random = new Random(4711);
        Hostile hostile = new Hostile(random);
        for (int i = 0; i < 300; i++) {
            String text = ("# " + hostile.text(8).replace('\n', ' ') + "\n\n- " + hostile.text(20) + "\n\n| "
                    + hostile.text(6)
                            .replace('\n', ' ')
                    + " | x |\n|---|---|\n| </td><script>alert(1)</script> | \" onload=x |\n\n```\n"
                    + hostile.text(9) + "</code></pre><img src=x onerror=alert(1)>\n```\n")
                    .replaceAll("[\\x00\\x07\\p{Cs}]", "");
            Article article = article("a.md", text);
            Document read = Jsoup
                    .parse(page(article, CHINESE).read(visit(article.id(), Map.of("q", "1.0-1"), List.of()))
                            .orElseThrow().body());
            assertThat(read.select("script, img, b, code a, form, iframe, link, [onload], [onerror]")).isEmpty();
            assertThat(read.select("a").eachAttr("href")).allMatch(href -> href.matches("#p\\d+|/a/[0-9a-f]{16}"));
            assertThat(read.select("article [id]")).hasSize(article.paragraphs().size());
            assertThat(read.wholeText()).doesNotContain("\u202E", "\u2066", "\u200B");
        }
    }

    private static List<String> marks(ArticlePage page, Article article, String spot) {
        return Jsoup.parse(page.read(visit(article.id(), Map.of("q", spot), List.of())).orElseThrow().body())
                .select("mark").stream().map(Element::wholeText).toList();
    }

    private String version(Map<String, String> query, String language) {
        return content(CHINESE.id(), query, List.of(Locale.forLanguageTag(language))).orElseThrow().headers()
                .getOrDefault("ETag", "");
    }

    private Document read(Article article, Map<String, String> query, String language) {
        return Jsoup.parse(content(article.id(), query, List.of(Locale.forLanguageTag(language))).orElseThrow().body());
    }

    private Optional<Content> content(String id, Map<String, String> query, List<Locale> languages) {
        return page.read(visit(id, query, languages));
    }

    private static Visit visit(String id, Map<String, String> query, List<Locale> languages) {
        return new Visit(Map.of("article", id), query, languages);
    }

    /// @param articles the first one is the current one
    static ArticlePage page(Article... articles) {
        return new ArticlePage(start -> Stream.of(articles).filter(one -> one.id().startsWith(start)).findFirst(),
                articles[0], Wordings.packaged());
    }

    static Article article(String name, String text) {
        try {
            return new ArticleReader().read(name, text.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableArticleException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
