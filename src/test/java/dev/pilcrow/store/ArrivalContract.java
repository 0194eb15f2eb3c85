package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What becomes of what arrives.
abstract class ArrivalContract extends StoreContract {

    @Test
    void keepsEverythingThatArrived() {
        Arrival arrival = question("ann", 1).thread("t7").root("-100 9").payload("{\"text\":\"谁？ 🎈\"}").build();

        long id = accept(arrival).getFirst();

        Claimed claimed = claim(1).getFirst();
        assertThat(claimed).isEqualTo(new Claimed(id, arrival, false, 1, clock.instant(), null, null, "me", null));
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
                rows.done(one.id(), "answered");
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
}
