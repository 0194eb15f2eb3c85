package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is kept of answers, conversations, votes, articles and chats.
abstract class RecordContract extends StoreContract {

    @Test
    void aDeliveryHasOneAnswer() {
        long delivery = accept(question("ann", 1).build()).getFirst();
        long id = save(delivery, CHAT, "unavailable");
        store.answers().shownAt(id, "-100 50");
        clock.pass(Duration.ofSeconds(1));

        assertThat(save(delivery, CHAT, "declined")).isEqualTo(id);

        assertThat(store.answers().find(id))
                .contains(new AnswerTable.Saved(id, delivery, CHAT, "ann", "article", "en", "who?",
                        "declined", "why", "{}", "-100 50", clock.instant()));
        assertThat(store.answers().find(id + 1)).isEmpty();
        assertThat(claim(1).getFirst().answer()).isEqualTo(id);
    }

    @Test
    void theLastAnswerIsOneThatTheArticleGave() {
        long grounded = save(1, CHAT, "grounded");
        save(2, CHAT, "declined");
        save(3, CHAT, "unavailable");
        save(4, CHAT + "/t", "grounded");

        assertThat(store.answers().last(CHAT).orElseThrow().id()).isEqualTo(grounded);
        assertThat(store.answers().last("telegram/1/-200")).isEmpty();
    }

    @Test
    void findsWhatWasAnsweredFirstInAConversation() {
        List<Long> deliveries = accept(question("ann", 1).build(), question("bob", 2).build(),
                question("cy", 3).build());
        for (long delivery : deliveries.reversed()) {
            save(delivery, CHAT, "declined");
            clock.pass(Duration.ofSeconds(1));
        }
        save(99, CHAT, "grounded");

        assertThat(store.inbox().answered(CHAT, 2)).extracting(Claimed::id).containsExactly(deliveries.get(2),
                deliveries.get(1));
        assertThat(store.inbox().answered(CHAT, 9)).hasSize(3);
        assertThat(store.inbox().answered(CHAT + "/t", 9)).isEmpty();
    }

    @Test
    void listsWhatAPersonWasAnsweredLastInAnyConversation() {
        save(1, CHAT, "grounded");
        clock.pass(Duration.ofSeconds(1));
        long second = save(2, CHAT + "/t", "declined");
        clock.pass(Duration.ofSeconds(1));
        long third = save(3, CHAT, "grounded");

        assertThat(store.answers().recent("ann", 2)).extracting(AnswerTable.Saved::id).containsExactly(third, second);
        assertThat(store.answers().recent("bob", 2)).isEmpty();
    }

    @Test
    void aThreadIsOpenWhereTheBotHasAnsweredLatelyUnlessItIsToBeQuiet() {
        save(1, CHAT, "declined");
        Instant answered = clock.instant();

        assertThat(store.threads().isOpen(CHAT, answered)).isTrue();
        assertThat(store.threads().isOpen(CHAT, answered.plusMillis(1))).isFalse();
        assertThat(store.threads().isOpen(CHAT + "/t", answered)).isFalse();
        store.threads().quiet(CHAT, true);
        store.threads().quiet(CHAT, true);
        assertThat(store.threads().isOpen(CHAT, answered)).isFalse();
        store.threads().quiet(CHAT, false);
        store.threads().quiet(CHAT, false);
        assertThat(store.threads().isOpen(CHAT, answered)).isTrue();
    }

