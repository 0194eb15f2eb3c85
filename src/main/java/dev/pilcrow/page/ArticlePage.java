package dev.pilcrow.page;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.article.Spot;
import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.Visit;
import dev.pilcrow.wording.Links;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The page of an article: `/a/` and the start of its id, `?q=` and the {@link Spot} that is quoted, `#p` and a paragraph.
/// Older versions of the article have theirs as long as the store has them. Thread-safe.
public final class ArticlePage implements Page.Source {

    private static final String TYPE = "text/html; charset=utf-8";
    /// The quoted spot, and a paragraph of the stretch that is shown of a very long article.
    private static final String QUOTED = "q";
    private static final String STRETCH = "p";
    private static final Pattern START_OF_ID = Pattern.compile("[0-9a-f]{12,64}");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");
    /// An article never changes under its id, but the day comes when it is no more the current one.
    private static final String KEPT = "public, max-age=300";

    private final Function<String, Optional<Article>> articles;
    private final Article current;
    private final Wordings wordings;
    private final Skeleton skeleton = Skeleton.packaged("/page/article");

    /// @param articles finds the article whose id begins so
    /// @param current the one that is asked about
    public ArticlePage(Function<String, Optional<Article>> articles, Article current, Wordings wordings) {
        this.articles = articles;
        this.current = current;
        this.wordings = wordings;
    }

    /// The page.
    public Page page() {
        return new Page(Links.PATH + "{article}", Page.Access.ANYBODY, this);
    }

    @Override
    public Optional<Content> read(Visit visit) {
        String id = visit.segment("article");
        return START_OF_ID.matcher(id).matches()
                ? articles.apply(id).map(article -> content(article, visit))
                : Optional.empty();
    }

    private Content content(Article article, Visit visit) {
        String page = written(article, visit).outerHtml();
        String version = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Skeleton.digest(page)) + '"';
        return new Content(200, TYPE, Map.of("Content-Security-Policy", skeleton.policy(), "ETag", version,
                "Cache-Control", KEPT, "Vary", "Accept-Language", "X-Robots-Tag", "noindex"), page);
    }

    private Document written(Article article, Visit visit) {
        Wording wording = wordings.in(
                ReaderLanguage.preferred(visit.languages()).orElseGet(() -> ReaderLanguage.of(article)));
        Optional<Spot> spot = visit.parameter(QUOTED).flatMap(text -> Spot.parse(text, article));
        Sheet sheet = Sheet.of(article, spot.map(Spot::paragraph).or(() -> visit.parameter(STRETCH)
                .filter(number -> NUMBER.matcher(number).matches()).map(Integer::valueOf)
                .filter(number -> number <= article.paragraphs().size())).orElse(1));
        Document page = skeleton.page();
        page.title(article.title());
        page.expectFirst("html").attr("lang", wording.language().writtenTag());
        writeHead(page, article, spot, wording);
        String lang = ReaderLanguage.of(article).writtenTag();
        Element into = page.expectFirst("article").attr("lang", lang);
        Paper paper = new Paper(into, article.title(), sheet.extract(spot), spot.orElse(null), wording);
        sheet.paragraphs().forEach(paper::write);
        writeTitle(page, sheet, lang);
        writeStretches(page.expectFirst("#stretches"), sheet, wording);
        page.expectFirst("#about").text(wording.say(Phrase.SITE_ABOUT));
        return page;
    }

    /// What stands above the article: that it is no more the current one, and the way to the quoted words.
    private void writeHead(Document page, Article article, Optional<Spot> spot, Wording wording) {
        Element earlier = page.expectFirst("#earlier");
        if (article.id().equals(current.id())) {
            earlier.remove();
        } else {
            earlier.expectFirst("span").text(wording.say(Phrase.SITE_EARLIER));
            earlier.expectFirst("a").attr("href", Links.path(current)).text(wording.say(Phrase.SITE_CURRENT));
        }
        Element quoted = page.expectFirst("#quoted");
        spot.ifPresentOrElse(there -> quoted.expectFirst("a").attr("href", "#p" + there.paragraph())
                .text(wording.say(Phrase.SITE_QUOTED, there.paragraph())), quoted::remove);
    }

    /// The title, unless the article has it among its paragraphs here.
    private static void writeTitle(Document page, Sheet sheet, String lang) {
        Element title = page.expectFirst("#title");
        boolean there = sheet.paragraphs().stream().anyMatch(paragraph -> paragraph.kind() == Paragraph.Kind.HEADING
                && paragraph.text().equals(sheet.article().title()));
        if (there) {
            title.remove();
        } else {
            title.attr("lang", lang).text(sheet.article().title());
        }
    }

    private static void writeStretches(Element nav, Sheet sheet, Wording wording) {
        if (sheet.before().isEmpty() && sheet.after().isEmpty()) {
            nav.remove();
        }
        sheet.before().ifPresent(before -> writeStretch(nav, before, "prev", wording));
        sheet.after().ifPresent(after -> writeStretch(nav, after, "next", wording));
    }

    private static void writeStretch(Element nav, Sheet sheet, String relation, Wording wording) {
        nav.appendElement("a").attr("rel", relation).attr("href", "?" + STRETCH + "=" + sheet.first())
                .text(wording.say(Phrase.SITE_STRETCH, sheet.first(), sheet.last()));
    }
}
