package dev.pilcrow.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.Composing;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Rewriting;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.model.HeldPieces;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.ModelCall;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Piece;
import dev.pilcrow.model.Prompt;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.Wordings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Chats as they stand on the screen.
@Timeout(120)
class TerminalPlatformTest {

    private static final Callable<Conversation> NEVER = () -> {
        new CountDownLatch(1).await();
        throw new IllegalStateException();
    };
    private static final Callable<Conversation> REAL = () -> new Conversations(new Search(VectorStore.none()),
            new Composer()).open(Articles.builtIn());
    private static final Callable<Conversation> BROKEN = () -> {
        throw new IOException("no model");
    };

    @Test
    void aPipeGetsPlainAnswersAndNothingElse() {
        assertThat(piped(ReaderLanguage.SIMPLIFIED, NEVER, "/passage 6\n\n   \n/foo\n/passage 26\n/passage x\n"))
                .startsWith("¶5  拜登政府").contains("\n\n¶6（图片说明）  深度求索创始人梁文锋 视频截图\n\n¶7  ")
                .endsWith("""

                        没有 /foo 这个命令；输入 /help 看有哪些命令。

                        找不到段落“26”；段落编号从 1 到 25，比如 /passage 1。

                        找不到段落“x”；段落编号从 1 到 25，比如 /passage 1。
                        """).doesNotContain("\u001B", "› ");
    }

    @Test
    void commandsSpeakTheLanguageOfTheEnvironment() {
        assertThat(piped(ReaderLanguage.TRADITIONAL, NEVER, "/help\n")).contains("忘掉前面聊的", "看文章的重點");
        assertThat(piped(ReaderLanguage.ENGLISH, NEVER, "/article")).contains("Paragraphs: 25.");
    }

    @Test
    void everyAnswerAndWhatFollowsIsInTheLanguageOfTheQuestion() {
        assertThat(piped(ReaderLanguage.ENGLISH, REAL, """
                /foo
                深度求索的创始人是谁？
                /foo
                深度求索的創辦人是誰？
                /foo
                Who is the founder of DeepSeek?
                /foo
                """)).containsSubsequence("I don’t know /foo;", "文章里写道：", "梁文锋", "[1] ¶6（图片说明）", "没有 /foo 这个命令",
                "文章裡寫道：",
                "[1] ¶6（圖說）", "沒有 /foo 這個指令", "The article says:", "[1] ¶6 (caption)",
                "The quotes are in Chinese, as the article has them.", "I don’t know /foo;");
    }

    @Test
    void aConversationIsSummarisedForgottenAndTooLongAQuestionDeclined() {
        String question = "問".repeat(100_000);
        assertThat(piped(ReaderLanguage.SIMPLIFIED, REAL, "/summary\n/reset\n" + question + "誰\n/reset\n"))
                .containsSubsequence("文章要点：", "[3] ¶", "前面聊的都忘掉了，请重新提问。", "這個問題太長了，請控制在 2000 個字以內。",
                        "前面聊的都忘掉了，請重新提問。");
    }

    @Test
    void sourcesAreTheQuotesOfTheLastAnswerEvenAfterThanks() {
        assertThat(piped(ReaderLanguage.SIMPLIFIED, REAL, """
                /sources
                深度求索的创始人是谁？
                /sources
                谢谢
                /sources
                """)).containsSubsequence("还没有回答过问题，所以没有出处。", "文章里写道：", "上一个回答的出处：\n[1] ¶6（图片说明）“深度求索创始人梁文锋",
                "我会引用原文", "上一个回答的出处：\n[1] ¶6（图片说明）“深度求索创始人梁文锋");
    }

    @Test
    void aStartGreetsAndNamesQuestionsThatTheArticleAnswers() {
        assertThat(piped(ReaderLanguage.ENGLISH, REAL, "/start\n")).startsWith("Pilcrow has read “")
                .containsPattern("help lists the commands[.]\n\n(.+[?]\n){3}$");
    }

    @Test
    void aFailureIsOneLineAndTheChatGoesOn() {
        assertThat(piped(ReaderLanguage.ENGLISH, BROKEN, "who?\n/foo\n"))
                .isEqualTo(
                        "That went wrong (IOException). Please ask again.\n\nI don’t know /foo; /help lists what I do know.\n");
    }

    @Test
    void aPersonIsGreetedPromptedAndBidGoodbye() throws Exception {
        try (Screen screen = new Screen(ReaderLanguage.ENGLISH)) {
            screen.awaits("Pilcrow has read “").awaits("Ask me anything about it.").awaits("› ");
            screen.types("/passage 6\r").awaits("¶6 (caption)").awaits("梁文锋 视频截图");
            screen.types("\u0004").awaits("Goodbye, and thanks for reading.").ends();
        }
    }

