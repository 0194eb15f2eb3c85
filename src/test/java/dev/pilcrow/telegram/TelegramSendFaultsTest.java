package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.ChatMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong when the bot sends: each question is answered once, or given up and recorded.
@Timeout(1800)
@BesideOthers
class TelegramSendFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Set<String> GIVEN_UP = Set.of("gone", "withdrawn", "undeliverable", "apologised");
    private static final int RETRY_AFTER = 1;
    /// The clocks of the bot and of the log are read one after the other.
    private static final Duration READING = Duration.ofMillis(20);

    /// An apology takes the place of an answer that is not taken, and is not taken either.
    private static final Fault WRONG = Fault.badRequest("message text is wrong");

    @TempDir
    Path folder = Path.of("");

    /// @param times how often in a row it hits one question
    private record Kind(String method, Fault fault, int times) {
    }

    /// Eight kinds of faults, those that can hit either step at both.
    private static List<Kind> kinds() {
        Stream<Fault> any = Stream.of(Fault.tooMany(RETRY_AFTER), new Fault.Html(502), new Fault.BreaksAfter(),
                new Fault.BreaksBefore(), WRONG, Fault.badRequest("chat not found"),
                new Fault.Refuses(403, "Forbidden: bot was blocked by the user", 0), new Fault.Halves());
        List<Kind> kinds = new ArrayList<>();
        any.forEach(fault -> {
            kinds.add(new Kind("sendMessage", fault, 1));
            kinds.add(new Kind("editMessageText", fault, fault.equals(WRONG) ? 2 : 1));
        });
        kinds.add(new Kind("editMessageText", Fault.badRequest("message to edit not found"), 2));
        return kinds;
    }

    @Test
    void deliversOrGivesUpVisiblyAndNeverAnswersTwice() {
        int each = Effort.of(3, 200) / 2 + 1;
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder))) {
            List<ChatMessage> questions = new ArrayList<>();
            int faults = 0;
            for (Kind kind : kinds()) {
                talk.server.fail(kind.method(),
                        Collections.nCopies(each * kind.times(), kind.fault()).toArray(new Fault[0]));
                faults += each * kind.times();
                for (int i = 0; i < each; i++) {
                    Account person = talk.server.person("P" + questions.size(), null);
                    questions.add(person.says(talk.server.dm(person), "q" + questions.size()));
                }
                talk.awaitDone(LONG);
                talk.server.heal();
            }
            Map<String, Long> outcomes = talk.inbox.outcomes();
            long delivered = outcomes.getOrDefault("answered", 0L);
            long givenUp = outcomes.entrySet().stream().filter(one -> GIVEN_UP.contains(one.getKey()))
                    .mapToLong(Map.Entry::getValue).sum();
            long shown = questions.stream().filter(question -> answers(question) == 1).count();
            long twice = questions.stream().filter(question -> answers(question) > 1).count();
            Effort.report(
                    "R10 faults=" + faults + " delivered=" + delivered + " given_up=" + givenUp + " twice=" + twice);
            assertThat(delivered + givenUp).isEqualTo(questions.size());
            assertThat(twice).isZero();
            assertThat(shown).as("what is recorded as answered is there to see").isEqualTo(delivered);
            assertThat(givenUp).as("400, chat gone, blocked, at both steps, and a message deleted")
                    .isEqualTo(7L * each);
            assertThat(sentTooSoon(talk.server.sent())).isEmpty();
            assertThat(talk.server.violations()).isEmpty();
        }
    }

    private static long answers(ChatMessage question) {
        return question.chat().botMessages().stream()
                .filter(message -> message.text().startsWith("answer to " + question.text())).count();
    }

    /// What was sent to a chat before the time that the server had told.
    private static List<Request> sentTooSoon(List<Request> requests) {
        Map<String, Instant> spared = new HashMap<>();
        List<Request> tooSoon = new ArrayList<>();
        for (Request request : requests) {
            String chat = request.text("chat_id");
            if (request.at().plus(READING).isBefore(spared.getOrDefault(chat, Instant.MIN))) {
                tooSoon.add(request);
            }
            if (request.status() == 429) {
                spared.put(chat, request.at().plusSeconds(RETRY_AFTER));
            }
        }
        assertThat(spared).as("some were told to wait").isNotEmpty();
        return tooSoon;
    }
}
