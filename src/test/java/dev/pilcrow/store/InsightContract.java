package dev.pilcrow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilcrow.store.InsightTable.Asked;
import dev.pilcrow.store.InsightTable.Count;
import dev.pilcrow.store.InsightTable.Row;
import dev.pilcrow.store.InsightTable.Scope;
import dev.pilcrow.store.InsightTable.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the answers tell when they are taken together.
abstract class InsightContract extends StoreContract {

    private long deliveries;

    private long keep(String place, String person, String article, String question, String kind, String reason) {
        return store.answers().save(++deliveries, place, person, article, "zh", question, kind, reason,
                "{\"n\":" + deliveries + "}");
    }

    private Scope all() {
        return new Scope("a", Instant.EPOCH);
    }

    @Test
    void listsTheArticlesThatWereAskedAboutSinceATimeTheNewestFirst() {
        keep("slack/T/C", "ann", "old", "?", "grounded", "");
        clock.pass(Duration.ofHours(1));
        Instant since = clock.instant();
        keep("slack/T/C", "ann", "a", "?", "grounded", "");
        keep("slack/T/C", "ann", "a", "?", "declined", "");
        clock.pass(Duration.ofHours(1));
        keep("slack/T/C", "ann", "b", "?", "grounded", "");

        assertThat(store.insights().articles(since, 9)).containsExactly(new Asked("b", 1),
                new Asked("a", 2));
        assertThat(store.insights().articles(since, 1)).hasSize(1);
    }

    @Test
    void countsAnswersOfOneSortInOneQuarterOfAnHour() {
        keep("slack/T/C", "ann", "a", "?", "grounded", "");
        keep("slack/T/D", "bob", "a", "?", "grounded", "");
        keep("telegram/1/2/3", "ann", "a", "?", "declined", "not_said");
        keep("telegram/1/2/3", "cy", "b", "?", "declined", "not_said");
        long quarter = clock.instant().getEpochSecond() / 900;
        clock.pass(Duration.ofMinutes(15));
        keep("slack/T/C", "ann", "a", "?", "grounded", "");

        assertThat(store.insights().counts(all())).containsExactlyInAnyOrder(
                new Count(quarter, "slack", "zh", "grounded", 2), new Count(quarter, "telegram", "zh", "declined", 1),
                new Count(quarter + 1, "slack", "zh", "grounded", 1));
        assertThat(store.insights().counts(new Scope("a", clock.instant()))).hasSize(1);
        assertThat(store.insights().people(all())).isEqualTo(2);
    }

    @Test
    void readsEveryAnswerThatTheArticleGave() {
        IntStream.range(0, 2_500).forEach(_ -> keep("slack/T/C", "ann", "a", "?", "grounded", ""));
        keep("slack/T/C", "ann", "a", "?", "declined", "");
        List<String> payloads = new ArrayList<>();

        store.insights().answered(all(), payloads::add);

        assertThat(payloads).hasSize(2_500).doesNotHaveDuplicates().contains("{\"n\":1}");
    }

    @Test
    void countsUnansweredQuestionsByTheirWordsTheMostFrequentFirst() {
        keep("slack/T/C", "ann", "a", "once", "declined", "not_said");
        keep("slack/T/C", "ann", "a", "twice", "declined", "not_said");
        keep("slack/T/C", "ann", "a", "twice", "unavailable", "timeout");
        keep("slack/T/C", "ann", "a", "later", "declined", "off_topic");
        keep("slack/T/C", "ann", "a", "hello", "declined", "chat");
        keep("slack/T/C", "ann", "a", "known", "grounded", "");

        assertThat(store.insights().unanswered(all(), List.of("chat", "empty"), 9, 5)).containsExactly(
                new Unanswered("twice", 2, "{\"n\":3}"),
                new Unanswered("later", 1, "{\"n\":4}"),
                new Unanswered("once", 1, "{\"n\":1}"));
        assertThat(store.insights().unanswered(all(), List.of("chat"), 1, 3))
                .containsExactly(new Unanswered("twi", 2, "{\"n\":3}"));
    }

    @Test
    void tellsWhoseAnswersWereOfNoUseAndWhy() {
        long first = keep("slack/T/C", "ann", "a", "who?", "grounded", "");
        long second = keep("slack/T/C", "bob", "a", "who?", "grounded", "");
        long liked = keep("slack/T/C", "bob", "a", "liked?", "grounded", "");
        long other = keep("slack/T/C", "bob", "b", "other?", "grounded", "");
        store.feedback().vote(first, "ann", false, "wrong");
        store.feedback().vote(second, "bob", false, "");
        store.feedback().vote(second, "cy", true, "");
        store.feedback().vote(liked, "cy", true, "");
        store.feedback().vote(other, "cy", false, "wrong");

        assertThat(store.insights().votes(all())).isEqualTo(Map.of(true, 2L, false, 2L));
        assertThat(store.insights().disliked(all(), 9)).containsExactly(new InsightTable.Disliked("who?",
                "{\"n\":2}", 1, 2, Map.of("wrong", 1L, "", 1L)));
    }

    @Test
    void givesARowForEachQuestionWithItsVotesTheNewestFirst() {
        long first = keep("slack/T/C", "ann", "a", "first", "declined", "not_said");
        keep("telegram/1/2", "ann", "a", "second", "grounded", "");
        keep("telegram/1/2", "ann", "b", "third", "grounded", "");
        store.feedback().vote(first, "ann", false, "wrong");
        store.feedback().vote(first, "bob", false, "other");
        store.feedback().vote(first, "cy", true, "");
        List<Row> rows = new ArrayList<>();

        store.insights().rows(all(), 9, rows::add);
        List<Row> one = new ArrayList<>();
        store.insights().rows(all(), 9, row -> !one.add(row));
        assertThat(one).as("no more than are wanted").hasSize(1);

        assertThat(rows).extracting(Row::question, Row::platform, Row::kind, Row::reason, Row::good, Row::bad)
                .containsExactly(tuple("second", "telegram", "grounded", "", 0L, 0L),
                        tuple("first", "slack", "declined", "not_said", 1L, 2L));
        assertThat(rows.getFirst().reasons()).isNull();
        assertThat(String.valueOf(rows.getLast().reasons()).split(" ")).containsExactlyInAnyOrder("wrong", "other");
    }
}