    @Test
    void ctrlCAtThePromptClearsTheLine() throws Exception {
        try (Screen screen = new Screen(ReaderLanguage.SIMPLIFIED)) {
            screen.awaits("› ").types("/nonsense").awaits("nonsense").types("\u0003").awaits("› ").types("/foo\r")
                    .awaits("没有 /foo 这个命令");
            screen.types("\u0004").awaits("再见").ends();
        }
    }

    @Test
    void ctrlCStopsAnAnswer() throws Exception {
        try (Screen screen = new Screen(ReaderLanguage.SIMPLIFIED)) {
            screen.awaits("› ").types("谁是创始人？\r").awaits("创始人？");
            screen.interruptsUntil("已停止。").awaits("› ");
            screen.types("/foo\r").awaits("没有 /foo 这个命令").types("\u0004").awaits("再见").ends();
        }
    }

    @Test
    void aSentenceOfAModelAppearsBeforeTheNextHasCome() throws Exception {
        HeldPieces pieces = new HeldPieces();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces));
                Screen screen = new Screen(ReaderLanguage.SIMPLIFIED, modelled(server))) {
            screen.awaits("› ").types("深度求索的创始人是谁？\r");
            pieces.say(Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋"));
            screen.awaits("深度求索的创始人是梁文锋。").awaits("[1]");
            pieces.say(Composing.line("图片是梁文锋的视频截图。", 6, "梁文锋 视频截图"));
            screen.awaits("图片是梁文锋的视频截图。");
            pieces.end();
            screen.awaits("[1] ¶6（图片说明）“深度求索创始人梁文锋 视频截图”").awaits("› ");
            assertThat(screen.screen().split("深度求索的创始人是梁文锋。", -1)).as("said once").hasSize(2);
        }
    }

    @Test
    void ctrlCEndsTheCallAtTheProviderAndKeepsWhatWasSaid() throws Exception {
        HeldPieces pieces = new HeldPieces();
        try (ModelServer server = ModelServer.start(_ -> new Reply.Pieces(pieces));
                Screen screen = new Screen(ReaderLanguage.SIMPLIFIED, modelled(server))) {
            screen.awaits("› ").types("深度求索的创始人是谁？\r");
            pieces.say(Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋"));
            screen.awaits("深度求索的创始人是梁文锋。").types("\u0003").awaits("已停止。").awaits("› ");
            while (server.open() > 0) {
                Thread.sleep(5);
            }
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void aPipeGetsTheWholeAnswerOnce() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(
                Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋")))) {
            assertThat(piped(ReaderLanguage.SIMPLIFIED, modelled(server), "深度求索的创始人是谁？\n/foo\n")).isEqualTo("""
                    深度求索的创始人是梁文锋。 [1]

                    [1] ¶6（图片说明）“深度求索创始人梁文锋 视频截图”

                    没有 /foo 这个命令；输入 /help 看有哪些命令。
                    """);
        }
    }

    @Test
    void aPipeGetsTheSameAnswerAgainAsWhole() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(
                Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋")))) {
            String question = "深度求索的创始人是谁？\n";
            assertThat(piped(ReaderLanguage.SIMPLIFIED, modelled(server), question + "/reset\n" + question))
                    .containsSubsequence("深度求索的创始人是梁文锋。 [1]", "[1] ¶6", "深度求索的创始人是梁文锋。 [1]", "[1] ¶6");
        }
    }

    @Test
    void whatComesForAStoppedQuestionIsNotShown() throws Exception {
        StubbornModel model = new StubbornModel();
        try (Screen screen = new Screen(ReaderLanguage.SIMPLIFIED, modelled(model, false))) {
            screen.awaits("› ").types("深度求索的创始人是谁？\r");
            model.asked.await();
            screen.types("\u0003").awaits("已停止。").awaits("› ");
            model.left.countDown();
            model.said.await();
            screen.types("/foo\r").awaits("没有 /foo 这个命令");
            assertThat(screen.screen()).doesNotContain("深度求索的创始人是梁文锋");
        }
    }

    @Test
    void aStopInTheFirstInstantOfAnAnswerIsHeeded() throws Exception {
        StubbornModel model = new StubbornModel();
        try (Screen screen = new Screen(ReaderLanguage.SIMPLIFIED, modelled(model, false), Duration.ofMillis(300))) {
            screen.awaits("› ").types("深度求索的创始人是谁？\r");
            model.asked.await();
            screen.types("\u0003").awaits("已停止。");
            model.left.countDown();
        }
    }

    /// A model that does not heed an interrupt, and says a sentence when its reader has gone on.
    private static final class StubbornModel implements LanguageModel {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch left = new CountDownLatch(1);
        private final CountDownLatch said = new CountDownLatch(1);

        @Override
        public String id() {
            return "openai:stubborn";
        }

        @Override
        public ModelCall open(Prompt prompt, Delivery delivery, Deadline deadline) {
            asked.countDown();
            Iterator<Piece> pieces = List.<Piece>of(
                    new Piece.Text(Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋")), new Piece.End())
                    .iterator();
            return new ModelCall() {
                @Override
                public Piece next() {
                    awaitStubbornly(left);
                    return pieces.next();
                }

                @Override
                public void close() {
                    said.countDown();
                }
            };
        }

        private static void awaitStubbornly(CountDownLatch latch) {
            boolean over = false;
            while (!over) {
                try {
                    latch.await();
                    over = true;
                } catch (InterruptedException _) {
                    over = false;
                }
            }
        }
    }

    private static Callable<Conversation> modelled(ModelServer server) {
        return modelled(ScriptedModel.of(server, Wire.OPENAI), true);
    }

    private static Callable<Conversation> modelled(LanguageModel model, boolean cached) {
        return () -> Conversations
                .modelled(Samples.SEARCH, new Composer(), Composing.composer(model),
                        new Rewriting(model, Composing.PROMPTS, Samples.SEARCH, new Random(3)), cached)
                .open(Articles.builtIn());
    }

    @Test
    void commandsAreCompletedAndQuotesLeftAlone() throws Exception {
        try (Screen screen = new Screen(ReaderLanguage.ENGLISH)) {
            screen.awaits("› ").types("/pas\t6\r").awaits("¶6 (caption)");
            screen.types("/it's \"!x\\\r").awaits("I don’t know /it's");
            screen.types("\u0004").awaits("Goodbye").ends();
        }
    }

    private static String piped(ReaderLanguage language, Callable<Conversation> opening, String lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TerminalPipe pipe = new TerminalPipe(new BufferedReader(new StringReader(lines)),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        new TerminalPlatform(Articles.builtIn(), opening, Wordings.packaged(), language, pipe).run();
        return out.toString(StandardCharsets.UTF_8);
    }

    /// A terminal with a chat in it, whose conversation never opens.
    private static final class Screen implements AutoCloseable {

        private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
        private final LineDisciplineTerminal terminal;
        private final Thread chat;
        private int seen;

        Screen(ReaderLanguage language) throws IOException {
            this(language, NEVER);
        }

        Screen(ReaderLanguage language, Callable<Conversation> opening) throws IOException {
            this(language, opening, Duration.ZERO);
        }

        /// @param slowness how long it takes until a signal is handled in another way
        Screen(ReaderLanguage language, Callable<Conversation> opening, Duration slowness) throws IOException {
            terminal = new LineDisciplineTerminal("test", "xterm", shown, StandardCharsets.UTF_8) {
                @Override
                public SignalHandler handle(Signal signal, SignalHandler handler) {
                    LockSupport.parkNanos(slowness.toNanos());
                    return super.handle(signal, handler);
                }
            };
            terminal.setSize(new Size(80, 24));
            Attributes attributes = terminal.getAttributes();
            attributes.setLocalFlag(Attributes.LocalFlag.ISIG, true);
            terminal.setAttributes(attributes);
            TerminalKeyboard keyboard = new TerminalKeyboard(terminal);
            chat = Thread.ofPlatform().start(
                    () -> new TerminalPlatform(Articles.builtIn(), opening, Wordings.packaged(), language, keyboard)
                            .run());
        }

        Screen types(String keys) throws IOException {
            terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        /// Presses Ctrl-C, again and again when the answer has not begun yet.
        Screen interruptsUntil(String text) throws IOException, InterruptedException {
            while (screen().indexOf(text, seen) < 0) {
                types("\u0003");
                Thread.sleep(50);
            }
            return awaits(text);
        }

        /// Waits until a text is shown after the one awaited before.
        Screen awaits(String text) throws InterruptedException {
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            int found = screen().indexOf(text, seen);
            while (found < 0 && Instant.now().isBefore(end)) {
                Thread.sleep(10);
                found = screen().indexOf(text, seen);
            }
            assertThat(screen().substring(seen)).contains(text);
            seen = found + text.length();
            return this;
        }

        void ends() throws InterruptedException {
            assertThat(chat.join(Duration.ofSeconds(10))).isTrue();
        }

        private String screen() {
            return shown.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            terminal.close();
        }
    }
}
