package dev.pilcrow.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Hostile;
import dev.pilcrow.answer.Answer;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// The page and the table at the bot's own port.
class InsightPageTest extends WithLedger {

    private Optional<Content> read(String path, Map<String, String> query, String... languages) {
        Page page = new InsightPages(ledger.reader(), Wordings.packaged()).pages().stream()
                .filter(one -> one.path().equals(path)).findFirst().orElseThrow();
        assertThat(page.access()).isEqualTo(Page.Access.OPERATOR);
        return page.source().read(new Visit(Map.of(), query, List.of(languages).stream().map(Locale::forLanguageTag)
                .toList()));
    }

    private Document page(Map<String, String> query, String... languages) {
        return Jsoup.parse(read("/insights", query, languages).orElseThrow().body());
    }

    private static List<String> totals(Document page) {
        return page.select(".totals dd").eachText();
    }

    @Test
    void tellsWhatWasAskedInThePeriod() {
        long answer = ledger.answered("telegram/1/2", "ann", "zh", "创始人是谁？", 0, 6, 4);
        ledger.answered("slack/T/C", "bob", "en", "Who founded it?", 8, 6);
        ledger.answered("slack/T/C", "bob", "en", "Who founded it?", 40, 6);
        ledger.declined("slack/T/C", "bob", "zh-Hant", "有多少員工？", 1, Answer.Reason.NOT_SAID, 11, 3);
        ledger.declined("slack/T/C", "bob", "zh", "你好", 1, Answer.Reason.CHAT);
        ledger.unavailable("slack/T/C", "cy", "zh", "为什么？", 2);
        ledger.vote(answer, "ann", false, "incomplete");

        Document month = page(Map.of(), "en");
        assertThat(totals(month)).containsExactly("5", "3", "2", "2", "1");
        assertThat(month.select(".days rect")).hasSize(30);
        assertThat(month.select(".days title").getLast().text()).isEqualTo("2026-11-24: 1");
        assertThat(month.select(".heat a")).hasSize(25);
        assertThat(month.select(".heat a").get(5).attr("aria-label")).isEqualTo("Paragraph 6, cited by 2 answers");
        assertThat(month.select(".heat a").get(5).attr("href")).isEqualTo("/a/" + Ledger.ARTICLE.id() + "#p6");
        assertThat(month.select(".heat b").eachText()).startsWith("0", "0", "0", "1", "0", "2", "0");
        assertThat(month.text()).contains("Telegram 1", "Slack 4", "English 1", "Traditional Chinese 1",
                "1× 有多少員工？ Nearest: ¶11 ¶3", "1× 为什么？", "👎 1 of 1 votes (100 %)",
                "1/1 创始人是谁？ Incomplete (1) ¶6 ¶4").doesNotContain("你好");

        assertThat(totals(page(Map.of("days", "7"), "en"))).containsExactly("4", "3", "1", "2", "1");
        assertThat(totals(page(Map.of("days", "90", "article", Ledger.ARTICLE.id().substring(0, 12)), "en")))
                .startsWith("6");
        assertThat(page(Map.of("days", "<b>"), "en").select("[aria-current]").text()).isEqualTo("30 days");
    }

    @Test
    void speaksTheLanguageOfTheBrowser() {
        assertThat(page(Map.of(), "fr", "zh-TW", "en").select("h1").text()).isEqualTo("讀者在問什麼");
        assertThat(page(Map.of(), "zh-CN").select("html").attr("lang")).isEqualTo("zh-Hans");
        assertThat(page(Map.of(), "fr").select("h1").text()).isEqualTo("What readers ask");
    }

    @Test
    void saysKindlyThatNothingWasAsked() {
        assertThat(page(Map.of("days", "7"), "en").text())
                .contains("No question was asked in the last 7 days.").doesNotContain("CSV");
        assertThat(read("/insights.csv", Map.of())).isEmpty();
        assertThat(read("/insights", Map.of("article", "ffff"))).isEmpty();
    }

    @Test
    void listsTheOtherArticles() {
        ledger.answered("telegram/1/2", "ann", "zh", "创始人是谁？", 0, 6);
        ledger.store().answers().save(99, "telegram/1/2", "ann", "<i>gone</i>", "zh", "?", "grounded", "", "{");

        Document gone = page(Map.of("article", "<i>"), "en");
        assertThat(gone.select("main > p").getFirst().text()).isEqualTo("<i>gone</i>");
        assertThat(gone.select(".heat a")).isEmpty();
        String title = page(Map.of("article", Ledger.ARTICLE.id()), "en").select("main > p").getFirst().text();
        assertThat(gone.select("section").getLast().text()).isEqualTo("Other articles 1× " + title);
        assertThat(gone.select("section").getLast().select("a").attr("href"))
                .isEqualTo("?days=30&article=" + Ledger.ARTICLE.id().substring(0, 12));
    }

