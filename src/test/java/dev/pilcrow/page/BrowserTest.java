package dev.pilcrow.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.WebServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The page of an article in a real browser. Skipped where no Chromium is installed.
@BesideOthers
@Timeout(120)
class BrowserTest {

    private static final Article ARTICLE = new ArticleReader().builtIn();
    private static final Article TABLE = ArticlePageTest.article("a.md", "# Wide\n\n| "
            + "a long heading | ".repeat(20) + "\n|" + "---|".repeat(20) + "\n| " + "word | ".repeat(20)
            + "\n\n```\n" + "code ".repeat(80) + "\n```\n\n" + "x".repeat(400) + "\n");

    private final AtomicInteger pictures = new AtomicInteger();
    private final Page picture = new Page("/x.png", Page.Access.ANYBODY, _ -> {
        pictures.incrementAndGet();
        return Optional.empty();
    });
    private WebServer server;
    private Browser browser;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        Optional<Path> program = Browser.installed();
        assumeTrue(program.isPresent(), "no Chromium is installed");
        server = WebServer.start("127.0.0.1", 0, List.of(),
                List.of(ArticlePageTest.page(ARTICLE, TABLE).page(), picture), null);
        browser = Browser.start(program.get(), folder, "zh-CN");
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"390,844,false", "390,844,true", "1200,900,false", "1200,900,true"})
    void whereChromiumIsTheQuotedWordsAreInViewAndMarkedAndCanBeRead(int width, int height, boolean dark) {
        browser.open(address(ARTICLE, "?q=18.10-30#p18"), width, height, dark);
        assertThat(browser.script("document.querySelector('mark').textContent").asText())
                .isEqualTo(ARTICLE.paragraph(18).text().substring(10, 30));
        assertThat(browser.script("""
                (() => { const box = document.querySelector('mark').getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth })()""")
                .asBoolean()).as("in view").isTrue();
        assertThat(browser.script("scrollY").asDouble()).isPositive();
        assertThat(browser.script("document.querySelector(':target').id").asText()).isEqualTo("p18");
        assertThat(browser.script("document.documentElement.scrollWidth").asInt()).as("no sideways scrolling")
                .isLessThanOrEqualTo(width);
        for (String what : List.of("mark", "#p18", "#p17 figcaption", ".n", "footer p", "#quoted a", "body")) {
            assertThat(contrast(what)).as("contrast of " + what).isGreaterThanOrEqualTo(4.5);
        }
        assertThat(luminance("body") < 0.2).as("it is dark where the reader wants it").isEqualTo(dark);
    }

    @Test
    void whereChromiumIsNothingIsAskedForButThePage() {
        browser.open(address(ARTICLE, "?q=6.0-7#p6"), 390, 844, false);
        assertThat(browser.requests()).containsExactly(address(ARTICLE, "?q=6.0-7"));
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.script("getComputedStyle(document.querySelector('.cited')).backgroundColor").asText())
                .as("the style is let in").isNotEqualTo("rgba(0, 0, 0, 0)");
        browser.script("document.body.appendChild(document.createElement('img')).src = '/x.png'");
        browser.script("fetch('/x.png').catch(() => 0)");
        browser.script("document.body.appendChild(document.createElement('script')).text = 'document.title = 1'");
        browser.script("new Promise(done => setTimeout(done, 200))");
        assertThat(pictures).as("what was asked for against the policy").hasValue(0);
        assertThat(browser.complaints()).as("what the policy refused").hasSizeGreaterThanOrEqualTo(2);
        assertThat(browser.script("document.title").asText()).isEqualTo(ARTICLE.title());
    }

    @Test
    void whereChromiumIsAnAnchorOfAnyParagraphIsHighlightedWhenItIsFollowed() {
        browser.open(address(ARTICLE, "?q=6.0-7#p6"), 390, 844, false);
        String plain = background("#p20");
        browser.script("document.querySelector('#p20 .n').click()");
        browser.script("new Promise(done => setTimeout(done, 100))");
        assertThat(background("#p20")).isNotEqualTo(plain).isEqualTo(background("#p6"));
        assertThat(browser.script("location.search + location.hash").asText()).isEqualTo("?q=6.0-7#p20");
    }

    @Test
    void whereChromiumIsWhatIsWiderThanAPhoneScrollsByItself() {
        browser.open(address(TABLE, ""), 390, 844, false);
        assertThat(browser.script("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
        assertThat(browser.script("document.querySelector('.table').scrollWidth").asInt()).isGreaterThan(390);
        assertThat(browser.script("document.querySelector('pre').scrollWidth").asInt()).isGreaterThan(390);
    }

    private String address(Article article, String rest) {
        return "http://127.0.0.1:" + server.port() + "/a/" + article.id().substring(0, 16) + rest;
    }

    private String background(String selector) {
        return browser.script("getComputedStyle(document.querySelector('" + selector + "')).backgroundColor").asText();
    }

    /// The relative luminance of what stands behind an element, as WCAG 2 has it.
    private double luminance(String selector) {
        return browser.script(COLOURS + "light(behind(document.querySelector('" + selector + "')))").asDouble();
    }

    /// The contrast of an element's words, from 1 to 21.
    private double contrast(String selector) {
        return browser.script(COLOURS + """
                (() => { const it = document.querySelector('%s');
                const [a, b] = [light(getComputedStyle(it).color), light(behind(it))].sort((x, y) => x - y);
                return (b + 0.05) / (a + 0.05) })()""".formatted(selector)).asDouble();
    }

    private static final String COLOURS = """
            var behind = it => { const own = getComputedStyle(it).backgroundColor;
                return own !== 'rgba(0, 0, 0, 0)' || !it.parentElement ? own : behind(it.parentElement) };
            var light = colour => { const [r, g, b] = colour.match(/[\\d.]+/g).map(one => one / 255)
                .map(one => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b };
            """;
}
