package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Health;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Trap;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.store.StoreFailure;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is thrown, wherever: the bot goes on, and nobody waits in vain.
@Timeout(1800)
@BesideOthers
class TelegramFailuresTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Trap trap = new Trap();
    private volatile Duration ahead = Duration.ZERO;
    private Path folder = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    private TelegramTalk talk() {
        InstantSource clock = () -> Instant.now().plus(ahead);
        return TelegramTalk.of(TelegramTalk.Parts.in(folder).clock(trap.clock()).time(clock)
                .respondent(store -> trap.respondent(new EchoRespondent(store))).platform(trap::platform)
                .intake(trap::intake));
    }

    private static List<Supplier<Throwable>> kinds(Path folder) throws StoreException {
        Store closed = Store.open(new Secret("jdbc:sqlite:" + folder.resolve("closed.db")), InstantSource.system());
        closed.close();
        return List.of(() -> new IllegalStateException("any"), () -> new StackOverflowError("deep"),
                () -> failure(closed), () -> new OutOfMemoryError("heap"), () -> new IOException("undeclared"), () -> {
                    Thread.currentThread().interrupt();
                    return new InterruptedException();
                }, () -> new AssertionError("bug"), () -> new NullPointerException("bug"));
    }

    private static Throwable failure(Store closed) {
        try {
            closed.inbox().waiting();
        } catch (StoreFailure failure) {
            return failure;
        } catch (RuntimeException other) {
            return other;
        }
        throw new AssertionError("a closed store answers");
    }

    @Test
    void goesOnWhateverIsThrownAtWhateverStep() throws StoreException {
        int exceptions = Effort.of(16, 200);
        List<Supplier<Throwable>> kinds = kinds(folder);
        List<ChatMessage> questions = new ArrayList<>();
        List<Press> presses = new ArrayList<>();
        try (TelegramTalk talk = talk()) {
            for (int i = 0; i < exceptions; i++) {
                Trap.Stage stage = Trap.Stage.values()[i % Trap.Stage.values().length];
                Account person = talk.server.person("P" + i, null);
                Account other = talk.server.person("Q" + i, null);
                if (stage == Trap.Stage.AGAIN) {
                    talk.server.fail("editMessageText", new Fault.Html(502));
                }
                if (stage == Trap.Stage.ACKNOWLEDGE) {
                    ChatMessage before = says(talk, person, "before" + i);
                    awaitAnswer(talk, before);
                    trap.once(stage, kinds.get(i % kinds.size()));
                    presses.add(person.forges(talk.server.dm(person).last(), "vote:1:1"));
                } else {
                    trap.once(stage, kinds.get((i + i / Trap.Stage.values().length) % kinds.size()));
                    questions.add(says(talk, person, "hit" + i));
                }
                await().atMost(SOON).alias(stage + " is reached").until(trap::hasSprung);
                poison(talk, i);
                awaitAnswer(talk, says(talk, other, "later" + i));
            }
            talk.awaitDone(SOON);
            questions.forEach(question -> awaitAnswer(talk, question));
            presses.forEach(press -> await().atMost(SOON).until(press::isAnswered));
            int polls = talk.polls();
            await().atMost(SOON).until(() -> talk.polls() > polls);
            Effort.report("R7 exceptions=" + exceptions + " answered=" + (questions.size() + presses.size()) + " later="
                    + exceptions + " polling=" + (talk.telegram.health() == Health.GOOD));
            assertThat(questions.size() + presses.size()).isEqualTo(exceptions);
            assertThat(talk.telegram.health()).isEqualTo(Health.GOOD);
        }
    }

    /// An update that the reader fails at.
    private static void poison(TelegramTalk talk, int number) {
        ObjectNode update = JsonNodeFactory.instance.objectNode();
        update.putObject("message").put("message_id", "x" + number).putArray("chat").add(number);
        talk.server.deliver(update);
    }

    private static ChatMessage says(TelegramTalk talk, Account person, String text) {
        return person.says(talk.server.dm(person), text);
    }

    private static void awaitAnswer(TelegramTalk talk, ChatMessage question) {
        String answer = "answer to " + question.text();
        await().atMost(SOON).alias(answer).pollInterval(Duration.ofMillis(20)).untilAsserted(
                () -> assertThat(question.chat().botMessages()).filteredOn(one -> one.text().startsWith(answer))
                        .hasSize(1));
        assertThat(talk.server.violations()).isEmpty();
    }

    @Test
    void isNotInGoodHealthHalfAMinuteAfterTheStoreBeganToRefuse() throws StoreException {
        try (TelegramTalk talk = talk()) {
            Account li = talk.server.person("Li", null);
            awaitAnswer(talk, says(talk, li, "before"));
            trap.always(Trap.Stage.STORE_ACCEPTS, kinds(folder).get(2));
            ChatMessage refused = says(talk, li, "meanwhile");
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(talk.server.pending()).isOne();
            ahead = Duration.ofSeconds(28);
            await().atMost(SOON).until(() -> talk.telegram.health() == Health.SILENT);
            trap.open();
            awaitAnswer(talk, refused);
            assertThat(talk.telegram.health()).isEqualTo(Health.GOOD);
        }
    }

    @Test
    void takesUpAgainWhatTheStoreDidNotTakeTheEndOf() throws StoreException {
        try (TelegramTalk talk = talk()) {
            Account li = talk.server.person("Li", null);
            trap.always(Trap.Stage.STORE_WRITES, kinds(folder).get(2));
            ChatMessage question = says(talk, li, "who?");
            await().atMost(SOON).until(() -> !question.chat().botMessages().isEmpty());
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            trap.open();
            awaitAnswer(talk, question);
            talk.awaitDone(SOON);
            awaitAnswer(talk, says(talk, li, "and then?"));
        }
    }
}