    @Test
    void listsTheOpenRowsOfALane() {
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).build(), question("ann", 3).build());
        String lane = question("ann", 1).build().lane();

        assertThat(store.inbox().open(lane)).extracting(Claimed::id).containsExactly(ids.get(0), ids.get(2));
        rows.done(ids.get(0), "answered");
        assertThat(store.inbox().open(lane)).extracting(Claimed::id).containsExactly(ids.get(2));
        rows.placed(ids.get(2), "-100 9");
        store.inbox().placed(store.inbox().row(ids.get(2)).orElseThrow(), null);
        assertThat(store.inbox().open(lane).getFirst().placeholder()).isNull();
    }

    @Test
    void listsTheQuestionsThatWereNotAnswered() {
        save(1, CHAT, "declined");
        clock.pass(Duration.ofHours(1));
        Instant since = clock.instant();
        long declined = save(2, CHAT, "declined");
        save(3, CHAT, "grounded");
        long unavailable = save(4, CHAT, "unavailable");

        assertThat(store.answers().unanswered(since, 10)).extracting(AnswerTable.Saved::id)
                .containsExactly(unavailable, declined);
        assertThat(store.answers().unanswered(since, 1)).extracting(AnswerTable.Saved::id).containsExactly(unavailable);
    }

    @Test
    void keepsTheLastTurnsOfAConversationInOrder() {
        store.turns().add(CHAT, "ann", "article", turn("old"));
        clock.pass(Duration.ofHours(1));
        Instant since = clock.instant();
        for (String question : List.of("one", "two", "three", "two")) {
            store.turns().add(CHAT, "ann", "article", turn(question));
        }
        store.turns().add(CHAT, "ann", "another", turn("other"));

        assertThat(store.turns().load(CHAT, "article", since, 3)).containsExactly(turn("two"), turn("three"),
                turn("two"));
        assertThat(store.turns().load(CHAT, "article", since, 10)).hasSize(4);
        store.turns().takeBack(CHAT, "two");
        store.turns().takeBack(CHAT, "never asked");
        assertThat(turns(CHAT)).containsExactly("old", "one", "two", "three");
        store.turns().forget(CHAT);
        assertThat(turns(CHAT)).isEmpty();
    }

    @Test
    void countsOneVoteForEachPersonAndAnswer() {
        long answer = save(1, CHAT, "grounded");
        assertThat(store.feedback().counts()).isEqualTo(Map.of(true, 0L, false, 0L));
        store.feedback().vote(answer, "ann", true, "");
        store.feedback().vote(answer, "ann", false, "");
        store.feedback().vote(answer, "ann", false, "WRONG");
        store.feedback().vote(answer, "bob", true, "");

        assertThatNoException().isThrownBy(() -> store.feedback().vote(answer + 1, "bob", true, ""));

        assertThat(store.feedback().counts()).isEqualTo(Map.of(true, 1L, false, 1L));
    }

    @Test
    void keepsArticles() {
        store.articles().save("id", "a.txt", "text");
        store.articles().save("id", "a.md", "# 文");

        assertThat(store.articles().find("id")).contains(new ArticleTable.Saved("id", "a.md", "# 文"));
        assertThat(store.articles().find("other")).isEmpty();
    }

    @Test
    void articlesAreFoundByTheStartOfTheirIds() {
        for (String id : List.of("0a1b2c", "0a1b2d", "0a1b", "f00", "F00", "0a1%", "0a1_")) {
            store.articles().save(id, "a.txt", "text");
        }
        assertThat(store.articles().ids("0a1b2", 9)).containsExactlyInAnyOrder("0a1b2c", "0a1b2d");
        assertThat(store.articles().ids("0a1b2", 1)).hasSize(1);
        assertThat(store.articles().ids("f0", 9)).containsExactly("f00");
        assertThat(store.articles().ids("0a1%", 9)).containsExactly("0a1%");
        assertThat(store.articles().ids("1", 9)).isEmpty();
    }

    @Test
    void knowsWhereAChatIsNow() {
        store.chats().moved("a", "b");
        store.chats().moved("b", "c");
        assertThat(store.chats().current("a")).contains("c");
        assertThat(store.chats().current("b")).contains("c");
        assertThat(store.chats().current("c")).isEmpty();
        store.chats().moved("c", "a");
        assertThat(store.chats().current("a")).isEmpty();
        assertThat(store.chats().current("b")).contains("a");
        assertThat(store.chats().current("c")).contains("a");
    }
}
