package dev.pilcrow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.evaluation.QuestionRow.Answerable;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.Wordings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Article ARTICLE = Articles.of("""
            深度求索的创始人是梁文锋。他是广东人。
            二零二五年一月发布了模型。
            一句话。两句话。三句话。四句话都在这里。
            短。
            """);
    private static final Citation RIGHT = cite(1, "深度求索的创始人是梁文锋");
    private static final Citation WRONG = cite(2, "二零二五年一月发布了模型");
    private static final MetricsRow HIT = row("direct", Answerable.YES, answered(List.of(1, 2), RIGHT));
    private static final MetricsRow SECOND = row("direct", Answerable.YES, answered(List.of(2, 1, 3), WRONG, RIGHT));
    private static final MetricsRow MISSED = row("direct", Answerable.YES, declined(List.of(2, 3, 4, 1)));
    private static final MetricsRow REFUSED = row("unanswerable", Answerable.NO, declined(List.of(2)));
    private static final MetricsRow INVENTED = row("unanswerable", Answerable.NO, answered(List.of(2), WRONG));
    private static final MetricsRow UNKNOWN = row("direct", Answerable.UNKNOWN, answered(List.of(2), WRONG));
    private static final Metrics ALL = new Metrics(List.of(HIT, SECOND, MISSED, REFUSED, INVENTED, UNKNOWN));

    @Test
    void retrievalCountsOverAnswerableQuestions() {
        assertThat(ALL.retrievedWithin(1).orElseThrow()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(ALL.retrievedWithin(3).orElseThrow()).isEqualTo(2 / 3.0, within(1e-9));
    }

    @Test
    void aHitIsOneRightCitationAndPrecisionCountsThemAll() {
        assertThat(ALL.citeHit().orElseThrow()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(ALL.citePrecision().orElseThrow()).isEqualTo(2 / 4.0, within(1e-9));
    }

    @Test
    void aPassageMayBeginWithAByteOrderMark() {
        QuestionRow marked = new QuestionRow("1", "", "?", List.of(), ARTICLE, Answerable.YES,
                List.of("\uFEFF深度求索的创始人"), List.of());
        assertThat(new MetricsRow(marked, answered(List.of(1), RIGHT)).retrieves(1)).isTrue();
    }

    @Test
    void refusalsAreWrongForAnswerableAndRightForUnanswerableQuestions() {
        assertThat(ALL.wrongRefusal().orElseThrow()).isEqualTo(1 / 3.0, within(1e-9));
        assertThat(ALL.refused().orElseThrow()).isEqualTo(1 / 2.0, within(1e-9));
    }

    @Test
    void aShareOfNothingIsEmpty() {
        Metrics unlabelled = new Metrics(List.of(UNKNOWN));
        assertThat(unlabelled.retrievedWithin(1)).isEmpty();
        assertThat(unlabelled.citePrecision()).isEmpty();
        assertThat(unlabelled.refused()).isEmpty();
        assertThat(new Metrics(List.of(REFUSED)).verbatim()).isEmpty();
    }

    @Test
    void anAnswerIsRightWhenItHasOneTextOfEachGroupWhateverTheWidthOrCase() {
        Prediction prediction = new Prediction("ＣＮＢＣ 说：2月１１日", answered(List.of(1), RIGHT).answer(), 1);
        assertThat(contains(prediction, List.of(List.of("cnbc"), List.of("2月11日", "none")))).isTrue();
        assertThat(contains(prediction, List.of(List.of("梁文锋")))).isTrue();
        assertThat(contains(prediction, List.of(List.of("CNBC"), List.of("彭博社")))).isFalse();
    }

    @Test
    void aDeclinedQuestionHasNoAnswerEvenWhenTheNearestParagraphDoes() {
        assertThat(contains(declined(List.of(1)), List.of(List.of("没有")))).isFalse();
    }

    @Test
    void textsOfTwoQuotesDoNotRunTogether() {
        Prediction prediction = answered(List.of(1), cite(1, "他是广东人"), cite(2, "二零二五年"));
        assertThat(contains(prediction, List.of(List.of("广东人二零")))).isFalse();
    }

    @Test
    void aQuoteIsVerbatimWhenItStandsInItsParagraphAndIsAClause() {
        assertThat(HIT.isVerbatim(RIGHT)).isTrue();
        assertThat(HIT.isVerbatim(new Citation(2, 0, RIGHT.quote()))).isFalse();
        assertThat(HIT.isVerbatim(cite(1, "梁文锋"))).isFalse();
        assertThat(HIT.isVerbatim(cite(4, "短。"))).isTrue();
        assertThat(HIT.isRight(cite(1, "梁文锋"))).isFalse();
    }

    @Test
    void anAnswerIsLongWhenItQuotesMoreThanThreeSentences() {
        Citation three = cite(3, "一句话。两句话。三句话。");
        Citation four = cite(3, "一句话。两句话。三句话。四句话都在这里。");
        assertThat(row("direct", Answerable.YES, answered(List.of(3), three)).isLong()).isFalse();
        MetricsRow direct = row("direct", Answerable.YES, answered(List.of(3), four));
        MetricsRow multi = row("multi", Answerable.YES, answered(List.of(3), four));
        assertThat(new Metrics(List.of(direct, multi, MISSED)).tooLong()).hasValue(1);
        assertThat(new Metrics(List.of(multi)).tooLong()).isEmpty();
    }

    @Test
    void timesAreThoseOfTheNearestRank() {
        Metrics metrics = new Metrics(IntStream.rangeClosed(1, 200)
                .mapToObj(millis -> row("", Answerable.NO, new Prediction("", REFUSED.prediction().answer(), millis)))
                .toList());
        assertThat(metrics.millis(0.50)).isEqualTo(100);
        assertThat(metrics.millis(0.99)).isEqualTo(198);
        assertThat(new Metrics(List.of(HIT)).millis(0.99)).isEqualTo(1);
    }

    @Test
    void theTableHasALineForEachKindAndOneForAll() {
        String table = MetricsTable.of(ALL.rows().stream().map(MetricsRow::question).toList(),
                ALL.rows().stream().map(MetricsRow::prediction).toList(),
                Wordings.packaged().in(ReaderLanguage.ENGLISH));
        assertThat(table.replaceAll(" +", " ")).isEqualTo("""
                kind n r@1 r@3 cite_hit cite_precision contains wrong_refusal refused verbatim long p50_ms p99_ms
                direct 4 33.3 66.7 66.7 66.7 66.7 33.3 – 100.0 0.0 1.0 1.0
                unanswerable 2 – – – 0.0 – – 50.0 100.0 0.0 1.0 1.0
                overall 6 33.3 66.7 66.7 50.0 66.7 33.3 50.0 100.0 0.0 1.0 1.0""");
        assertThat(table.lines().map(String::length).distinct()).hasSize(1);
    }

    private static boolean contains(Prediction prediction, List<List<String>> answer) {
        return new MetricsRow(new QuestionRow("1", "", "?", List.of(), ARTICLE, Answerable.YES, List.of(), answer),
                prediction)
                .containsAnswer();
    }

    private static MetricsRow row(String kind, Answerable answerable, Prediction prediction) {
        boolean yes = answerable == Answerable.YES;
        return new MetricsRow(new QuestionRow("1", kind, "?", List.of(), ARTICLE, answerable,
                yes ? List.of("创始人是梁文锋") : List.of(), yes ? List.of(List.of("梁文锋")) : List.of()), prediction);
    }

    private static Prediction answered(List<Integer> retrieved, Citation... citations) {
        return new Prediction("答", new Answer.Grounded(Answer.Lead.SENTENCES, List.of(citations), retrieved), 1);
    }

    private static Prediction declined(List<Integer> retrieved) {
        return new Prediction("没有", new Answer.NotInArticle(Answer.Reason.NOT_SAID, List.of(), retrieved), 1);
    }

    private static Citation cite(int paragraph, String quote) {
        return new Citation(paragraph, Math.max(0, ARTICLE.paragraph(paragraph).text().indexOf(quote)), quote);
    }
}
