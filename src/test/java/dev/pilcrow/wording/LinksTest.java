package dev.pilcrow.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Lead;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.answer.Claim;
import dev.pilcrow.answer.Origin;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.article.Spot;
import dev.pilcrow.chat.Link;
import dev.pilcrow.chat.Message;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where the words of answers lead when the bot's own pages can be reached.
class LinksTest {

    private static final Article ARTICLE = Articles.builtIn();
    private static final String PAGE = "https://bot.example.org/a/" + ARTICLE.id().substring(0, 16);
    private static final Citation FOUNDER = new Citation(6, 0, "深度求索创始人梁文锋");
    private static final Citation TIGHTER = new Citation(12, 11, "进一步收紧芯片出口限制");
    private static final Wording PLAIN = Wordings.packaged().in(ReaderLanguage.SIMPLIFIED);
    private static final Wording LINKING = Wordings.packaged().linking(Links.at(URI.create("https://bot.example.org")))
            .in(ReaderLanguage.SIMPLIFIED);

    @Test
    void theListOfCitationsLeadsToTheQuotedWords() {
        assertThat(links(new AnswerWording(LINKING).message(quoting(), ARTICLE))).containsExactly(
                "¶6（图片说明） " + PAGE + "?q=6.0-10#p6", "¶12 " + PAGE + "?q=12.11-22#p12");
    }

    @Test
    void theSourcesOfAModelsAnswerAndOfTheLastOneDoToo() {
        Answer.Grounded composed = new Answer.Grounded(Lead.COMPOSED,
                List.of(new Claim("创始人是梁文锋。", List.of(FOUNDER))), List.of(6), new Origin("openai:x", "0"),
                Answer.Caveat.NONE);
        assertThat(links(new AnswerWording(LINKING).message(composed, ARTICLE)))
                .containsExactly("¶6（图片说明） " + PAGE + "?q=6.0-10#p6");
        assertThat(links(new AnswerWording(LINKING).sources(quoting(), ARTICLE, 4096))).hasSize(2);
    }

    @Test
    void aShownPassageLeadsToItsPlaceInTheArticle() {
        PassageWording words = new PassageWording(LINKING);
        assertThat(links(words.cited(ARTICLE, 1, TIGHTER, 4096)))
                .containsExactly("[1] ¶12 " + PAGE + "?q=12.11-22#p12");
        assertThat(links(words.quoted(ARTICLE, 1, TIGHTER))).containsExactly("¶12 " + PAGE + "?q=12.11-22#p12");
        assertThat(links(words.near(ARTICLE, 7, 4096))).containsExactly("¶7 " + PAGE + "?q=7#p7");
        assertThat(links(words.around(ARTICLE, 12, TIGHTER, 4096)))
                .containsExactly("¶12 " + PAGE + "?q=12.11-22#p12");
        assertThat(links(new ArticleWording(LINKING).passage(ARTICLE, 7)))
                .containsExactly("¶7 " + PAGE + "?q=7#p7");
    }

    @Test
    void theNearestParagraphsAndTheTitleLeadThereToo() {
        Answer declined = new Answer.NotInArticle(Reason.NOT_SAID, List.of(7, 9), List.of(7, 9));
        assertThat(links(new AnswerWording(LINKING).message(declined, ARTICLE)))
                .containsExactly("¶7 " + PAGE + "?q=7#p7", "¶9 " + PAGE + "?q=9#p9");
        assertThat(links(new ArticleWording(LINKING).outline(ARTICLE))).containsExactly(ARTICLE.title() + " " + PAGE);
    }

    @Test
    void linksChangeNoWordAndWithoutAnAddressThereAreNone() {
        List<List<Message>> pairs = Stream.of(PLAIN, LINKING).map(wording -> List.of(
                new AnswerWording(wording).message(quoting(), ARTICLE),
                new AnswerWording(wording).sources(quoting(), ARTICLE, 4096),
                new PassageWording(wording).cited(ARTICLE, 1, TIGHTER, 4096),
                new PassageWording(wording).around(ARTICLE, 7, null, 4096),
                new ArticleWording(wording).passage(ARTICLE, 7), new ArticleWording(wording).outline(ARTICLE)))
                .toList();
        assertThat(pairs.getFirst()).extracting(Message::text)
                .isEqualTo(pairs.getLast().stream().map(Message::text).toList());
        assertThat(pairs.getFirst()).flatExtracting(LinksTest::links).isEmpty();
        assertThat(pairs.getLast()).flatExtracting(LinksTest::links).hasSize(8);
    }

    @Test
    void everyLinkIsReadBackAsThePlaceThatItMeans() {
        for (Citation citation : List.of(FOUNDER, TIGHTER)) {
            Link link = Objects.requireNonNull(
                    Links.at(URI.create("http://127.0.0.1:8080")).to(ARTICLE, citation));
            String query = link.address().getQuery();
            assertThat(Spot.parse(query.substring(2), ARTICLE))
                    .contains(new Spot(citation.paragraph(), citation.start(), citation.end()));
            assertThat(link.address().getFragment()).isEqualTo("p" + citation.paragraph());
        }
    }

    @Test
    void aSiteIsAnAddressOfTheWeb() {
        assertThatThrownBy(() -> Links.at(URI.create("tg://user"))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Answer.Grounded quoting() {
        return new Answer.Grounded(Lead.SENTENCES, List.of(FOUNDER, TIGHTER), List.of(6, 12));
    }

    private static List<String> links(Message message) {
        return message.spans().stream().<String>mapMulti((span, take) -> {
            Link link = span.link();
            if (link != null) {
                take.accept(message.text().substring(span.start(), span.end()) + " " + link.text());
            }
        }).toList();
    }
}
