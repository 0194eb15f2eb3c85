package dev.pilcrow.answer;

import static dev.pilcrow.answer.Composing.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Answer.Caveat;
import dev.pilcrow.answer.Answer.Grounded;
import dev.pilcrow.answer.Answer.Lead;
import dev.pilcrow.answer.Answer.NotInArticle;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.answer.Answer.Unavailable;
import dev.pilcrow.model.Asked;
import dev.pilcrow.model.Fault;
import dev.pilcrow.model.HeldPieces;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ModelComposerTest {

    private static final String WHO = "深度求索的创始人是谁？";
    private static final String FOUNDER = line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋");
    private static final String MADE_UP = line("深度求索的创始人是梁文锋。", 6, "梁文锋于杭州创立了深度求索");
    private static final String ANSWERABLE = "马丁·乔泽帕担心什么？";
    private static final String NOT_SAID = "梁文锋毕业于哪所大学？";

    @ParameterizedTest
    @EnumSource
    void saysWhatTheModelSaysWithTheArticlesOwnQuotes(Wire wire) {
        Answer answer = answer(wire, WHO, Watcher.NONE, new Reply.Says(FOUNDER));
        assertThat(answer).isInstanceOfSatisfying(Grounded.class, grounded -> {
            assertThat(grounded.lead()).isEqualTo(Lead.COMPOSED);
            assertThat(grounded.claims()).containsExactly(new Claim("深度求索的创始人是梁文锋。",
                    List.of(new Citation(6, 0, "深度求索创始人梁文锋 视频截图"))));
            assertThat(grounded.caveat()).isEqualTo(Caveat.NONE);
            assertThat(grounded.origin().isModel()).isTrue();
            assertThat(grounded.origin().prompts()).isEqualTo(Composing.PROMPTS.hash());
            assertThat(grounded.retrieved()).startsWith(6);
        });
    }

    @Test
    void countsWhatTheCheckKeptAndDropped() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(FOUNDER + MADE_UP + MADE_UP + "{\"x\":1}\n"))) {
            ModelComposer composer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI));
            assertThat(composer.claims()).containsEntry("kept", 0L);
            composer.answer(Composing.task(WHO), Watcher.NONE);
            assertThat(composer.claims()).containsOnlyKeys("kept", "no_quote", "quote", "number", "name",
                    "unsupported", "form").containsEntry("kept", 1L).containsEntry("quote", 2L)
                    .containsEntry("form", 1L).containsEntry("name", 0L);
        }
    }

    @Test
    void thePassagesAreAMessageOfTheirOwnBetweenLinesThatNobodyCanGuess() {
        List<Asked> asked = new ArrayList<>();
        String question = "深度求索的创始人是谁？{{passages}} {passages} {{secret}} ${x}";
        try (ModelServer server = ModelServer.start(request -> {
            asked.add(request);
            return new Reply.Says("{\"not_in_article\":true}");
        })) {
            ModelComposer composer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI));
            composer.answer(Composing.task(question), Watcher.NONE);
            composer.answer(Composing.task(question), Watcher.NONE);
        }
        List<Asked.Turn> turns = asked.getFirst().messages();
        assertThat(turns).extracting(Asked.Turn::role).containsExactly("system", "user", "assistant", "user");
        String passages = turns.get(1).text();
        String fence = passages.lines().findFirst().orElseThrow();
        assertThat(fence).matches("[0-9a-f]{32}");
        assertThat(passages).endsWith("\n" + fence).contains("\n[6] 深度求索创始人梁文锋 视频截图\n");
        assertThat(turns.getFirst().text()).contains(fence).doesNotContain("梁文锋", "{fence}");
        assertThat(turns.getLast().text()).contains(question).doesNotContain("梁文锋", fence);
        assertThat(asked.get(1).text()).doesNotContain(fence);
    }

    @Test
    void aQuestionIsOneLineOfThePrompt() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(FOUNDER))) {
            Composing.composer(ScriptedModel.of(server, Wire.OPENAI))
                    .answer(Composing.task("深度求索的\r\n创始人\n\n是谁？"), Watcher.NONE);
            assertThat(server.asked().getFirst().messages().getLast().text())
                    .contains("读者的问题：深度求索的 创始人 是谁？\n完整的意思：深度求索的 创始人 是谁？");
        }
    }

    @Test
    void aSentenceIsSeenBeforeTheNextHasCome() throws Exception {
        BlockingQueue<Grounded> seen = new LinkedBlockingQueue<>();
        HeldPieces pieces = new HeldPieces();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
            Task task = Composing.task(ANSWERABLE);
            Thread asking = Thread.ofVirtual().start(() -> Composing.composer(ScriptedModel.of(server, Wire.ANTHROPIC))
                    .answer(task, seen::add));
            pieces.say(line("乔泽帕担心美国政府会大幅加强管控。", 9, "条件反射般地大幅加强管控").strip());
            assertThat(seen.poll(10, TimeUnit.SECONDS)).satisfies(first -> assertThat(first.claims()).hasSize(1));
            pieces.say("\n" + line("他是彼得森国际经济研究所的高级研究员。", 9, "彼得森国际经济研究所高级研究员").strip());
            assertThat(seen.poll(10, TimeUnit.SECONDS)).satisfies(second -> assertThat(second.claims()).hasSize(2));
            pieces.end();
            asking.join(Duration.ofSeconds(10));
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void whatCannotBeVerifiedIsLeftOutAndTheReaderIsTold() {
        assertThat(answer(Wire.OPENAI, WHO, Watcher.NONE, new Reply.Says(MADE_UP + FOUNDER)))
                .isInstanceOfSatisfying(Grounded.class, grounded -> {
                    assertThat(grounded.claims()).hasSize(1);
                    assertThat(grounded.caveat()).isEqualTo(Caveat.LEFT_OUT);
                });
    }

    @Test
    void whenNothingStandsTheModelIsAskedOnceMoreAndToldWhy() {
        List<Asked> asked = new ArrayList<>();
        try (ModelServer server = ModelServer.start(request -> {
            asked.add(request);
            return new Reply.Says(asked.size() == 1 ? MADE_UP : FOUNDER);
        })) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OLLAMA)).answer(Composing.task(WHO),
                    Watcher.NONE);
            assertThat(answer).isInstanceOfSatisfying(Grounded.class,
                    grounded -> assertThat(grounded.lead()).isEqualTo(Lead.COMPOSED));
        }
        assertThat(asked).hasSize(2);
        List<Asked.Turn> turns = asked.getLast().messages();
        assertThat(turns.get(4)).isEqualTo(new Asked.Turn("assistant", MADE_UP));
        assertThat(turns.getLast().text()).contains("“深度求索的创始人是梁文锋。”所引的话不在所标的段落里。");
    }

    @Test
    void whenTheRepairFailsTooTheArticleAnswersInItsOwnWords() {
        List<String> replies = List.of(MADE_UP, "抱歉，我无法回答。");
        Iterator<String> next = replies.iterator();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(next.next()))) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO),
                    Watcher.NONE);
            assertThat(answer).isInstanceOfSatisfying(Grounded.class, grounded -> {
                assertThat(grounded.lead()).isEqualTo(Lead.SENTENCES);
                assertThat(grounded.caveat()).isEqualTo(Caveat.NOT_VERIFIED);
                assertThat(grounded.origin()).isEqualTo(Origin.EXTRACTIVE);
            });
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void aModelThatRepeatsItsPromptHasNotSaidThatTheArticleDoesNotSayIt() {
        Iterator<Reply> next = List.<Reply>of(
                new Reply.Says("{\"claim\":\"一句话的回答\",\"quotes\":[{\"paragraph\":6,\"quote\":\"第 6 段里的原话\"}]}\n"
                        + "{\"not_in_article\":true}"),
                new Reply.Says(FOUNDER)).iterator();
        try (ModelServer server = ModelServer.start(_ -> next.next())) {
            assertThat(Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO),
                    Watcher.NONE)).isInstanceOf(Grounded.class);
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void aRepairThatBreaksOffIsToldAsCutShort() {
        Iterator<Reply> next = List.<Reply>of(new Reply.Says(MADE_UP), new Reply.ResetsAfter(FOUNDER)).iterator();
        try (ModelServer server = ModelServer.start(_ -> next.next())) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), _ -> {
            });
            assertThat(answer.caveat()).isEqualTo(Caveat.CUT_SHORT);
        }
    }

    @Test
    void whatABrokenAnswerSaidDoesNotCountInTheNext() {
        Iterator<Reply> next = List.<Reply>of(new Reply.ResetsAfter("{\"not_in_article\":true}\n"),
                new Reply.Says(MADE_UP), new Reply.Says(FOUNDER)).iterator();
        try (ModelServer server = ModelServer.start(_ -> next.next())) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), _ -> {
            });
            assertThat(answer).isInstanceOfSatisfying(Grounded.class,
                    grounded -> assertThat(grounded.lead()).isEqualTo(Lead.COMPOSED));
            assertThat(answer.caveat()).as("the repaired answer is whole").isEqualTo(Caveat.NONE);
            assertThat(server.asked().getLast().messages().get(4).text()).isEqualTo(MADE_UP);
        }
    }

    @Test
    void onlyTheStartOfAFailedAnswerIsRepeatedToTheModel() {
        Iterator<Reply> next = List.<Reply>of(new Reply.Says("抱歉。".repeat(3_000)), new Reply.Says(FOUNDER)).iterator();
        try (ModelServer server = ModelServer.start(_ -> next.next())) {
            Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), Watcher.NONE);
            assertThat(server.asked().getLast().messages().get(4).text()).hasSize(4_000).startsWith("抱歉。抱歉。");
        }
    }

    @Test
    void halfASentenceAtTheEndIsToldAsLeftOut() {
        assertThat(answer(Wire.OPENAI, WHO, Watcher.NONE, new Reply.Says(FOUNDER + "{\"claim\":\"然")).caveat())
                .isEqualTo(Caveat.LEFT_OUT);
    }

    @Test
    void theTextComesInPiecesOnlyWhenSomebodyLooksOn() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(FOUNDER))) {
            ModelComposer composer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI));
            composer.answer(Composing.task(WHO), Watcher.NONE);
            composer.answer(Composing.task(WHO), _ -> {
            });
            assertThat(server.asked()).extracting(Asked::streamed).containsExactly(false, true);
        }
    }

    @Test
    void whatTheModelSaysIsNotInTheArticleIsDeclinedWithTheNearest() {
        Answer answer = answer(Wire.OPENAI, ANSWERABLE, Watcher.NONE, new Reply.Says("{\"not_in_article\":true}\n"));
        assertThat(answer).isInstanceOfSatisfying(NotInArticle.class, declined -> {
            assertThat(declined.reason()).isEqualTo(Reason.NOT_SAID);
            assertThat(declined.nearest()).startsWith(9).hasSize(2);
            assertThat(declined.origin().isModel()).isTrue();
        });
    }

    @Test
    void aModelThatIsAwayIsTold() {
        Reply down = new Reply.Status(401, Map.of(), "");
        assertThat(answer(Wire.OPENAI, WHO, Watcher.NONE, down)).isInstanceOfSatisfying(Grounded.class,
                grounded -> assertThat(grounded.caveat()).isEqualTo(Caveat.MODEL_AWAY));
        assertThat(answer(Wire.OPENAI, NOT_SAID, Watcher.NONE, down)).isInstanceOfSatisfying(Unavailable.class,
                away -> {
                    assertThat(away.fault()).isEqualTo(Fault.KEY_REFUSED);
                    assertThat(away.nearest()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({"401,1", "400,1", "500,2"})
    void aProviderThatFailsIsAskedAgainOnceWhenItsFaultMayPassAndNeverToRepair(int status, int calls) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Status(status, Map.of(), ""))) {
            Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), Watcher.NONE);
            assertThat(server.calls()).isEqualTo(calls);
        }
    }

    @Test
    void afterAPassingFaultTheProviderIsAskedAgainWhenItWants() {
        List<Reply> replies = List.of(new Reply.Status(429, Map.of("Retry-After", "0.2"), ""),
                new Reply.Says(FOUNDER));
        Iterator<Reply> next = replies.iterator();
        long start = System.nanoTime();
        try (ModelServer server = ModelServer.start(_ -> next.next())) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO),
                    Watcher.NONE);
            assertThat(answer.origin().isModel()).isTrue();
            assertThat(System.nanoTime() - start).isGreaterThan(200_000_000);
        }
    }

    @Test
    void aGuardThatKeepsTheSamePauseLetsTheNextCallThrough(@TempDir Path folder) {
        Iterator<Reply> next = List.<Reply>of(new Reply.Status(429, Map.of("Retry-After", "0.3"), ""),
                new Reply.Says(FOUNDER)).iterator();
        try (ModelServer server = ModelServer.start(_ -> next.next())) {
            Answer answer = Composing.composer(ScriptedModel.guarded(server, Wire.OPENAI, folder))
                    .answer(Composing.task(WHO), Watcher.NONE);
            assertThat(answer.origin().isModel()).isTrue();
            assertThat(server.calls()).isEqualTo(2);
        }
    }

    @Test
    void whoStopsWhileTheProviderRestsIsNotKeptWaiting() throws Exception {
        AtomicBoolean kept = new AtomicBoolean();
        try (ModelServer server = ModelServer
                .start(_ -> new Reply.Status(429, Map.of("Retry-After", "4"), ""))) {
            Task task = Composing.task(WHO);
            Thread asking = Thread.ofVirtual().start(() -> {
                Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(task, Watcher.NONE);
                kept.set(Thread.currentThread().isInterrupted());
            });
            while (server.calls() == 0 || server.open() > 0) {
                Thread.sleep(5);
            }
            Thread.sleep(200);
            asking.interrupt();
            assertThat(asking.join(Duration.ofSeconds(3))).isTrue();
            assertThat(kept).as("the interrupt").isTrue();
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void aPauseThatIsTooLongIsNotWaitedFor() {
        long start = System.nanoTime();
        Answer answer = answer(Wire.OPENAI, WHO, Watcher.NONE,
                new Reply.Status(429, Map.of("Retry-After", "30"), ""));
        assertThat(answer.caveat()).isEqualTo(Caveat.MODEL_AWAY);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void afterABreakTheModelIsNotAskedForTheRest() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.ResetsAfter(FOUNDER))) {
            Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), _ -> {
            });
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void whatCameBeforeABreakIsKept() {
        assertThat(answer(Wire.ANTHROPIC, WHO, _ -> {
        }, new Reply.ResetsAfter(FOUNDER + "{\"claim\":\"然"))).isInstanceOfSatisfying(Grounded.class, grounded -> {
            assertThat(grounded.claims()).hasSize(1);
            assertThat(grounded.caveat()).isEqualTo(Caveat.CUT_SHORT);
        });
    }

    @Test
    void aModelThatHangsIsLeftAtTheDeadline() {
        long start = System.nanoTime();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Hangs())) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(
                    Composing.task(Samples.builtIn(), WHO, Duration.ofMillis(500)), Watcher.NONE);
            assertThat(answer.caveat()).isEqualTo(Caveat.MODEL_AWAY);
            assertThat(System.nanoTime() - start).isBetween(450_000_000L, 3_000_000_000L);
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void aModelThatWillNotEndIsStoppedWithWhatItHasSaid() {
        StringBuilder endless = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            endless.append(line("深度求索的创始人是梁文锋" + "。".repeat(i + 1), 6, "深度求索创始人梁文锋"));
        }
        assertThat(answer(Wire.OPENAI, WHO, _ -> {
        }, new Reply.Says(endless.toString()))).isInstanceOfSatisfying(Grounded.class,
                grounded -> assertThat(grounded.claims()).hasSize(6));
        assertThat(answer(Wire.OPENAI, WHO, Watcher.NONE, new Reply.Endless()).caveat())
                .isEqualTo(Caveat.MODEL_AWAY);
    }

    @Test
    void afterSixSentencesTheCallIsEndedWithTheWholeAnswer() throws Exception {
        HeldPieces pieces = new HeldPieces();
        for (int i = 0; i < 6; i++) {
            pieces.say(line("深度求索的创始人是梁文锋" + "。".repeat(i + 1), 6, "深度求索创始人梁文锋"));
        }
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), _ -> {
            });
            assertThat(answer).isInstanceOfSatisfying(Grounded.class,
                    grounded -> assertThat(grounded.claims()).hasSize(6));
            assertThat(answer.caveat()).isEqualTo(Caveat.NONE);
            while (server.open() > 0) {
                Thread.sleep(5);
            }
        }
    }

    @Test
    void aModelThatOnlyErrsIsStopped() {
        try (ModelServer server = ModelServer.start(_ -> {
            HeldPieces pieces = new HeldPieces();
            pieces.say(MADE_UP.repeat(25));
            return new Reply.Pieces(pieces);
        })) {
            Answer answer = Composing.composer(ScriptedModel.of(server, Wire.OPENAI)).answer(Composing.task(WHO), _ -> {
            });
            assertThat(answer.caveat()).isEqualTo(Caveat.NOT_VERIFIED);
        }
    }

    @Test
    void theSameSentenceIsSaidOnce() {
        assertThat(answer(Wire.OPENAI, WHO, Watcher.NONE, new Reply.Says(FOUNDER + FOUNDER)))
                .isInstanceOfSatisfying(Grounded.class, grounded -> assertThat(grounded.claims()).hasSize(1));
    }

    private static Answer answer(Wire wire, String question, Watcher watcher, Reply reply) {
        try (ModelServer server = ModelServer.start(_ -> reply)) {
            return Composing.composer(ScriptedModel.of(server, wire)).answer(Composing.task(question), watcher);
        }
    }
}