    @Test
    void whatReadersWriteIsTextWhateverItLooksLike() {
        Hostile hostile = new Hostile(new Random(3));
        for (int i = 0; i < 300; i++) {
            long answer = i % 2 == 0
                    ? ledger.declined(hostile.text(i % 5 == 0 ? 300 : 6))
                    : ledger.answered("telegram/1/2", "ann", "zh", hostile.text(5), 0, 6);
            ledger.vote(answer, "ann", false, "<script>");
        }
        Content content = read("/insights", Map.of(), "en").orElseThrow();
        Document page = Jsoup.parse(content.body());

        assertThat(page.select("script, img, iframe, form, object, link, base, [style], [onclick], [data-fill]"))
                .isEmpty();
        assertThat(page.select("a").eachAttr("href")).allMatch(href -> href.matches(
                "\\?days=\\d+&article=[0-9a-f]{12}|/insights.csv\\?days=30&article=[0-9a-f]{12}|/a/[0-9a-f]{64}#p\\d+"));
        assertThat(page.select("b").eachText()).allMatch(text -> text.matches("\\d+"));
        assertThat(content.body()).doesNotContainPattern("[\u202A-\u202E\u2066-\u2069\uFEFF\u0007]");
        assertThat(content.headers().get("Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'sha256-")
                .doesNotContain("unsafe");
        assertThat(page.select("style").getFirst().data()).isEqualTo(
                Jsoup.parse(new InsightPage(Wordings.packaged().in(ReaderLanguage.ENGLISH)).html(Optional.empty(), 7))
                        .select("style").getFirst().data());
    }

    @Test
    void howeverLongTheQuestionsSoManyCharactersOfThemAreGrouped() {
        for (int i = 0; i < 1_100; i++) {
            ledger.declined(i + "号".repeat(1_900));
        }
        Insights.Missing missing = ledger.reader().read(30, "").orElseThrow().missing();

        assertThat(missing.wordings()).isEqualTo(1_000);
        assertThat(missing.groups().stream().flatMap(group -> group.wordings().stream()))
                .allMatch(wording -> wording.length() == 200);
        Document page = page(Map.of(), "en");
        assertThat(page.text()).contains("Of many wordings, the 1000 most frequent were grouped.");
        assertThat(page.text().length()).isLessThan(60_000);
    }

    @Test
    void ofAnArticleWithManyParagraphsThoseThatAreCitedAreShown() throws Exception {
        Article lines = lines(5_000);
        ledger.answered(lines, 7, 4_999);
        ledger.answered(lines, 4_999);

        Document page = page(Map.of(), "en");
        assertThat(page.select(".heat a span").eachText()).containsExactly("¶7", "¶4999");
        assertThat(page.select(".heat b").eachText()).containsExactly("1", "2");
        IntStream.rangeClosed(1, 2_000).forEach(number -> ledger.answered(lines, number));
        assertThat(page(Map.of(), "en").select(".heat a span").eachText()).hasSize(1_000)
                .contains("¶7", "¶4999").doesNotContain("¶1600");
    }

    @Test
    void ofTheOtherArticlesTheTitlesAloneAreRead() throws Exception {
        ledger.answered(lines(5_000), 1);
        ledger.answered("telegram/1/2", "ann", "zh", "创始人是谁？", -1, 6);

        assertThat(ledger.reader().read(30, "").orElseThrow().others()).singleElement()
                .matches(other -> other.title().equals("Line 1 of many") && other.paragraphs().isEmpty());
    }

    private Article lines(int lines) throws Exception {
        String text = IntStream.rangeClosed(1, lines).mapToObj(line -> "Line " + line + " of many.")
                .collect(Collectors.joining("\n"));
        Article article = new ArticleReader().read("a.txt", text.getBytes(StandardCharsets.UTF_8));
        ledger.store().articles().save(article.id(), "a.txt", article.text());
        return article;
    }

    @Test
    void theTableIsSentAsAFile() {
        ledger.answered("telegram/1/2", "ann", "zh", "创始人是谁？", 0, 6);
        Content table = read("/insights.csv", Map.of()).orElseThrow();

        assertThat(table.type()).isEqualTo("text/csv; charset=utf-8");
        assertThat(table.headers().get("Content-Disposition")).startsWith("attachment");
        assertThat(table.body()).startsWith("\uFEFFtime,platform,").contains("创始人是谁？").doesNotContain("ann");
    }
}
