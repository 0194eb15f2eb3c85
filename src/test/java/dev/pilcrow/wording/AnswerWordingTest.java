package dev.pilcrow.wording;

import static dev.pilcrow.wording.ReaderLanguage.ENGLISH;
import static dev.pilcrow.wording.ReaderLanguage.SIMPLIFIED;
import static dev.pilcrow.wording.ReaderLanguage.TRADITIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Lead;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerWordingTest {

    private static final Article ARTICLE = Articles.builtIn();
    private static final Citation FOUNDER = new Citation(6, 0, "深度求索创始人梁文锋");
    private static final Citation RULE = new Citation(12, 0, "2022年,美国政府进一步收紧芯片出口限制");

    @Test
    void anAnswerIsALeadItsQuotesAndTheirSources() {
        assertThat(say(SIMPLIFIED, Lead.SENTENCES, FOUNDER, RULE).text()).isEqualTo("""
                文章里写道：
                深度求索创始人梁文锋 [1]
                2022年,美国政府进一步收紧芯片出口限制 [2]

                [1] ¶6（图片说明）  [2] ¶12""");
    }

    @Test
    void quotesAreBoldAndEverythingElseIsQuiet() {
        Message message = say(SIMPLIFIED, Lead.SENTENCES, FOUNDER);
        List<String> bold = message.spans().stream().filter(span -> span.style() == Span.Style.BOLD)
                .map(span -> message.text().substring(span.start(), span.end())).toList();
        assertThat(bold).containsExactly(FOUNDER.quote());
        assertThat(message.spans()).extracting(Span::style).containsExactly(Span.Style.NOTE, Span.Style.BOLD,
                Span.Style.NOTE, Span.Style.NOTE);
    }

    @Test
    void everyCitationHasItsOwnMarkerEvenInOneParagraph() {
        assertThat(say(TRADITIONAL, Lead.LIST, RULE, RULE).text()).startsWith("文章列舉了：\n")
                .endsWith("[1] ¶12  [2] ¶12");
    }

    @Test
    void aReaderOfAnotherLanguageIsToldThatQuotesStayInTheArticles() {
        assertThat(say(ENGLISH, Lead.SENTENCES, FOUNDER).text()).isEqualTo("""
                The article says:
                深度求索创始人梁文锋 [1]

                [1] ¶6 (caption)
                The quotes are in Chinese, as the article has them.""");
        Article english = Articles.of("The sky over the port is grey today.");
        Answer answer = new Answer.Grounded(Lead.SENTENCES, List.of(new Citation(1, 0, "The sky over the port")),
                List.of(1));
        assertThat(wording(SIMPLIFIED).message(answer, english).text()).endsWith("引文保留文章的英文原文。");
        assertThat(wording(ENGLISH).message(answer, english).text()).endsWith("[1] ¶1");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfAnswerHasItsLead(Lead lead) {
        for (ReaderLanguage language : ReaderLanguage.values()) {
            assertThat(say(language, lead, FOUNDER).text().lines().findFirst().orElseThrow()).matches(".*[:：]");
        }
    }

    @Test
    void whatIsNotSaidIsDeclinedWithTheStartOfTheNearestParagraphs() {
        Message message = wording(SIMPLIFIED)
                .message(new Answer.NotInArticle(Reason.NOT_SAID, List.of(6, 1), List.of(6, 1, 2)), ARTICLE);
        assertThat(message.text()).startsWith("文章没有直接说到这一点。\n最接近的段落：¶6（图片说明）“深度求索创始人梁文锋 视频截图”\n¶1“【文/观察者网 刘程辉】")
                .endsWith("…”");
        assertThat(message.text().lines().skip(2).findFirst().orElseThrow().length()).isBetween(80, 90);
        assertThat(message.spans()).extracting(Span::style).containsExactly(Span.Style.QUOTE, Span.Style.QUOTE);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasItsOwnWords(Reason reason) {
        for (ReaderLanguage language : ReaderLanguage.values()) {
            String text = wording(language).message(new Answer.NotInArticle(reason, List.of(), List.of()), ARTICLE)
                    .text();
            assertThat(text).isNotBlank().doesNotContain("{").doesNotContain("¶").hasLineCount(1);
        }
    }

    private static Message say(ReaderLanguage language, Lead lead, Citation... citations) {
        return wording(language).message(new Answer.Grounded(lead, List.of(citations), List.of(6)), ARTICLE);
    }

    private static AnswerWording wording(ReaderLanguage language) {
        return new AnswerWording(Wordings.packaged().in(language));
    }
}
