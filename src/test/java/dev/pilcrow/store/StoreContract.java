package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.groups.Tuple.tuple;

import dev.pilcrow.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every database must do.
abstract class StoreContract {

    static {
        Console.quiet();
    }

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MANY = 100_000;
    private static final boolean FULL = "full".equals(System.getProperty("pilcrow.effort"));
    private static final int STEPS = FULL ? 20_000 : 800;
    private static final int KILLS = FULL ? 200 : 3;

    private final TestClock clock = new TestClock();
    private Store store;
    private InboxTable inbox;

    /// The address of an empty database, the same one during a test.
    abstract Secret url() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(url(), clock);
        inbox = store.inbox();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void keepsEverythingThatArrived() {
        Arrival arrival = question("ann", 1).thread("t7").root("-100 9").payload("{\"text\":\"谁？ 🎈\"}").build();

        long id = accept(arrival).getFirst();

        Claimed claimed = claim(1).getFirst();
        assertThat(claimed).isEqualTo(new Claimed(id, arrival, false, 1, clock.instant(), null, null));
    }

    @Test
    void takesADeliveryOnceWhenAnyOfItsKeysWasSeen() {
        accept(question("ann", 1).keyed("a", "b").build());

        assertThat(accept(question("ann", 1).keyed("b", "c").build(), question("ann", 1).keyed("c").build())).isEmpty();
        assertThat(accept(question("ann", 2).keyed("d").build())).hasSize(1);
        assertThat(inbox.waiting()).isEqualTo(2);
    }

    @Test
    void takesADeliveryOnceWhenItIsTwiceInOneBatch() {
        List<Long> ids = accept(question("ann", 1).keyed("a", "b").build(), question("ann", 1).keyed("b", "c").build(),
                question("ann", 1).keyed("c", "d").build(), question("ann", 1).keyed("e").build());

        assertThat(ids).hasSize(2);
    }

    @Test
    void takesADeliveryWithTheSameKeyTwice() {
        assertThat(accept(question("ann", 1).keyed("a", "a").build())).hasSize(1);
    }

    @Test
    void remembersKeysForADayAndNoLonger() {
        accept(question("ann", 1).keyed("a").build());

        clock.pass(Duration.ofHours(24));
        assertThat(accept(question("ann", 1).keyed("a").build())).isEmpty();
        clock.pass(Duration.ofMillis(1));
        assertThat(accept(question("ann", 1).keyed("a").build())).hasSize(1);
        assertThat(accept(question("ann", 1).keyed("a").build())).isEmpty();
    }

    @Test
    void remembersKeysAcrossARestart() throws Exception {
        accept(question("ann", 1).build());
        reopen();
        assertThat(accept(question("ann", 1).build())).isEmpty();
    }

    @Test
    void acceptsNothing() {
        assertThat(accept()).isEmpty();
    }

    @Test
    void acceptsMoreThanOneStatementCanHold() {
        Arrival[] arrivals = IntStream.range(0, 3_000).mapToObj(n -> question("p" + n, n).build())
                .toArray(Arrival[]::new);

        assertThat(accept(arrivals)).hasSize(3_000).isSorted();
    }

    @Test
    void acceptsTextThatNoDatabaseKeeps() {
        accept(question("ann", 1).keyed("k\0\ud800").payload("a\0b\ud83dc🎈").build());

        assertThat(claim(1).getFirst().arrival().payload()).isEqualTo("a\ufffdb\ufffdc🎈");
        assertThat(accept(question("ann", 1).keyed("k\0\ud800").build())).isEmpty();
    }

    @Test
    void marksAQuestionBusyWhenTooManyWait() {
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            ids.addAll(inbox.accept(List.of(question("p" + n, n).build()), 1, MANY));
        }

