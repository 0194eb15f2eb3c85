package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// R9: whatever a provider does, the reader has an answer or an apology by the deadline.
@Tag("reliability")
class ModelFaultsTest {

    private static final String LINE = Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋");
    private static final List<String> QUESTIONS = List.of("深度求索的创始人是谁？", "马丁·乔泽帕担心什么？", "梁文锋毕业于哪所大学？",
            "What did Dario Amodei write?");
    private static final Duration DEADLINE = Duration.ofSeconds(Effort.of(2, 45));
    /// What a busy machine may add to a deadline.
    private static final Duration GRACE = Duration.ofSeconds(Effort.of(4, 15));

    private static Map<String, Reply> faults() {
        Map<String, Reply> faults = new LinkedHashMap<>();
        faults.put("timeout", new Reply.Hangs());
        faults.put("429", new Reply.Status(429, Map.of("Retry-After", "1"), "{}"));
        faults.put("500",
                new Reply.Status(500, Map.of(), "<html>java.lang.NullPointerException at Server.java:7</html>"));
        faults.put("reset", new Reply.Resets());
        faults.put("half a body", new Reply.Halves(LINE + LINE.substring(0, 20)));
        faults.put("garbage", new Reply.Garbage());
        faults.put("dribble", new Reply.Dribbles(LINE, Duration.ofMillis(30)));
        faults.put("empty", new Reply.Empty());
        faults.put("wrong schema", new Reply.WrongSchema());
        return faults;
    }

    @Test
    void everyFaultEndsInAnAnswerOrAnApologyByTheDeadline() throws Exception {
        int times = Effort.of(6, 200);
        int answered = 0;
        int late = 0;
        for (Map.Entry<String, Reply> fault : faults().entrySet()) {
            List<Duration> durations = ask(fault.getKey(), fault.getValue(), times);
            answered += durations.size();
            late += (int) durations.stream().filter(took -> took.compareTo(DEADLINE.plus(GRACE)) > 0).count();
        }
        Effort.report("R9 faults=%d questions=%d answered_or_apologised=%d late=%d".formatted(faults().size(),
                faults().size() * times, answered, late));
        assertThat(answered).isEqualTo(faults().size() * times);
        assertThat(late).isZero();
    }

    /// Asks at once, in all wire forms by turns, streamed and whole.
    private static List<Duration> ask(String fault, Reply reply, int times)
            throws InterruptedException, ExecutionException {
        List<Duration> took = new ArrayList<>();
        try (ModelServer server = ModelServer.start(_ -> reply);
                ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Duration>> asked = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                Wire wire = Wire.values()[i % 3];
                Watcher watcher = i % 2 == 0 ? Watcher.NONE : _ -> {
                };
                String question = QUESTIONS.get(i % QUESTIONS.size());
                asked.add(readers.submit(() -> {
                    Task task = Composing.task(Samples.builtIn(), question, DEADLINE);
                    long start = System.nanoTime();
                    Answer answer = Composing.composer(ScriptedModel.of(server, wire)).answer(task, watcher);
                    check(fault, answer);
                    return Duration.ofNanos(System.nanoTime() - start);
                }));
            }
            for (Future<Duration> future : asked) {
                took.add(future.get());
            }
        }
        return took;
    }

    private static void check(String fault, Answer answer) {
        for (ReaderLanguage language : ReaderLanguage.values()) {
            String shown = new AnswerWording(Wordings.packaged().in(language)).message(answer, Samples.BUILT_IN).text();
            assertThat(shown).as(fault).isNotBlank().doesNotContain("Exception", "Error", ".java", "null", "{");
        }
        boolean late = fault.equals("dribble");
        boolean whole = !late && answer.origin().isModel() && answer.caveat() == Answer.Caveat.NONE;
        assertThat(whole).as("%s is taken for a whole answer: %s", fault, answer).isFalse();
        switch (answer) {
            case Answer.Grounded grounded -> assertThat(grounded.citations()).as(fault).allMatch(
                    citation -> Samples.BUILT_IN.paragraph(citation.paragraph()).text().contains(citation.quote()));
            case Answer.NotInArticle declined -> assertThat(declined.nearest()).as(fault).isNotEmpty();
            case Answer.Unavailable away -> assertThat(away.nearest()).as(fault).isNotEmpty();
        }
    }
}
