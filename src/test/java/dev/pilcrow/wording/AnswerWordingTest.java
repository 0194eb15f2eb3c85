package dev.pilcrow.wording;

import static dev.pilcrow.article.ReaderLanguage.ENGLISH;
import static dev.pilcrow.article.ReaderLanguage.SIMPLIFIED;
import static dev.pilcrow.article.ReaderLanguage.TRADITIONAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Lead;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.answer.Claim;
import dev.pilcrow.answer.Origin;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span;
import dev.pilcrow.model.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerWordingTest {

    private static final Article ARTICLE = Articles.builtIn();
    private static final Citation FOUNDER = new Citation(6, 0, "深度求索创始人梁文锋");
    private static final Citation TIGHTER = new Citation(12, 11, "进一步收紧芯片出口限制");
    private static final Citation RULE = new Citation(12, 0, "2022年,美国政府进一步收紧芯片出口限制");
    private static final Answer.Grounded COMPOSED = new Answer.Grounded(Lead.COMPOSED,
            List.of(new Claim("创始人是梁文锋。", List.of(FOUNDER)), new Claim("2022年的限制更紧了，他是创始人。", List.of(RULE, FOUNDER))),
            List.of(6, 12), new Origin("openai:some", "0123456789ab"), Answer.Caveat.NONE);

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
        assertThat(say(TRADITIONAL, Lead.LIST, RULE, TIGHTER).text()).startsWith("文章列舉了：\n")
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
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMPOSED")
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

    @Test
    void aModelsSentencesHaveTheirMarkersAndEveryQuoteIsShownOnce() {
        assertThat(wording(SIMPLIFIED).message(COMPOSED, ARTICLE).text()).isEqualTo("""
                创始人是梁文锋。 [1]
                2022年的限制更紧了，他是创始人。 [2][1]

                [1] ¶6（图片说明）“深度求索创始人梁文锋”
                [2] ¶12“2022年,美国政府进一步收紧芯片出口限制”""");
        assertThat(wording(ENGLISH).message(COMPOSED, ARTICLE).text()).contains("[1] ¶6 (caption) “深度求索创始人梁文锋”",
                "The quotes are in Chinese");
    }

    @Test
    void aMessageBeginsAsItsClaimsAlone() {
        for (Answer.Grounded answer : List.of(COMPOSED,
                new Answer.Grounded(Lead.SENTENCES, List.of(RULE), List.of()))) {
            for (ReaderLanguage language : ReaderLanguage.values()) {
                String claims = wording(language).claims(answer).text();
                assertThat(claims).endsWith("\n");
                assertThat(wording(language).message(answer, ARTICLE).text()).startsWith(claims);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void everyCaveatHasItsOwnWordsUnderAnAnswerAndADecline(Answer.Caveat caveat) {
        for (ReaderLanguage language : ReaderLanguage.values()) {
            Answer answer = new Answer.Grounded(Lead.COMPOSED, COMPOSED.claims(), List.of(), COMPOSED.origin(), caveat);
            Answer declined = new Answer.NotInArticle(Reason.NOT_SAID, List.of(), List.of(), Origin.EXTRACTIVE, caveat);
            String plain = wording(language).message(COMPOSED, ARTICLE).text();
            assertThat(wording(language).message(answer, ARTICLE).text()).hasLineCount((int) plain.lines().count() + 1);
            assertThat(wording(language).message(declined, ARTICLE).text()).hasLineCount(2);
        }
    }

    @Test
    void aModelThatIsAwayIsApologisedForWithWhatToDo() {
        Answer away = new Answer.Unavailable(Fault.TIMEOUT, List.of(6), List.of(6));
        assertThat(wording(SIMPLIFIED).message(away, ARTICLE).text())
                .isEqualTo("语言模型此刻没有回应，我没法读得更细。请过一分钟再问。\n最接近的段落：¶6（图片说明）“深度求索创始人梁文锋 视频截图”");
        assertThat(wording(ENGLISH).message(away, ARTICLE).text()).contains("Please ask again in a minute.");
        Answer broken = new Answer.Unavailable(Fault.KEY_REFUSED, List.of(6), List.of(6));
        assertThat(wording(ENGLISH).message(broken, ARTICLE).text()).contains("Please tell whoever runs me.");
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