        assertThat(claim(10)).extracting(Claimed::id, Claimed::busy).containsExactly(
                tuple(ids.get(0), false), tuple(ids.get(1), false),
                tuple(ids.get(2), true), tuple(ids.get(3), true));
    }

    @Test
    void oneHeavyUserMakesNobodyElseBusy() {
        Arrival[] flood = IntStream.range(0, 50).mapToObj(n -> question("heavy", n).build()).toArray(Arrival[]::new);
        inbox.accept(List.of(flood), 10, 2);

        inbox.accept(List.of(question("ann", 100).build()), 10, 2);

        assertThat(claim(10)).filteredOn(one -> one.arrival().person().equals("ann")).extracting(Claimed::busy)
                .containsExactly(false);
        assertThat(busyOf("heavy")).containsExactlyElementsOf(
                Stream.concat(Stream.of(false, false, false), Stream.generate(() -> true).limit(47)).toList());
    }

    private List<Boolean> busyOf(String person) {
        List<Boolean> busy = new ArrayList<>();
        inbox.abandon("me");
        for (List<Claimed> some = claim(10); !some.isEmpty(); some = claim(10)) {
            for (Claimed one : some) {
                if (one.arrival().person().equals(person)) {
                    busy.add(one.busy());
                }
                inbox.done(one.id(), "answered");
            }
        }
        return busy;
    }

    @Test
    void neverMarksBusyWhatIsNoQuestion() {
        inbox.accept(List.of(question("ann", 1).build(), question("ann", 2).build()), 0, 0);
        inbox.accept(List.of(question("ann", 3).asUrgent().build()), 0, 0);

        assertThat(claim(1)).extracting(Claimed::busy).containsExactly(false);
    }

    @Test
    void putsWhatHangsOnAQuestionIntoItsConversation() {
        accept(question("ann", 1).thread("t1").build());

        accept(question("bob", 2).thread("t2").root("-100 1").build(), question("cid", 3).root("-100 2").build(),
                question("dan", 4).thread("t4").root("-100 77").build(),
                question("eve", 5).in("telegram/1/-200").root("-100 1").build());

        assertThat(claim(10)).extracting(one -> one.arrival().conversation() + " " + one.arrival().person())
                .containsExactly(CHAT + "/t1 ann", CHAT + "/t1 bob", CHAT + "/t1 cid", CHAT + "/t4 dan",
                        "telegram/1/-200 eve");
        assertThat(claimedLanes()).contains(CHAT + "/t1 bob", CHAT + "/t1 cid", CHAT + "/t4 dan");
    }

    private List<String> claimedLanes() {
        inbox.abandon("me");
        return claim(10).stream().map(one -> one.arrival().lane()).toList();
    }

    @Test
    void claimsTheFirstOfEachLaneInTheOrderOfArrival() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build(), question("bob", 3).build(),
                question("ann", 4).build(), question("cid", 5).build());

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(0), ids.get(2), ids.get(4));
        assertThat(claim(10)).isEmpty();
        inbox.done(ids.get(0), "answered");
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(1));
    }

    @Test
    void claimsWhatIsUrgentFirst() {
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).build(),
                question("ann", 3).asUrgent().build());

        assertThat(claim(2)).extracting(Claimed::id).containsExactly(ids.get(2), ids.get(0));
    }

    @Test
    void aRowThatIsNotDueHoldsUpItsLaneAndNoOther() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build());
        claim(1);
        inbox.later(ids.get(0), Duration.ofSeconds(5), true);
        long other = accept(question("bob", 3).build()).getFirst();

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(other);
        inbox.done(other, "answered");
        assertThat(inbox.nextDue()).contains(Duration.ofSeconds(5));
        clock.pass(Duration.ofSeconds(5));
        assertThat(claim(10)).extracting(Claimed::id, Claimed::attempts)
                .containsExactly(tuple(ids.get(0), 2));
    }

    @Test
    void anAttemptThatDoesNotCountIsGivenBack() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        inbox.later(id, Duration.ZERO, false);
        assertThat(claim(1)).extracting(Claimed::attempts).containsExactly(1);
        assertThat(inbox.abandon("me")).isEqualTo(1);
        assertThat(claim(1)).extracting(Claimed::attempts).containsExactly(1);
    }

    @Test
    void aLeaseThatIsOverIsAnybodys() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        assertThat(inbox.holds(id, "me")).isTrue();
        assertThat(inbox.holds(id, "other")).isFalse();

        clock.pass(LEASE);

        assertThat(inbox.holds(id, "me")).isFalse();
        assertThat(inbox.claim("other", LEASE, 1)).extracting(Claimed::attempts).containsExactly(2);
        assertThat(inbox.holds(id, "other")).isTrue();
        inbox.renew("me", LEASE);
        assertThat(inbox.holds(id, "me")).isFalse();
    }

    @Test
    void aLeaseThatIsRenewedIsNotOver() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        clock.pass(LEASE.minusSeconds(1));
        assertThat(inbox.renew("me", LEASE)).isEmpty();
        clock.pass(LEASE.minusSeconds(1));
        assertThat(inbox.holds(id, "me")).isTrue();
        assertThat(inbox.claim("other", LEASE, 1)).isEmpty();
    }

    @Test
    void whatNobodyWorksOnStopsAtOnce() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build());

        assertThat(inbox.askToStop(ids.get(0), "stopped")).isTrue();

        assertThat(inbox.isOpen(ids.get(0))).isFalse();
        assertThat(inbox.outcomes()).isEqualTo(Map.of("stopped", 1L));
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(1));
    }

    @Test
    void whoWorksOnSomethingIsToldToStop() {
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).build());
        claim(10);

        assertThat(inbox.askToStop(ids.get(0), "superseded")).isTrue();
        assertThat(inbox.askToStop(ids.get(0), "stopped")).isTrue();

        assertThat(inbox.isOpen(ids.get(0))).isTrue();
        assertThat(inbox.renew("me", LEASE)).isEqualTo(Map.of(ids.get(0), "superseded"));
        inbox.done(ids.get(0), "superseded");
        assertThat(inbox.renew("me", LEASE)).isEmpty();
    }

    @Test
    void whatIsDoneCannotBeStoppedAndKeepsItsOutcome() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        inbox.done(id, "answered");

        assertThat(inbox.askToStop(id, "stopped")).isFalse();
        assertThat(inbox.askToStop(id + 1, "stopped")).isFalse();
        inbox.done(id, "stopped");
        inbox.later(id, Duration.ZERO, true);

        assertThat(inbox.outcomes()).isEqualTo(Map.of("answered", 1L));
        assertThat(inbox.holds(id, "me")).isFalse();
        assertThat(claim(10)).isEmpty();
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void findsTheNewestQuestionOfAMessage() {
        accept(question("ann", 1).build());
        long id = accept(question("ann", 1).keyed("edited").build(), question("ann", 1).asUrgent().keyed("x").build())
                .getFirst();
        inbox.placed(id, "-100 50");
        inbox.answered(id, 7);

        Claimed found = inbox.question(CHAT, "-100 1").orElseThrow();

        assertThat(found).extracting(Claimed::id, Claimed::placeholder, Claimed::answer).containsExactly(id, "-100 50",
                7L);
        assertThat(inbox.question("telegram/1/-200", "-100 1")).isEmpty();
        assertThat(inbox.question(CHAT, "-100 2")).isEmpty();
    }

    @Test
    void tellsWhenSomethingIsDueNext() {
        assertThat(inbox.nextDue()).isEmpty();
        long id = accept(question("ann", 1).build(), question("ann", 2).build()).getFirst();
        assertThat(inbox.nextDue()).contains(Duration.ZERO);
        claim(1);
        assertThat(inbox.nextDue()).isEmpty();
        inbox.later(id, Duration.ofMillis(700), true);
        assertThat(inbox.nextDue()).contains(Duration.ofMillis(700));
        clock.pass(Duration.ofSeconds(1));
        assertThat(inbox.nextDue()).contains(Duration.ZERO);
    }

    @Test
    void aStartTakesBackWhatTheProcessBeforeWorkedOn() throws Exception {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        reopen();

        assertThat(inbox.claim("after", LEASE, 1)).isEmpty();
        assertThat(inbox.reclaim("after")).isEqualTo(1);

        assertThat(inbox.claim("after", LEASE, 1)).extracting(Claimed::id, Claimed::attempts)
                .containsExactly(tuple(id, 2));
        assertThat(inbox.reclaim("after")).isZero();
        assertThat(inbox.holds(id, "after")).isTrue();
    }

    @Test
    void aChatThatIsLeftHasNothingWaiting() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build(),
                question("bob", 3).thread("t").build(),
                question("ann", 4).in("telegram/1/-1001").build());
        claim(1);

        assertThat(inbox.leave(CHAT)).isEqualTo(2);

        assertThat(ids.stream().map(inbox::isOpen)).containsExactly(true, false, false, true);
        assertThat(inbox.outcomes()).isEqualTo(Map.of("gone", 2L));
        inbox.done(ids.get(0), "gone");
        long after = accept(question("ann", 5).build()).getFirst();
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(3), after);
    }

    @Test
    void aChatThatMovesTakesEverythingAlong() {
        String to = "telegram/1/-900";
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).thread("t").build(),
                question("ann", 3).in(CHAT + "1").build(), question("ann", 4).in(to).build(),
                question("cid", 5).asUrgent().build());
        store.turns().add(CHAT, "article", turn("one"));
        store.turns().add(CHAT + "/t", "article", turn("two"));
        store.turns().add(CHAT + "1", "article", turn("three"));
        save(ids.get(0), CHAT + "/t", "grounded");

        inbox.move(CHAT, to);

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(4), ids.get(0), ids.get(1), ids.get(2));
        inbox.abandon("me");
        assertThat(claim(10)).extracting(one -> one.arrival().chat() + " | " + one.arrival().lane()).containsExactly(
                to + " | urgent telegram/1/u5", to + " | " + to + " ann", to + " | " + to + "/t bob",
                CHAT + "1 | " + CHAT + "1 ann");
        inbox.done(ids.get(0), "answered");
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(3));
        assertThat(turns(to)).containsExactly("one");
        assertThat(turns(to + "/t")).containsExactly("two");
        assertThat(turns(CHAT + "1")).containsExactly("three");
        assertThat(store.answers().last(to + "/t")).isPresent();
        assertThat(store.answers().last(CHAT + "/t")).isEmpty();
    }

    @Test
    void removesWhatIsLongDone() {
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).build(), question("cid", 3).build());
        inbox.done(ids.get(0), "answered");
        clock.pass(Duration.ofHours(25));
        inbox.done(ids.get(1), "answered");

        assertThat(inbox.purge(clock.instant().minus(Duration.ofHours(1)))).isEqualTo(1);

        assertThat(inbox.outcomes()).isEqualTo(Map.of("answered", 1L));
        assertThat(inbox.isOpen(ids.get(2))).isTrue();
        assertThat(accept(question("ann", 1).build()).getFirst()).isGreaterThan(ids.get(2));
    }

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
    void theLastAnswerIsOneThatSaysSomething() {
        save(1, CHAT, "grounded");
        long declined = save(2, CHAT, "declined");
        save(3, CHAT, "unavailable");
        save(4, CHAT + "/t", "grounded");

        assertThat(store.answers().last(CHAT).orElseThrow().id()).isEqualTo(declined);
        assertThat(store.answers().last("telegram/1/-200")).isEmpty();
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
        store.turns().add(CHAT, "article", turn("old"));
        clock.pass(Duration.ofHours(1));
        Instant since = clock.instant();
        for (String question : List.of("one", "two", "three", "two")) {
            store.turns().add(CHAT, "article", turn(question));
        }
        store.turns().add(CHAT, "another", turn("other"));

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

    @Test
    void worksForAThreadThatIsInterrupted() {
        Thread.currentThread().interrupt();
        long id = accept(question("ann", 1).build()).getFirst();
        inbox.done(id, "stopped");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inbox.outcomes()).isEqualTo(Map.of("stopped", 1L));
    }

    /// Rows are added, worked on, let go of, stopped and moved at random, by two owners; after each step, what can be claimed
    /// is what the rules say.
    @Test
    void neverClaimsAnythingButTheFirstOpenRowOfALane() {
        RandomGenerator random = new Random(20261124);
        for (int step = 0, number = 0; step < STEPS; step++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        accept(question("p" + random.nextInt(4), number++).in(chat(random)).build());
                    }
                }
                case 2 -> inbox.claim(random.nextBoolean() ? "me" : "other", LEASE, 2);
                case 3 -> anyOpen(random).ifPresent(id -> inbox.done(id, "answered"));
                case 4 -> anyOpen(random)
                        .ifPresent(id -> inbox.later(id, Duration.ofSeconds(random.nextInt(20)), random.nextBoolean()));
                case 5 -> anyOpen(random).ifPresent(id -> inbox.askToStop(id, "stopped"));
                case 6 -> {
                    if (random.nextInt(10) == 0) {
                        inbox.move(chat(random), chat(random));
                    } else if (random.nextInt(10) == 0) {
                        inbox.leave(chat(random));
                    }
                }
                default -> clock.pass(Duration.ofSeconds(random.nextInt(10)));
            }
            assertThat(claimable()).as("step %d", step).isEqualTo(model());
        }
    }

    private static String chat(RandomGenerator random) {
        return "telegram/1/-" + (1 + random.nextInt(3));
    }

    private Optional<Long> anyOpen(RandomGenerator random) {
        List<Long> open = numbers("SELECT id FROM inbox WHERE outcome IS NULL ORDER BY id");
        return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
    }

    private List<Long> claimable() {
        return numbers(InboxTable.CLAIMABLE.replace(":now", clock.millis() + "").replace(":most", "1000"));
    }

    private List<Long> model() {
        return numbers("""
                SELECT id FROM inbox WHERE outcome IS NULL AND not_before <= %1$d AND lease_until <= %1$d AND id IN (
                    SELECT min(id) FROM inbox WHERE outcome IS NULL GROUP BY lane) ORDER BY id"""
                .formatted(clock.millis()));
    }

    private List<Long> numbers(String query) {
        return store.transactions().read(handle -> handle.createQuery(query).mapTo(Long.class).list());
    }

    @Test
    void mendsALaneWithoutAHead() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build());
        store.transactions().execute("UPDATE inbox SET head = FALSE");
        assertThat(claim(10)).isEmpty();

        inbox.reclaim("me");

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.getFirst());
    }

    /// The control has the other lanes alone.
    @Test
    void oneLaneWithTenThousandRowsMakesNothingSlower() {
        acceptMany("other", 0, 200);
        long control = fastest(() -> work(20));
        acceptMany("one", 1_000, 10_000);
        acceptMany("other", 100_000, 200);
        while (!claim(100).isEmpty()) {
            // the rows of before, and the first of the long lane
        }
        acceptMany("another", 200_000, 200);

        long crowded = fastest(() -> work(20));

        assertThat(inbox.waiting()).isGreaterThan(10_000);
        assertThat(crowded).as("against %d µs", control / 1_000).isLessThan(5 * control);
    }

    private void acceptMany(String person, int from, int number) {
        accept(IntStream.range(from, from + number)
                .mapToObj(n -> question(person.equals("one") ? person : person + n, n).build())
                .toArray(Arrival[]::new));
    }

    private void work(int rows) {
        for (int i = 0; i < rows; i++) {
            Claimed row = claim(1).getFirst();
            inbox.nextDue();
            inbox.done(row.id(), "answered");
        }
    }

    private static long fastest(Runnable work) {
        return IntStream.range(0, 5).mapToLong(_ -> {
            long start = System.nanoTime();
            work.run();
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }

    /// A process accepts rows and tells their numbers, until it is killed.
    @Test
    void whatWasAcceptedIsThereAfterAKill() throws Exception {
        RandomGenerator random = new Random();
        Set<Long> told = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            store.close();
            told.addAll(Acceptor.killedAfter(url(), Duration.ofMillis(random.nextInt(300)), kill));
            open();
            assertThat(numbers("SELECT id FROM inbox")).containsAll(told);
        }
        assertThat(told).hasSizeGreaterThan(KILLS);
        assertThat(numbers("SELECT count(DISTINCT keys) - count(*) FROM inbox")).containsExactly(0L);
    }

    @Test
    void throwsAfterItIsClosedAndStaysClosed() throws Exception {
        store.close();
        Store next = Store.open(url(), clock);
        store.close();

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(store::check);
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> claim(1));
        assertThatNoException().isThrownBy(next::check);
        next.close();
    }

    @Test
    void refusesTablesOfANewerProgram() throws Exception {
        store.transactions().execute(
                """
                        INSERT INTO pilcrow_schema (installed_rank, version, description, type, script, checksum, installed_by,
                            execution_time, success) VALUES (99, '99', 'newer', 'SQL', 'V99__newer.sql', 1, 'somebody', 1, TRUE)""");
        store.close();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Store.open(url(), clock))
                .extracting(StoreException::problem).isEqualTo(StoreException.Problem.NOT_OURS);
    }

    @Test
    void isWell() {
        assertThatNoException().isThrownBy(store::check);
    }

    private void reopen() throws Exception {
        store.close();
        open();
    }

    private List<Long> accept(Arrival... arrivals) {
        return inbox.accept(List.of(arrivals), MANY, MANY);
    }

    private List<Claimed> claim(int most) {
        return inbox.claim("me", LEASE, most);
    }

    private long save(long delivery, String conversation, String kind) {
        return store.answers().save(delivery, conversation, "ann", "article", "en", "who?", kind, "why", "{}");
    }

    private List<String> turns(String conversation) {
        return store.turns().load(conversation, "article", Instant.EPOCH, 100).stream().map(TurnTable.Saved::question)
                .toList();
    }

    private static TurnTable.Saved turn(String question) {
        return new TurnTable.Saved(question, "standalone " + question, "he \"said\"\n", List.of("a, b", "文"),
                List.of(3, 1));
    }
}
