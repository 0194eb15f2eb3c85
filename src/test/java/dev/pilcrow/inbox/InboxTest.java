package dev.pilcrow.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.inbox.MemoryPlatform.Call;
import dev.pilcrow.inbox.MemoryPlatform.Shown;
import dev.pilcrow.limits.Limit;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.store.StoreFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@BesideOthers
class InboxTest {

    private Talk talk;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        talk = Talk.on(folder);
    }

    @AfterEach
    void close() {
        talk.respondent.letGo();
        talk.close();
    }

    @Test
    void aQuestionIsAnsweredWhereItWasAskedInOneMessage() {
        talk.inbox.start();
        MessageId question = talk.says("li", "room", "who?");
        talk.awaitDone();
        assertThat(talk.platform.shown()).hasSize(1).first()
                .matches(shown -> shown.text().equals("answer to who?"))
                .matches(shown -> question.equals(shown.answering()))
                .matches(shown -> shown.post().rows().isEmpty());
        assertThat(talk.inbox.outcomes()).containsExactly(entry("answered", 1L));
    }

    @Test
    void aDeliveryThatIsHandedOverAgainIsAnsweredOnce() {
        talk.inbox.start();
        Delivery first = talk.delivery("li", new MessageId("room", "q1"), new Incoming.Question("who?"));
        Delivery sameMessage = talk.delivery("li", new MessageId("room", "q1"), new Incoming.Question("who?"));
        talk.platform.deliver(first, first, sameMessage);
        talk.platform.deliver(first);
        talk.platform.deliver(sameMessage);
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to who?");
    }

    @Test
    void onePersonsQuestionsAreAnsweredInOrderAndAnothersBesideThem() {
        talk.inbox.start();
        talk.says("li", "room", "slow 1");
        talk.says("li", "room", "2");
        talk.says("han", "room", "3");
        talk.says("li", "elsewhere", "4");
        await().untilAsserted(() -> assertThat(talk.platform.texts()).contains("answer to 3", "answer to 4"));
        assertThat(talk.platform.texts()).doesNotContain("answer to 2");
        assertThat(talk.platform.shown("room")).as("the second waits without a placeholder").hasSize(2);
        talk.respondent.letGo();
        talk.awaitDone();
        assertThat(talk.platform.shown("room")).extracting(Shown::text).hasSize(3).endsWith("answer to 2")
                .contains("answer to slow 1", "answer to 3");
    }

    @Test
    void whatIsWrittenWhileTheProcessIsDownIsAnsweredAfterTheStart() {
        talk.says("li", "room", "who?");
        assertThat(talk.platform.shown()).isEmpty();
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to who?");
    }

    @Test
    void aPlaceholderThatWasPostedBeforeACrashBecomesTheAnswer() {
        talk.says("li", "room", "who?");
        Claimed crashed = claimAsAnother();
        MessageId placeholder = posted();
        talk.store.inbox().placed(crashed, placeholder.text());
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.shown()).hasSize(1);
        assertThat(talk.platform.texts()).isEqualTo("answer to who?");
    }

    @Test
    void anAnswerThatWasStoredBeforeACrashIsNotMadeAgain() {
        talk.says("li", "room", "who?");
        Claimed crashed = claimAsAnother();
        talk.store.inbox().placed(crashed, posted().text());
        save(crashed);
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to who? again");
        assertThat(talk.respondent.made()).isZero();
    }

    @Test
    void whoAskedStopsTheAnswerAtOnce() {
        talk.inbox.start();
        talk.says("li", "room", "slow");
        Shown placeholder = awaitPlaceholder();
        talk.presses("han", placeholder.id(), stop(placeholder));
        await().until(() -> talk.platform.acknowledged().contains("press not yours"));
        assertThat(talk.platform.texts()).isEqualTo("…");
        talk.presses("li", placeholder.id(), stop(placeholder));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("stopped");
        assertThat(talk.inbox.outcomes()).containsEntry("stopped", 1L);
        talk.presses("li", placeholder.id(), stop(placeholder));
        talk.awaitDone();
        assertThat(talk.platform.texts()).as("nothing is left to stop").isEqualTo("stopped");
    }

    @Test
    void anAnswerThatWaitsForThePlatformCanBeStopped() {
        talk.inbox.start();
        talk.platform.failWith(call -> call == Call.EDIT ? new Posted.Later(Duration.ofHours(1)) : null);
        talk.says("li", "room", "who?");
        Shown placeholder = awaitPlaceholder();
        await().until(() -> talk.respondent.made() == 1 && talk.store.inbox().isOpen(1));
        talk.platform.failWith(_ -> null);
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
        talk.presses("li", placeholder.id(), stop(placeholder));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("stopped");
    }

    @Test
    void buttonsPassTheQueueOfTheirConversation() {
        talk.inbox.start();
        talk.says("li", "room", "slow");
        Shown placeholder = awaitPlaceholder();
        talk.presses("li", placeholder.id(), new Action.Show(1, 2));
        await().until(() -> talk.platform.texts().equals("passage 2"));
        assertThat(talk.platform.acknowledged()).containsExactly("press");
        talk.presses("li", placeholder.id(), new Action.Vote(1, true));
        await().until(() -> talk.platform.acknowledged().contains("press toast"));
    }

    @Test
    void anEditedQuestionChangesItsAnswer() {
        talk.inbox.start();
        MessageId question = talk.says("li", "room", "who?");
        talk.awaitDone();
        talk.does("li", question, new Incoming.Edited("when?"));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to when?");
        talk.does("li", question, new Incoming.Edited("where?"));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to where?");
    }

    @Test
    void aQuestionThatIsEditedWhileItIsAnsweredIsAnsweredAsEdited() {
        talk.inbox.start();
        MessageId question = talk.says("li", "room", "slow");
        awaitPlaceholder();
        talk.does("li", question, new Incoming.Edited("when?"));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to when?");
        assertThat(talk.inbox.outcomes()).containsOnly(entry("superseded", 1L), entry("answered", 1L));
    }

    @Test
    void aQuestionThatIsEditedWhileItWaitsIsAskedAsEdited() {
        talk.inbox.start();
        talk.says("li", "room", "slow");
        awaitPlaceholder();
        MessageId waiting = talk.says("li", "room", "who?");
        talk.does("li", waiting, new Incoming.Edited("when?"));
        await().until(() -> talk.platform.texts().contains("answer to when?"));
        talk.respondent.letGo();
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to slow\nanswer to when?");
    }

    @Test
    void anEditThatChangesNothingOrWasNoQuestionIsIgnored() {
        talk.inbox.start();
        MessageId question = talk.says("li", "room", "who?");
        talk.awaitDone();
        talk.does("li", question, new Incoming.Edited("who?"));
        talk.does("li", new MessageId("room", "other"), new Incoming.Edited("when?"));
        talk.awaitDone();
        assertThat(talk.platform.shown()).hasSize(1).first().matches(shown -> shown.edits() == 1);
        assertThat(talk.inbox.outcomes()).containsEntry("ignored", 2L);
    }

    @Test
    void whatFailsOnceIsTriedAgain() {
        talk.inbox.start();
        talk.says("li", "room", "fail once");
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to fail once");
    }

    @Test
    void whatFailsThreeTimesIsGivenUpWithAnApologyAndKept() {
        talk.inbox.start();
        talk.says("li", "room", "fail");
        talk.says("li", "room", "next");
        talk.awaitDone();
        assertThat(talk.platform.shown()).extracting(Shown::text).containsExactly("sorry", "answer to next");
        assertThat(talk.inbox.outcomes()).containsOnly(entry("apologised", 1L), entry("answered", 1L));
        assertThat(talk.respondent.made()).isEqualTo(4);
    }

    @Test
    void aFloodWaitIsObeyedAndTheAnswerIsNotLost() {
        talk.inbox.start();
        AtomicInteger refusals = new AtomicInteger(12);
        talk.platform.failWith(call -> call == Call.EDIT && refusals.getAndDecrement() > 0
                ? new Posted.Later(Duration.ofMillis(50))
                : null);
        talk.says("li", "room", "who?");
        talk.awaitDone();
        assertThat(talk.platform.texts()).as("the one that was stored").isEqualTo("answer to who? again");
        assertThat(talk.respondent.made()).as("it is made once").isOne();
    }

    @Test
    void whatNobodyCanTellTheOutcomeOfIsTriedAgainButNotForEver() {
        talk.inbox.start();
        AtomicInteger faults = new AtomicInteger(2);
        talk.platform.failWith(_ -> faults.getAndDecrement() > 0 ? new Posted.Unknown() : null);
        talk.says("li", "room", "who?");
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to who?");
        assertThat(talk.inbox.outcomes()).containsExactly(entry("answered", 1L));
    }

    @Test
    void anAnswerWhoseProcessHasDiedOftenIsNotGivenUpWhenThePlatformDoesNotTell() {
        talk.says("li", "room", "who?");
        talk.store.inbox().placed(claimAsAnother(), posted().text());
        dieOver(12);
        AtomicInteger faults = new AtomicInteger(1);
        talk.platform.failWith(_ -> faults.getAndDecrement() > 0 ? new Posted.Unknown() : null);
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to who? again");
        assertThat(talk.inbox.outcomes()).containsExactly(entry("answered", 1L));
    }

    @Test
    void aStoreThatFailsOnceMakesNoApologyOfAnAnswerWhoseProcessDiedTwice(@TempDir Path other) throws StoreException {
        talk.says("li", "room", "who?");
        dieOver(2);
        StoreFailure failure = failure(other);
        Trap trap = new Trap();
        trap.once(Trap.Stage.REPLY, () -> failure);
        try (Inbox next = again(trap)) {
            next.start();
            talk.awaitDone();
        }
        assertThat(trap.hasSprung()).isTrue();
        assertThat(talk.platform.texts()).isEqualTo("answer to who?");
        assertThat(talk.inbox.outcomes()).containsExactly(entry("answered", 1L));
    }

    @Test
    void aStoreThatFailsForGoodEndsAQuestionAllTheSame(@TempDir Path other) throws StoreException {
        talk.says("li", "room", "who?");
        dieOver(10);
        StoreFailure failure = failure(other);
        Trap trap = new Trap();
        trap.always(Trap.Stage.REPLY, () -> failure);
        try (Inbox next = again(trap)) {
            next.start();
            talk.awaitDone();
        }
        assertThat(talk.inbox.outcomes()).containsExactly(entry("apologised", 1L));
    }

    @Test
    void anAnswerThatIsStoredIsNotMadeAnApologyByAFailureToShowIt() {
        talk.says("li", "room", "who?");
        Claimed crashed = claimAsAnother();
        talk.store.inbox().placed(crashed, posted().text());
        save(crashed);
        dieOver(2);
        Trap trap = new Trap();
        trap.once(Trap.Stage.AGAIN, () -> new IllegalStateException("any"));
        try (Inbox next = again(trap)) {
            next.start();
            talk.awaitDone();
        }
        assertThat(trap.hasSprung()).isTrue();
        assertThat(talk.platform.texts()).isEqualTo("answer to who? again");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsRecordedAndHoldsUpNobody(Posted.Reason reason) {
        talk.inbox.start();
        talk.platform.failWith(_ -> new Posted.Refused(reason));
        talk.says("li", "room", "who?");
        talk.awaitDone();
        talk.platform.failWith(_ -> null);
        talk.says("li", "room", "when?");
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to when?");
        assertThat(talk.inbox.outcomes()).containsEntry(switch (reason) {
            case GONE -> "gone";
            case MISSING -> "withdrawn";
            case REJECTED -> "undeliverable";
        }, 1L);
    }

    @Test
    void whatWaitsForAChatThatIsGoneIsGone() {
        talk.says("li", "room", "who?");
        talk.says("li", "elsewhere", "who?");
        talk.does("li", new MessageId("room", "left"), new Incoming.Left());
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.shown("elsewhere")).hasSize(1);
        assertThat(talk.platform.shown("room")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void afterAChatHasMovedItsQuestionsAreAnsweredInTheNewOne() {
        talk.inbox.start();
        talk.does("li", new MessageId("old", "m"), new Incoming.Moved("new"));
        talk.awaitDone();
        talk.says("li", "old", "who?");
        talk.awaitDone();
        assertThat(talk.platform.shown("new")).extracting(Shown::text).containsExactly("answer to who?");
    }

    @Test
    void aQuestionUnderWayWhenItsChatMovesIsAnsweredInTheNewOne() {
        talk.inbox.start();
        talk.says("li", "old", "slow");
        awaitPlaceholder();
        AtomicInteger inTheOldOne = new AtomicInteger(1);
        talk.platform.failWith(call -> call == Call.EDIT && inTheOldOne.getAndDecrement() > 0
                ? new Posted.Refused(Posted.Reason.MISSING)
                : null);
        talk.respondent.letGo();
        await().until(() -> talk.store.inbox().row(1).orElseThrow().answer() != null);
        talk.does("li", new MessageId("old", "m"), new Incoming.Moved("new"));
        talk.awaitDone();
        assertThat(talk.platform.shown("new")).extracting(Shown::text).containsExactly("answer to slow");
        assertThat(talk.inbox.outcomes()).containsEntry("answered", 1L);
    }

    @Test
    void whoAsksTooMuchIsToldOnceAndThenBySigns() {
        talk.inbox.start();
        for (int i = 0; i < Limit.PERSON.size() + 3; i++) {
            talk.says("li", "room", "question " + i);
        }
        talk.awaitDone();
        assertThat(talk.platform.shown()).hasSize(Limit.PERSON.size() + 1)
                .last().matches(shown -> shown.text().startsWith("wait "));
        assertThat(talk.platform.reactions().values()).containsExactly(Reaction.TOO_MANY, Reaction.TOO_MANY);
        assertThat(talk.inbox.outcomes()).containsEntry("limited", 3L);
    }

    @Test
    void whereSignsAreNotAllowedEveryQuestionTooManyIsDeclinedInWords() {
        talk.platform.allowReactions(false);
        talk.inbox.start();
        for (int i = 0; i < Limit.PERSON.size() + 3; i++) {
            talk.says("li", "room", "question " + i);
        }
        talk.awaitDone();
        assertThat(talk.platform.shown()).hasSize(Limit.PERSON.size() + 3);
    }

    @Test
    void aQuestionBehindTooManyOthersIsDeclined() {
        for (int i = 0; i < 22; i++) {
            talk.says("li", "room", "question " + i);
        }
        talk.says("han", "room", "mine");
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.texts()).contains("answer to mine", "busy");
        assertThat(talk.inbox.outcomes()).containsKeys("answered", "busy");
        assertThat(talk.inbox.outcomes().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(23);
    }

    @Test
    void anAnswerGrowsAtThePlatformsPaceAndEndsWhole() {
        talk.inbox.start();
        talk.says("li", "room", "grow");
        talk.awaitDone();
        assertThat(talk.platform.shown()).first().matches(shown -> shown.text().equals("answer to grow"))
                .matches(shown -> shown.edits() > 2, "it was seen growing");
        talk.platform.setPace(Duration.ofMinutes(1));
        talk.says("li", "room", "grow more");
        talk.awaitDone();
        assertThat(talk.platform.shown()).last().matches(shown -> shown.text().equals("answer to grow more"))
                .matches(shown -> shown.edits() == 1);
    }

    @Test
    void aSlowAnswerIsAnnounced() {
        talk.inbox.start();
        MessageId question = talk.says("li", "room", "slow");
        await().untilAsserted(() -> assertThat(talk.platform.typed()).contains("room"));
        await().untilAsserted(() -> assertThat(talk.platform.reactions()).containsEntry(question, Reaction.SEEN));
    }

    @Test
    void nothingIsSentWhileThePlatformCannotBeReached() {
        talk.platform.setHealth(Health.SILENT);
        talk.inbox.start();
        talk.says("li", "room", "who?");
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        assertThat(talk.platform.shown()).isEmpty();
        talk.platform.setHealth(Health.GOOD);
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("answer to who?");
    }

    @Test
    void whatCannotBeAnsweredFromHereIsLeftToOtherProcesses() {
        talk.platform.setHealth(Health.SILENT);
        talk.inbox.start();
        talk.says("li", "room", "who?");
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(talk.store.inbox().claim("another", Duration.ofHours(1), 1)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatWasStoppedBeforeACrashIsNotAnsweredAfterIt(boolean placed) {
        talk.says("li", "room", "who?");
        Claimed crashed = claimAsAnother();
        if (placed) {
            talk.store.inbox().placed(crashed, posted().text());
        }
        assertThat(talk.store.inbox().askToStop(crashed.id(), Outcome.STOPPED.key())).isTrue();
        talk.inbox.start();
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo(placed ? "stopped" : "");
        assertThat(talk.respondent.made()).isZero();
        assertThat(talk.inbox.outcomes()).containsExactly(entry("stopped", 1L));
    }

    @Test
    void whatIsNoQuestionIsToldAtOnce() {
        talk.inbox.start();
        talk.does("li", new MessageId("room", "h"), new Incoming.Help());
        talk.does("li", new MessageId("room", "w"), new Incoming.Wordless());
        talk.does("li", new MessageId("room", "i"), new Incoming.Illegible("{"));
        talk.awaitDone();
        assertThat(talk.platform.texts()).isEqualTo("told");
        assertThat(talk.inbox.outcomes()).containsOnly(entry("told", 1L), entry("ignored", 1L),
                entry("illegible", 1L));
    }

    @Test
    void anEndFinishesWhatIsUnderWayOrPutsItBack(@TempDir Path other) throws StoreException {
        Talk stopping = Talk.started(other);
        stopping.respondent.setEffort(Duration.ofMillis(300));
        stopping.says("li", "room", "quick");
        stopping.says("han", "room", "slow");
        await().until(() -> stopping.platform.shown().size() == 2);
        long begun = System.nanoTime();
        stopping.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        assertThat(stopping.platform.texts().lines()).containsExactlyInAnyOrder("answer to quick", "…");
        try (Talk next = Talk.on(other)) {
            assertThat(next.store.inbox().waiting()).isOne();
        }
    }

    private Claimed claimAsAnother() {
        return talk.store.inbox().claim("another", Duration.ofHours(1), 1).getFirst();
    }

    /// Processes claim the only row, and die.
    private void dieOver(int times) {
        for (int death = 0; death < times; death++) {
            talk.store.inbox().reclaim("the next");
            claimAsAnother();
        }
    }

    private void save(Claimed row) {
        talk.store.answers().save(row.id(), row.arrival().conversation(), "li", "article", "en", "who?", "grounded", "",
                "{}");
    }

    /// Another inbox over the same store, with a trap.
    private Inbox again(Trap trap) {
        return new Inbox(talk.store, List.of(talk.platform), trap.respondent(talk.respondent),
                new Limits(InstantSource.system()), InstantSource.system());
    }

    private static StoreFailure failure(Path folder) throws StoreException {
        Store closed = Store.open(new Secret("jdbc:sqlite:" + folder.resolve("closed.db")), InstantSource.system());
        closed.close();
        return catchThrowableOfType(StoreFailure.class, () -> closed.inbox().waiting());
    }

    private MessageId posted() {
        return ((Posted.Sent) talk.platform.post(MemoryPlatform.place("room"), null,
                talk.respondent.working(new Received(1, talk.delivery("li", new MessageId("room", "x"),
                        new Incoming.Question("")), "")),
                "key"))
                .message();
    }

    private Shown awaitPlaceholder() {
        await().until(() -> talk.platform.shown().stream().anyMatch(shown -> shown.text().equals("…")));
        return talk.platform.shown().stream().filter(shown -> shown.text().equals("…")).findFirst().orElseThrow();
    }

    private static Action stop(Shown placeholder) {
        return List.copyOf(placeholder.post().rows()).getFirst().getFirst().action();
    }
}
