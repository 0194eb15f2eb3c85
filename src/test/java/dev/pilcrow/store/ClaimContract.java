package dev.pilcrow.store;

import static dev.pilcrow.store.ArrivalBuilder.CHAT;
import static dev.pilcrow.store.ArrivalBuilder.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who gets which row, and until when.
abstract class ClaimContract extends StoreContract {

    @Test
    void claimsTheFirstOfEachLaneInTheOrderOfArrival() {
        List<Long> ids = accept(question("ann", 1).build(), question("ann", 2).build(), question("bob", 3).build(),
                question("ann", 4).build(), question("cid", 5).build());

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(0), ids.get(2), ids.get(4));
        assertThat(claim(10)).isEmpty();
        rows.done(ids.get(0), "answered");
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(1));
    }

    @Test
    void tellsWhatIsOpenAndSinceWhen() {
        assertThat(inbox.backlog()).isEqualTo(new Backlog(0, Optional.empty()));
        Instant first = clock.instant();
        List<Long> ids = accept(question("ann", 1).build());
        clock.pass(Duration.ofSeconds(5));
        accept(question("bob", 2).build());
        claim(1);
        assertThat(inbox.backlog()).isEqualTo(new Backlog(2, Optional.of(first)));
        assertThat(rows.done(ids.getFirst(), "answered")).isTrue();
        assertThat(rows.done(ids.getFirst(), "stopped")).as("it is done already").isFalse();
        assertThat(inbox.backlog()).isEqualTo(new Backlog(1, Optional.of(first.plusSeconds(5))));
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
        rows.later(ids.get(0), Duration.ofSeconds(5), true);
        long other = accept(question("bob", 3).build()).getFirst();

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(other);
        rows.done(other, "answered");
        assertThat(inbox.nextDue()).contains(Duration.ofSeconds(5));
        clock.pass(Duration.ofSeconds(5));
        assertThat(claim(10)).extracting(Claimed::id, Claimed::attempts)
                .containsExactly(tuple(ids.get(0), 2));
    }

    @Test
    void anAttemptThatDoesNotCountIsGivenBack() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        rows.later(id, Duration.ZERO, false);
        assertThat(claim(1)).extracting(Claimed::attempts).containsExactly(1);
        assertThat(inbox.abandon("me")).isEqualTo(1);
        assertThat(claim(1)).extracting(Claimed::attempts).containsExactly(1);
    }

    @Test
    void aLeaseThatIsOverIsAnybodys() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        assertThat(rows.holds(id, "me")).isTrue();
        assertThat(rows.holds(id, "other")).isFalse();

        clock.pass(LEASE);

        assertThat(rows.holds(id, "me")).isFalse();
        assertThat(inbox.claim("other", LEASE, 1)).extracting(Claimed::attempts).containsExactly(2);
        assertThat(rows.holds(id, "other")).isTrue();
        inbox.renew("me", LEASE);
        assertThat(rows.holds(id, "me")).isFalse();
    }

    @Test
    void aLeaseThatIsRenewedIsNotOver() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        clock.pass(LEASE.minusSeconds(1));
        assertThat(inbox.renew("me", LEASE)).isEmpty();
        clock.pass(LEASE.minusSeconds(1));
        assertThat(rows.holds(id, "me")).isTrue();
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
        rows.done(ids.get(0), "superseded");
        assertThat(inbox.renew("me", LEASE)).isEmpty();
    }

    @Test
    void whoHasLostARowChangesNothingOfItAnyMore() {
        long id = accept(question("ann", 1).build()).getFirst();
        Claimed lost = claim(1).getFirst();
        clock.pass(LEASE);
        Claimed taken = inbox.claim("other", LEASE, 1).getFirst();

        assertThat(inbox.holds(lost)).isFalse();
        assertThat(inbox.placed(lost, "-100 50")).isFalse();
        assertThat(inbox.done(lost, "answered")).isFalse();
        inbox.later(lost, Duration.ofDays(1), true);

        assertThat(inbox.row(id)).contains(taken);
        assertThat(inbox.held("me")).isEmpty();
        assertThat(inbox.held("other")).containsExactly(id);
        assertThat(inbox.holds(taken)).isTrue();
        assertThat(inbox.placed(taken, "-100 51")).isTrue();
        assertThat(inbox.done(taken, "answered")).isTrue();
        assertThat(inbox.placed(taken, "-100 52")).as("it is done").isFalse();
    }

    @Test
    void anEarlierClaimOfTheSameOwnersIsLostToo() {
        accept(question("ann", 1).build());
        Claimed lost = claim(1).getFirst();
        clock.pass(LEASE);
        Claimed again = claim(1).getFirst();

        assertThat(inbox.done(lost, "answered")).isFalse();
        assertThat(inbox.done(again, "answered")).isTrue();
    }

    @Test
    void whoClaimsARowNextIsToldThatItsEndWasAskedFor() {
        long id = accept(question("ann", 1).build()).getFirst();
        assertThat(claim(1)).extracting(Claimed::stop).containsOnlyNulls();
        assertThat(inbox.askToStop(id, "stopped")).isTrue();
        clock.pass(LEASE);

        assertThat(inbox.claim("other", LEASE, 1)).extracting(Claimed::stop).containsExactly("stopped");
    }

    @Test
    void whatIsDoneCannotBeStoppedAndKeepsItsOutcome() {
        long id = accept(question("ann", 1).build()).getFirst();
        claim(1);
        rows.done(id, "answered");

        assertThat(inbox.askToStop(id, "stopped")).isFalse();
        assertThat(inbox.askToStop(id + 1, "stopped")).isFalse();
        rows.done(id, "stopped");
        rows.later(id, Duration.ZERO, true);

        assertThat(inbox.outcomes()).isEqualTo(Map.of("answered", 1L));
        assertThat(rows.holds(id, "me")).isFalse();
        assertThat(claim(10)).isEmpty();
        assertThat(inbox.waiting()).isZero();
    }

    @Test
    void findsTheNewestQuestionOfAMessage() {
        accept(question("ann", 1).build());
        long id = accept(question("ann", 1).keyed("edited").build(), question("ann", 1).asUrgent().keyed("x").build())
                .getFirst();
        rows.placed(id, "-100 50");
        inbox.answered(id, 7);

        Claimed found = inbox.question(CHAT, "-100 1", Long.MAX_VALUE).orElseThrow();

        assertThat(found).extracting(Claimed::id, Claimed::placeholder, Claimed::answer).containsExactly(id, "-100 50",
                7L);
        assertThat(inbox.question(CHAT, "-100 1", id).orElseThrow().id()).as("the one before").isLessThan(id);
        assertThat(inbox.row(id)).contains(found);
        assertThat(inbox.row(999)).isEmpty();
        assertThat(inbox.question("telegram/1/-200", "-100 1", Long.MAX_VALUE)).isEmpty();
        assertThat(inbox.question(CHAT, "-100 2", Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void tellsWhenSomethingIsDueNext() {
        assertThat(inbox.nextDue()).isEmpty();
        long id = accept(question("ann", 1).build(), question("ann", 2).build()).getFirst();
        assertThat(inbox.nextDue()).contains(Duration.ZERO);
        claim(1);
        assertThat(inbox.nextDue()).isEmpty();
        rows.later(id, Duration.ofMillis(700), true);
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
        assertThat(rows.holds(id, "after")).isTrue();
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUpForLong() {
        long id = accept(question("ann", 1).build()).getFirst();
        inbox.later(claim(1).getFirst(), Duration.ofSeconds(1), true);
        clock.pass(Duration.ofHours(-1));

        inbox.reclaim("me");
        assertThat(inbox.nextDue()).contains(Lanes.LONGEST);
        clock.pass(Lanes.LONGEST);
        assertThat(claim(1)).extracting(Claimed::id).containsExactly(id);
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
        rows.done(ids.get(0), "gone");
        long after = accept(question("ann", 5).build()).getFirst();
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(3), after);
    }

    @Test
    void aChatThatMovesTakesEverythingAlong() {
        String to = "telegram/1/-900";
        List<Long> ids = accept(question("ann", 1).build(), question("bob", 2).thread("t").build(),
                question("ann", 3).in(CHAT + "1").build(), question("ann", 4).in(to).build(),
                question("cid", 5).asUrgent().build());
        store.turns().add(CHAT, "ann", "article", turn("one"));
        store.turns().add(CHAT + "/t", "ann", "article", turn("two"));
        store.turns().add(CHAT + "1", "ann", "article", turn("three"));
        save(ids.get(0), CHAT + "/t", "grounded");

        inbox.move(CHAT, to);

        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(4), ids.get(0), ids.get(1), ids.get(2));
        inbox.abandon("me");
        assertThat(claim(10)).extracting(one -> one.arrival().chat() + " | " + one.arrival().lane()).containsExactly(
                to + " | urgent telegram/1/u5", to + " | " + to + " ann", to + " | " + to + "/t bob",
                CHAT + "1 | " + CHAT + "1 ann");
        rows.done(ids.get(0), "answered");
        assertThat(claim(10)).extracting(Claimed::id).containsExactly(ids.get(3));
        assertThat(turns(to)).containsExactly("one");
        assertThat(turns(to + "/t")).containsExactly("two");
        assertThat(turns(CHAT + "1")).containsExactly("three");
        assertThat(store.answers().last(to + "/t")).isPresent();
        assertThat(store.answers().last(CHAT + "/t")).isEmpty();
    }
}
