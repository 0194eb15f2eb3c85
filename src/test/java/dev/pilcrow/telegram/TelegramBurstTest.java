package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.standin.Request;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Many people ask at once, and then with them one who asks far too much.
@Timeout(600)
class TelegramBurstTest {

    private static final int OF_ONE = 5;
    private static final int FAR_TOO_MANY = 500;
    /// Both bursts run on a machine that others use too.
    private static final int GENEROUS = 4;
    private static final long SLACK_MILLIS = 1000;

    @TempDir
    Path first = Path.of("");

    @TempDir
    Path second = Path.of("");

    private record Burst(int questions, long answered, long declined, long p99) {
    }

    @Test
    void everybodyIsAnsweredOrToldAndNobodyWaitsForOneWhoAsksTooMuch() {
        int people = Effort.of(40, 200);
        Burst control = burst(first, people, 0);
        Burst crowded = burst(second, people, FAR_TOO_MANY);
        Effort.report("R16 questions=" + (control.questions() + crowded.questions()) + " answered="
                + (control.answered() + crowded.answered()) + " declined=" + (control.declined() + crowded.declined())
                + " p99_other_ms=" + crowded.p99() + " control_ms=" + control.p99());
        assertThat(control.answered()).isEqualTo(control.questions());
        assertThat(crowded.answered() + crowded.declined()).isEqualTo(crowded.questions());
        assertThat(crowded.answered()).isGreaterThanOrEqualTo((long) people * OF_ONE);
        assertThat(crowded.p99()).isLessThanOrEqualTo(GENEROUS * control.p99() + SLACK_MILLIS);
    }

    /// @param tooMany what one person asks beside the others, before them
    private static Burst burst(Path folder, int people, int tooMany) {
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder).limited(InstantSource.system()))) {
            Account greedy = talk.server.person("Greedy", null);
            List<Account> others = IntStream.range(0, people).mapToObj(i -> talk.server.person("P" + i, null)).toList();
            List<ChatMessage> asked = new ArrayList<>();
            Map<String, Instant> said = new HashMap<>();
            for (int i = 0; i < tooMany; i++) {
                asked.add(greedy.says(talk.server.dm(greedy), "too much " + i));
            }
            for (int i = 0; i < people * OF_ONE; i++) {
                Account person = others.get(i % people);
                said.put("answer to q" + i, Instant.now());
                asked.add(person.says(talk.server.dm(person), "q" + i));
            }
            talk.awaitDone(Duration.ofMinutes(5));
            assertThat(talk.server.violations()).isEmpty();
            return count(talk, asked, said);
        }
    }

    private static Burst count(TelegramTalk talk, List<ChatMessage> asked, Map<String, Instant> said) {
        long answered = 0;
        long declined = 0;
        for (Chat chat : asked.stream().map(ChatMessage::chat).distinct().toList()) {
            for (ChatMessage message : chat.botMessages()) {
                answered += message.text().startsWith("answer to ") ? 1 : 0;
                declined += message.text().equals("busy") || message.text().startsWith("wait ") ? 1 : 0;
            }
        }
        declined += asked.stream().filter(message -> !talk.server.reactions(message).isEmpty()
                && talk.server.reactions(message).getFirst().equals("😴")).count();
        List<Long> waits = talk.server.sent("editMessageText").stream()
                .filter(one -> said.containsKey(one.text("text")))
                .map(one -> waited(one, said)).sorted().toList();
        assertThat(waits).hasSize(said.size());
        return new Burst(asked.size(), answered, declined, waits.get(waits.size() * 99 / 100));
    }

    private static long waited(Request answer, Map<String, Instant> said) {
        return Duration.between(said.getOrDefault(answer.text("text"), Instant.MAX), answer.at()).toMillis();
    }
}
