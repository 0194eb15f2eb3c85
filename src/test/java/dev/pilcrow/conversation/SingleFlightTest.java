package dev.pilcrow.conversation;

import static dev.pilcrow.answer.Composing.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.Composing;
import dev.pilcrow.answer.FaithfulModel;
import dev.pilcrow.answer.Origin;
import dev.pilcrow.answer.Watcher;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.HeldPieces;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many readers ask the same at once.
@Timeout(30)
class SingleFlightTest {

    private static final List<String> QUESTIONS = List.of("深度求索的创始人是谁？", "约翰·维拉塞诺是谁？", "马丁·乔泽帕担心什么？",
            "CNBC的文章是哪一天发表的？", "混合专家模型有什么好处？", "彭博社的文章认为深度求索颠覆了什么？", "《金融时报》是怎么说的？", "阿莫迪写了什么？",
            "卡普怎么看竞争？", "2022年的管制设定了什么参数？");

    @Test
    void aThousandAskersOfTenQuestionsCostTenCalls() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ModelServer server = ModelServer.start(request -> {
            await(asked);
            return new FaithfulModel().apply(request);
        })) {
            Conversations conversations = conversations(server);
            Set<Answer> answers = ConcurrentHashMap.newKeySet();
            AtomicInteger answered = new AtomicInteger();
            List<Thread> askers = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String question = QUESTIONS.get(i % QUESTIONS.size());
                askers.add(Thread.ofVirtual().start(() -> {
                    answers.add(conversations.open(Samples.BUILT_IN).ask(question).answer());
                    answered.incrementAndGet();
                }));
            }
            while (server.calls() < QUESTIONS.size()) {
                Thread.sleep(5);
            }
            asked.countDown();
            for (Thread asker : askers) {
                asker.join();
            }
            assertThat(answered).hasValue(1_000);
            assertThat(answers).allMatch(answer -> answer.origin().isModel());
            assertThat(server.calls()).isEqualTo(10);
        }
    }

    @Test
    void whoAsksInAnotherLanguageSharesTheRewrittenQuestionToo() throws Exception {
        try (ModelServer server = ModelServer.start(asked -> asked.text().contains("JSON Lines")
                ? new Reply.Says(line("Liang Wenfeng is the founder of DeepSeek.", 6, "深度求索创始人梁文锋"))
                : new Reply.Says("深度求索的创始人是谁？"))) {
            Conversations conversations = conversations(server);
            List<Thread> askers = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                askers.add(Thread.ofVirtual().start(() -> assertThat(conversations.open(Samples.BUILT_IN)
                        .ask("Who is the founder of DeepSeek?").answer().origin().isModel()).isTrue()));
            }
            for (Thread asker : askers) {
                asker.join();
            }
            conversations.open(Samples.BUILT_IN).ask("Who is the founder of DeepSeek?");
            assertThat(server.calls()).as("one to rewrite, one to compose").isEqualTo(2);
        }
    }

    @Test
    void aWatcherThatFailsHarmsNobodyElse() throws Exception {
        HeldPieces pieces = new HeldPieces();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
            Conversations conversations = conversations(server);
            CountDownLatch seen = new CountDownLatch(1);
            Thread failing = Thread.ofVirtual().start(() -> ask(conversations, _ -> {
                throw new IllegalStateException("the screen is gone");
            }));
            Thread quiet = Thread.ofVirtual().start(() -> ask(conversations, Watcher.NONE));
            Thread good = Thread.ofVirtual().start(() -> ask(conversations, _ -> seen.countDown()));
            while (server.calls() == 0) {
                Thread.sleep(5);
            }
            pieces.say(line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋"));
            seen.await();
            pieces.end();
            for (Thread asker : List.of(failing, quiet, good)) {
                asker.join();
            }
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void oneWhoStopsDoesNotStopTheOthersAndTheLastOneDoes() throws Exception {
        HeldPieces pieces = new HeldPieces();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
            Conversations conversations = conversations(server);
            CountDownLatch seen = new CountDownLatch(2);
            CountDownLatch more = new CountDownLatch(1);
            List<Thread> askers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Watcher watcher = soFar -> (soFar.claims().size() == 1 ? seen : more).countDown();
                askers.add(Thread.ofVirtual().start(() -> ask(conversations, watcher)));
            }
            while (server.calls() == 0) {
                Thread.sleep(5);
            }
            pieces.say(line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋"));
            seen.await();
            askers.getFirst().interrupt();
            askers.getFirst().join();
            pieces.say(line("图片是梁文锋的视频截图。", 6, "梁文锋 视频截图"));
            more.await();
            assertThat(server.open()).as("the call goes on").isOne();
            askers.getLast().interrupt();
            askers.getLast().join();
            while (server.open() > 0) {
                Thread.sleep(5);
            }
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void whatBreaksTheWorkIsThrownToAllWhoWait() throws Exception {
        AnswerCache answers = new AnswerCache();
        AnswerKey key = new AnswerKey("article", "question", "", ReaderLanguage.ENGLISH, Origin.EXTRACTIVE);
        CountDownLatch joined = new CountDownLatch(1);
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        List<Thread> askers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            askers.add(Thread.ofVirtual().start(() -> {
                try {
                    answers.get(key, Watcher.NONE, _ -> {
                        await(joined);
                        throw new IllegalArgumentException("broken");
                    });
                } catch (IllegalArgumentException broken) {
                    thrown.add(broken);
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }));
        }
        joined.countDown();
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(thrown).hasSize(3);
    }

    @Test
    void whoComesLaterSeesWhatHasGrownAlready() throws Exception {
        HeldPieces pieces = new HeldPieces();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces))) {
            Conversations conversations = conversations(server);
            CountDownLatch first = new CountDownLatch(1);
            CountDownLatch second = new CountDownLatch(1);
            Thread one = Thread.ofVirtual().start(() -> ask(conversations, _ -> first.countDown()));
            while (server.calls() == 0) {
                Thread.sleep(5);
            }
            pieces.say(line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋"));
            first.await();
            Thread other = Thread.ofVirtual().start(() -> ask(conversations, _ -> second.countDown()));
            second.await();
            pieces.end();
            one.join();
            other.join();
            assertThat(server.calls()).isOne();
        }
    }

    private static void ask(Conversations conversations, Watcher watcher) {
        try {
            conversations.open(Samples.BUILT_IN).ask(QUESTIONS.getFirst(), ReaderLanguage.SIMPLIFIED, watcher);
        } catch (CancellationException _) {
            // That is what was wanted.
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Conversations conversations(ModelServer server) {
        LanguageModel model = ScriptedModel.of(server, Wire.OPENAI);
        return Conversations.modelled(Samples.SEARCH, new Composer(), Composing.composer(model),
                new Rewriting(model, Composing.PROMPTS, Samples.SEARCH, new Random(3)), true);
    }
}
