package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How long everything is kept.
abstract class RetentionContract extends StoreContract {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration TURNS = Duration.ofHours(24);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private int purge() {
        return store.retention().purge(new Retention.Terms(KEPT, TURNS));
    }

    @Test
    void whatWasDoneIsRemovedWhenItIsOldAndWhatIsOpenStays() {
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).build(), question("cid", 3).build());
        rows.done(ids.get(0), "illegible");
        clock.pass(MOMENT);
        rows.done(ids.get(1), "answered");
        clock.pass(KEPT);

        purge();

        assertThat(inbox.row(ids.get(0))).isEmpty();
        assertThat(inbox.outcomes()).isEqualTo(Map.of("answered", 1L));
        assertThat(inbox.isOpen(ids.get(2))).isTrue();
        assertThat(accept(question("ann", 1).build()).getFirst()).as("a number is never given again")
                .isGreaterThan(ids.get(2));
    }

    @Test
    void anAnswerIsRemovedWithItsVotesWhenItIsOld() {
        long old = save(1, CHAT, "grounded");
        clock.pass(MOMENT);
        long young = save(2, CHAT, "declined");
        clock.pass(KEPT);
        store.feedback().vote(old, "bob", true, "");
        store.feedback().vote(young, "bob", false, "");

        purge();

        assertThat(store.answers().find(old)).isEmpty();
        assertThat(store.answers().find(young)).isPresent();
        assertThat(store.feedback().counts()).isEqualTo(Map.of(true, 0L, false, 1L));
    }

    @Test
    void whatConversationsWereAboutIsRemovedLongBefore() {
        store.turns().add(CHAT, "ann", "article", turn("one"));
        clock.pass(MOMENT);
        store.turns().add(CHAT, "ann", "article", turn("two"));
        clock.pass(TURNS);

        purge();

        assertThat(turns(CHAT)).containsExactly("two");
    }

    @Test
    void anArticleStaysWhileAnAnswerCitesItOrSomebodyAsksAboutIt() {
        store.articles().save("article", "a.txt", "cited");
        store.articles().save("other", "b.txt", "cited by nobody");
        store.articles().save("current", "c.txt", "asked about");
        save(1, CHAT, "grounded");
        clock.pass(Duration.ofDays(3));
        store.articles().save("current", "c.txt", "asked about");

        purge();

        assertThat(store.articles().find("article")).isPresent();
        assertThat(store.articles().find("other")).isEmpty();
        assertThat(store.articles().find("current")).isPresent();
        clock.pass(KEPT);
        purge();
        assertThat(store.articles().find("article")).as("with the answer").isEmpty();
    }

    @Test
    void aQuietThreadAndAMoveStayWhileSomethingRefersToThem() {
        store.threads().quiet(CHAT + "/old", true);
        store.threads().quiet(CHAT + "/used", true);
        store.chats().moved("telegram/1/-1", "telegram/1/-2");
        store.chats().moved(CHAT, "telegram/1/-3");
        long open = accept(question("ann", 1).build()).getFirst();
        clock.pass(KEPT.plus(MOMENT));
        store.threads().quiet(CHAT + "/young", true);
        for (int delivery = 1; delivery <= 3; delivery++) {
            save(delivery, CHAT + List.of("/used", "/young", "/other").get(delivery - 1), "grounded");
        }

        purge();

        assertThat(store.chats().current("telegram/1/-1")).isEmpty();
        assertThat(store.chats().current(CHAT)).as("an open question goes there").isPresent();
        save(4, CHAT + "/old", "grounded");
        assertThat(store.threads().isOpen(CHAT + "/used", clock.instant())).isFalse();
        assertThat(store.threads().isOpen(CHAT + "/young", clock.instant())).isFalse();
        assertThat(store.threads().isOpen(CHAT + "/old", clock.instant())).isTrue();
        rows.done(open, "answered");
        purge();
        assertThat(store.chats().current(CHAT)).isEmpty();
    }

    @Test
    void keysAreRememberedForADay() {
        accept(question("ann", 1).build());
        clock.pass(Duration.ofHours(24));
        purge();
        assertThat(accept(question("ann", 1).build())).isEmpty();
        clock.pass(MOMENT);
        assertThat(purge()).as("its key for the message and that for the update").isEqualTo(2);
        assertThat(accept(question("ann", 1).build())).hasSize(1);
    }

    @Test
    void severalRemoveMoreThanOneBatchAtATimeAndNothingTwice() throws Exception {
        int many = 3 * Retention.BATCH + 7;
        store.transactions().write(handle -> {
            IntStream.range(0, many).forEach(number -> handle.execute("""
                    INSERT INTO answer (delivery, conversation, person, article, language, question, kind, reason,
                        payload, at) VALUES (?, 'c', 'p', 'a', 'en', 'q', 'grounded', '', '{}', ?)""", number, number));
            return many;
        });
        long young = save(many, CHAT, "grounded");
        try (ExecutorService several = Executors.newFixedThreadPool(3)) {
            Callable<Integer> one = this::purge;
            int removed = 0;
            for (Future<Integer> future : several.invokeAll(List.of(one, one, one))) {
                removed += future.get();
            }
            assertThat(removed + purge()).isEqualTo(many);
        }
        assertThat(store.answers().find(young)).isPresent();
    }
}
