package dev.pilcrow.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import org.junit.jupiter.api.Test;

class ArticleWordingTest {

    private static final Article ARTICLE = Articles.builtIn();
    private static final ArticleWording CHINESE = new ArticleWording(Wordings.packaged().in(ReaderLanguage.SIMPLIFIED));

    @Test
    void aParagraphIsShownInFullBetweenItsDimmedNeighbours() {
        Message message = CHINESE.passage(ARTICLE, 6);
        assertThat(message.text()).contains("¶6（图片说明）  深度求索创始人梁文锋 视频截图\n\n¶7  布鲁金斯学会").startsWith("¶5  拜登政府");
        assertThat(message.spans()).extracting(Span::style).containsExactly(Span.Style.QUOTE, Span.Style.BOLD,
                Span.Style.QUOTE);
    }

    @Test
    void theFirstAndTheLastParagraphHaveOneNeighbour() {
        assertThat(CHINESE.passage(ARTICLE, 1).text()).startsWith("¶1  【文/观察者网 刘程辉】").contains("\n\n¶2  ");
        assertThat(CHINESE.passage(ARTICLE, 25).text()).startsWith("¶24  ").contains("\n\n¶25  英国《金融时报》");
        assertThat(CHINESE.passage(Articles.of("一段话而已。"), 1).text()).isEqualTo("¶1  一段话而已。");
    }

    @Test
    void theOutlineNamesTheTitleTheWriterAndEveryParagraph() {
        String outline = CHINESE.outline(ARTICLE).text();
        assertThat(outline).contains("刘程辉", "共 25 段", "\n¶5  拜登政府执政后期…\n", "\n¶6（图片说明）  深度求索创始人梁文锋 视频截图\n", "\n¶25  ");
        assertThat(outline.lines()).allMatch(line -> line.length() <= 60);
    }

    @Test
    void theOutlineOfALongArticleStopsAndSaysHowMuchIsLeft() {
        String outline = CHINESE.outline(Articles.of("又是一段话，很短。\n".repeat(130))).text();
        assertThat(outline).contains("共 130 段").endsWith("¶100  又是一段话，很短\n……另有 30 段。");
    }

    @Test
    void aLongTitleIsCutForOneLine() {
        Article article = Articles.of("长".repeat(500) + "。");
        assertThat(ArticleWording.title(article).length()).isLessThanOrEqualTo(61);
    }
}
