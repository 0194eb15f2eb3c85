package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.EvaluationRows;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.search.Samples;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationsTest {

    private static final Pattern ENDS = Pattern.compile("[。!?！？…]+");
    private static final int MOST_SENTENCES = 3;

    @ParameterizedTest
    @ValueSource(strings = {"article-dev.jsonl", "article-own.jsonl"})
    void everyCitationStandsWordForWordInItsParagraph(String set) {
        int answered = 0;
        for (EvaluationRows.Row row : EvaluationRows.read(set, Integer.MAX_VALUE)) {
            Conversation conversation = Talk.CONVERSATIONS.open(row.article());
            row.history().forEach(question -> check(row.article(), conversation.ask(question).answer(), question));
            Answer answer = conversation.ask(row.question()).answer();
            check(row.article(), answer, row.question());
            answered += answer instanceof Answer.Grounded ? 1 : 0;
        }
        assertThat(answered).isGreaterThan(20);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/answer/hostile-questions.txt", delimiter = '\t', quoteCharacter = '\u0001')
    void noStringBringsOutWhatIsNotInTheArticle(String question) {
        String unescaped = question.translateEscapes();
        check(Samples.BUILT_IN, Talk.ask(unescaped), question);
    }

    @Test
    void sentencesThatFollowOneAnotherBecomeOneQuote() {
        Article article = Samples.text("甲说了一句。乙说了两句。 丙没有说。\n丁走了。");
        List<Sentence> first = article.paragraph(1).sentences();
        Sentence last = article.paragraph(2).sentences().getFirst();
        assertThat(Citations.of(article, List.of(first.get(0), first.get(1), last))).containsExactly(
                new Citation(1, 0, "甲说了一句。乙说了两句。"), new Citation(2, 0, "丁走了。"));
        assertThat(Citations.of(article, List.of(first.get(1), first.get(2))).getFirst().quote())
                .isEqualTo("乙说了两句。 丙没有说。");
        assertThat(Citations.of(article, List.of(first.get(0), first.get(2)))).hasSize(2);
        assertThat(Citations.of(article, List.of(first.get(1), first.get(0)))).hasSize(2);
    }

    private static void check(Article article, Answer answer, String question) {
        assertThat(answer.retrieved()).as(question).hasSizeLessThanOrEqualTo(10).doesNotHaveDuplicates()
                .allMatch(number -> number >= 1 && number <= article.paragraphs().size());
        switch (answer) {
            case Answer.Grounded grounded -> {
                grounded.citations().forEach(citation -> check(article, citation, question));
                assertThat(grounded.citations()).as(question).doesNotHaveDuplicates();
                if (grounded.lead() == Answer.Lead.SENTENCES) {
                    assertThat(grounded.citations().stream().mapToInt(CitationsTest::sentences).sum()).as(question)
                            .isLessThanOrEqualTo(MOST_SENTENCES);
                }
            }
            case Answer.NotInArticle declined -> assertThat(declined.retrieved()).as(question)
                    .containsAll(declined.nearest());
            case Answer.Unavailable away -> throw new AssertionError(question + ": there is no model to be away");
        }
    }

    private static void check(Article article, Citation citation, String question) {
        String text = article.paragraph(citation.paragraph()).text();
        assertThat(citation.quote()).as(question).isNotBlank();
        assertThat(text.substring(citation.start(), citation.start() + citation.quote().length())).as(question)
                .isEqualTo(citation.quote());
    }

    /// How many sentences a quote has; one that ends without a full stop counts.
    private static int sentences(Citation citation) {
        return Math.max(1, (int) ENDS.matcher(citation.quote()).results().count());
    }
}
