package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Effort;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
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

/// Slack fails when the bot posts or changes a message. What it may have posted is looked for by its mark, so nothing stands
/// there twice, not even a word that an answer is coming.
@Timeout(3600)
@BesideOthers
class SlackSendFaultsTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Set<String> GIVEN_UP = Set.of("gone", "withdrawn", "undeliverable", "apologised");
    private static final String POST = "chat.postMessage";
    private static final String CHANGE = "chat.update";
    private static final String LOOK = "conversations.replies";
    private static final int RETRY_AFTER = 2;
    /// The clocks of the bot and of the log are read one after the other.
    private static final Duration READING = Duration.ofMillis(20);

    /// What is refused is tried once more without the blocks that are new to Slack.
    private static final Fault WRONG = Fault.refuses("invalid_blocks");
    private static final List<Fault> PASSING = List.of(Fault.tooMany(RETRY_AFTER), new Fault.Html(502),
            new Fault.Html(500), Fault.refuses("internal_error"), Fault.refuses("fatal_error"),
            new Fault.BreaksBefore(), new Fault.BreaksAfter(), new Fault.Halves(), new Fault.Garbage());
    private static final List<Fault> FINAL = List.of(Fault.refuses("channel_not_found"),
            Fault.refuses("not_in_channel"), Fault.refuses("is_archived"));

    @TempDir
    Path folder = Path.of("");

    /// @param times how often in a row it hits one question
    /// @param isFinal is the question given up after that?
    private record Kind(String method, Fault fault, int times, boolean isFinal) {
    }

    /// All faults at either step that they can hit. An apology takes the place of an answer that is refused, and is refused
    /// too.
    private static List<Kind> kinds() {
        return Stream.of(
                PASSING.stream().map(fault -> new Kind(POST, fault, 1, false)),
                PASSING.stream().map(fault -> new Kind(CHANGE, fault, 1, false)),
                FINAL.stream().map(fault -> new Kind(POST, fault, 1, true)),
                FINAL.stream().map(fault -> new Kind(CHANGE, fault, 1, true)),
                Stream.of(new Kind(POST, WRONG, 2, true), new Kind(CHANGE, WRONG, 4, true),
                        new Kind(CHANGE, Fault.refuses("message_not_found"), 2, true)))
                .flatMap(kind -> kind).toList();
    }

    @Test
    void deliversOrGivesUpVisiblyAndNothingStandsThereTwice() {
        int each = Effort.of(2, 200) / 2;
        try (ServedSlack served = ServedSlack.of(Setup.usual().keeping(20_000, 100_000),
                ServedSlack.Parts.in(folder))) {
            List<SlackMessage> questions = new ArrayList<>();
            int faults = 0;
            for (Kind kind : kinds()) {
                served.server.fail(kind.method(),
                        Collections.nCopies(each * kind.times(), kind.fault()).toArray(new Fault[0]));
                served.server.fail(LOOK, Collections.nCopies(each, new Fault.BreaksBefore()).toArray(new Fault[0]));
                faults += each * kind.times();
                for (int i = 0; i < each; i++) {
                    Person person = served.server.person("P" + questions.size(), "en-US");
                    questions.add(person.says(served.server.dm(person), "q" + questions.size()));
                }
                served.awaitDone(LONG);
                served.server.heal();
            }
            Map<String, Long> outcomes = served.inbox.outcomes();
            long delivered = outcomes.getOrDefault("answered", 0L);
            long givenUp = outcomes.entrySet().stream().filter(one -> GIVEN_UP.contains(one.getKey()))
                    .mapToLong(Map.Entry::getValue).sum();
            long shown = questions.stream().filter(SlackSendFaultsTest::isAnswered).count();
            long twice = questions.stream().filter(question -> question.answers().size() > 1).count();
            Effort.report("R10 platform=slack faults=" + faults + " delivered=" + delivered + " given_up=" + givenUp
                    + " twice=" + twice);
            assertThat(delivered + givenUp).isEqualTo(questions.size());
            assertThat(twice).as("questions with two messages under them, placeholders too").isZero();
            assertThat(shown).as("what is recorded as answered is there to see").isEqualTo(delivered);
            assertThat(givenUp).isEqualTo(kinds().stream().filter(Kind::isFinal).count() * each);
            assertThat(sentTooSoon(served.server.sent())).isEmpty();
            assertThat(served.server.violations()).isEmpty();
        }
    }

    private static boolean isAnswered(SlackMessage question) {
        return question.answers().stream()
                .anyMatch(message -> message.text().startsWith("answer to " + question.text()));
    }

    /// What was sent to a channel before the time that the server had told.
    private static List<Request> sentTooSoon(List<Request> requests) {
        Map<String, Instant> spared = new HashMap<>();
        List<Request> tooSoon = new ArrayList<>();
        for (Request request : requests) {
            String what = request.method() + " " + request.text("channel");
            if (request.at().plus(READING).isBefore(spared.getOrDefault(what, Instant.MIN))) {
                tooSoon.add(request);
            }
            if (request.status() == 429) {
                spared.put(what, request.at().plusSeconds(RETRY_AFTER));
            }
        }
        assertThat(spared).as("some were told to wait").isNotEmpty();
        return tooSoon;
    }
}
