package dev.pilcrow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.Composing;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Span;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Rewriting;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.inbox.Reply;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import dev.pilcrow.store.AnswerTable;
import dev.pilcrow.wording.Articles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What readers are answered, in a chat of their own and in groups.
@Timeout(60)
class DeskTest {

    private static final String FOUNDER = "深度求索的创始人是谁？";

    private final Path folder;
    private Chat chat;

    DeskTest(@TempDir Path folder) {
        this.folder = folder;
        chat = new Chat(folder);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private void restart(Article article) {
        chat.close();
        chat = new Chat(folder, article, Talk.CONVERSATIONS);
    }

    @Test
    void anAnswerHasAButtonForEachQuoteAndAVote() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, FOUNDER);
        assertThat(answered.outcome()).isEqualTo(Outcome.ANSWERED);
        assertThat(answered.post().message().text()).startsWith("文章里写道：\n深度求索创始人梁文锋 视频截图 [1]\n");
        assertThat(Chat.labels(answered.post())).containsExactly(List.of("[1]"), List.of("👍", "👎"));
    }

    @Test
    void whatTheArticleDoesNotSayIsDeclinedWithTheNearestParagraphsAndKeptAsUnanswered() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, "深度求索有多少名员工？");
        assertThat(answered.outcome()).isEqualTo(Outcome.DECLINED);
        assertThat(Chat.labels(answered.post()).getFirst()).hasSize(2).allMatch(label -> label.matches("¶\\d+"));
        assertThat(Chat.labels(answered.post()).getLast()).containsExactly("👍", "👎");
        assertThat(chat.store.answers().unanswered(Instant.EPOCH, 9)).extracting(AnswerTable.Saved::question)
                .containsExactly("深度求索有多少名员工？");
    }

    @Test
    void aGreetingIsAnsweredWithQuestionsToBeginWith() {
        Reply.Answered answered = chat.asks(Chat.TAIWANESE, "你好");
        assertThat(answered.post().message().text()).startsWith("我會引用原文");
        assertThat(answered.post().rows()).hasSize(3).allMatch(row -> row.getFirst().action() instanceof Action.Ask);
    }

    @Test
    void aQuestionIsAnsweredInItsOwnLanguageAndSoAreTheCommandsAfterIt() {
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Help())).startsWith("Just ask.");
        assertThat(chat.asks(Chat.ENGLISH, FOUNDER).post().message().text()).startsWith("文章里写道：");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Help())).startsWith("直接提问就行。");
        assertThat(chat.says(Chat.TAIWANESE, new Incoming.Help())).startsWith("直接提問就行。");
        restart(Samples.BUILT_IN);
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Help())).startsWith("直接提问就行。");
    }

    @Test
    void aReaderWhoseAppTellsNoLanguageIsSpokenToInTheArticles() {
        assertThat(chat.says(new Person("u9", null), new Incoming.Start())).startsWith("你好！我读过《");
    }

    @Test
    void aFollowUpIsUnderstoodByAnotherMemberOfTheGroupAndAfterARestart() {
        chat.reply(chat.received(Chat.GROUP, Chat.CHINESE, new Incoming.Question("马丁·乔泽帕是谁？")));
        restart(Samples.BUILT_IN);
        Reply.Answered answered = (Reply.Answered) chat
                .reply(chat.received(Chat.GROUP, Chat.TAIWANESE, new Incoming.Question("他担心什么？")));
        assertThat(answered.post().message().text()).contains("我担心在我们充分权衡利弊之前");
    }

    @Test
    void whatWasForgottenOrIsHalfADayOldIsNotRemembered() {
        chat.asks(Chat.CHINESE, "马丁·乔泽帕是谁？");
        assertThat(chat.says(Chat.CHINESE, new Incoming.Reset())).isEqualTo("前面聊的都忘掉了，请重新提问。");
        assertThat(turns()).isEmpty();
        chat.asks(Chat.CHINESE, "马丁·乔泽帕是谁？");
        assertThat(turns()).containsExactly("马丁·乔泽帕是谁？");
        chat.asks(Chat.CHINESE, "2022年的管制针对芯片设了什么参数？");
        Message followUp = chat.asks(Chat.CHINESE, "为什么？").post().message();
        chat.now = chat.now.plus(Duration.ofHours(13));
        Message alone = ((Reply.Answered) chat
                .reply(chat.received(Chat.GROUP, Chat.CHINESE, new Incoming.Question("为什么？")))).post().message();
        assertThat(chat.asks(Chat.CHINESE, "为什么？").post().message()).isEqualTo(alone).isNotEqualTo(followUp);
    }

    @Test
    void anEditedQuestionTakesThePlaceOfTheOneBeforeAsOftenAsItIsEdited() {
        MessageId message = new MessageId("7", "41");
        Reply.Answered first = (Reply.Answered) chat.reply(
                chat.received(Chat.PRIVATE, Chat.CHINESE, message, null, new Incoming.Question("马丁·乔泽帕是谁？")));
        for (String edited : List.of("约翰·维拉塞诺是谁？", FOUNDER)) {
            Reply.Answered next = (Reply.Answered) chat
                    .reply(chat.received(Chat.PRIVATE, Chat.CHINESE, message, null, new Incoming.Edited(edited)));
            assertThat(next.answer()).isEqualTo(first.answer());
            assertThat(turns()).containsExactly(edited);
        }
        assertThat(chat.desk.again(first.answer()).post().message().text()).contains("梁文锋");
    }

    @Test
    void anEditedMessageThatWasNotAskedBeforeIsAQuestion() {
        Reply.Answered answered = (Reply.Answered) chat.reply(Chat.CHINESE, new Incoming.Edited(FOUNDER));
        assertThat(answered.post().message().text()).contains("梁文锋");
    }

    @Test
    void aSummaryIsAnAnswerWithItsQuotes() {
        Reply.Answered answered = (Reply.Answered) chat.reply(Chat.TAIWANESE, new Incoming.Summary());
        assertThat(answered.post().message().text()).startsWith("文章重點：");
        assertThat(Chat.labels(answered.post()).getFirst()).startsWith("[1]", "[2]", "[3]");
        assertThat(turns()).isEmpty();
    }

    @Test
    void anAnswerCanBeShownAgainAsItWasAfterARestart() {
        Reply.Answered answered = chat.asks(Chat.ENGLISH, "Who is the founder of DeepSeek?");
        Reply.Answered declined = chat.asks(Chat.CHINESE, "深度求索有多少名员工？");
        restart(Articles.of("别的文章。"));
        assertThat(chat.desk.again(answered.answer())).isEqualTo(answered);
        assertThat(chat.desk.again(declined.answer())).isEqualTo(declined);
        assertThat(chat.desk.again(999).post().message().text()).startsWith("抱歉");
    }

    @Test
    void anOldAnswersButtonsOpenItsOwnVersionOfTheArticle() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, FOUNDER);
        restart(Articles.of("全新的文章，六段都没有。"));
        Reply.Changes passage = (Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(answered.post(), "[1]"));
        assertThat(passage.post().message().text()).isEqualTo("[1] ¶6（图片说明）\n深度求索创始人梁文锋 视频截图");
        assertThat(chat.says(Chat.CHINESE, new Incoming.Passage(1))).isEqualTo("¶1  全新的文章，六段都没有。");
    }

    @Test
    void sourcesAreTheQuotesOfTheLastAnswerOfTheConversation() {
        assertThat(chat.says(Chat.CHINESE, new Incoming.Sources())).startsWith("我在这里还没有回答过问题");
        Reply.Answered answered = chat.asks(Chat.CHINESE, FOUNDER);
        chat.asks(Chat.CHINESE, "谢谢");
        Post sources = ((Reply.Says) chat.reply(Chat.CHINESE, new Incoming.Sources())).post();
        assertThat(sources.message().text()).isEqualTo("上一个回答的出处：\n[1] ¶6（图片说明）“深度求索创始人梁文锋 视频截图”");
        assertThat(Chat.action(sources, "[1]")).isEqualTo(new Action.Show(answered.answer(), 1));
        restart(Samples.BUILT_IN);
        assertThat(chat.says(Chat.CHINESE, new Incoming.Sources())).startsWith("上一个回答的出处：\n[1] ¶6");
    }

    @Test
    void aStartOffersThreeQuestionsAndAPressAsksTheOneOnTheButton() {
        Post start = ((Reply.Says) chat.reply(Chat.TAIWANESE, new Incoming.Start())).post();
        assertThat(start.message().text()).startsWith("你好！我讀過〈").contains("/help");
        assertThat(start.rows()).hasSize(3);
        for (List<Button> row : start.rows()) {
            Reply.Answered answered = (Reply.Answered) chat.presses(Chat.ENGLISH, row.getFirst().action());
            assertThat(answered.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(answered.post().message().text()).startsWith(row.getFirst().label() + "\n文章");
            assertThat(answered.post().message().spans().getFirst())
                    .isEqualTo(new Span(0, row.getFirst().label().length(), Span.Style.BOLD));
            assertThat(chat.desk.again(answered.answer())).isEqualTo(answered);
        }
    }

    @Test
    void aSuggestionOfAnotherVersionIsNotAsked() {
        Post start = ((Reply.Says) chat.reply(Chat.CHINESE, new Incoming.Start())).post();
        restart(Articles.of("全新的文章。"));
        assertThat(chat.presses(Chat.CHINESE, start.rows().getFirst().getFirst().action()))
                .isEqualTo(new Reply.Toasts("文章换了版本，这个问题请直接问我。"));
        assertThat(chat.presses(Chat.CHINESE, new Action.Ask(Articles.of("全新的文章。").id(), 99)))
                .isInstanceOf(Reply.Toasts.class);
        assertThat(chat.presses(Chat.CHINESE, new Action.Ask(Articles.of("全新的文章。").id(), -1)))
                .isInstanceOf(Reply.Toasts.class);
    }

    @Test
    void whileAnAnswerIsMadeItCanBeStopped() {
        Received question = chat.received(Chat.PRIVATE, Chat.CHINESE, new Incoming.Question(FOUNDER));
        Post working = chat.desk.working(question);
        assertThat(working.message()).isEqualTo(Message.plain("正在读文章…"));
        assertThat(Chat.action(working, "■ 停止")).isEqualTo(new Action.Stop(question.id()));
        Received summary = chat.received(Chat.PRIVATE, Chat.TAIWANESE, new Incoming.Summary());
        assertThat(chat.desk.working(summary).message()).isEqualTo(Message.plain("正在讀文章…"));
        Post start = ((Reply.Says) chat.reply(Chat.ENGLISH, new Incoming.Start())).post();
        Button first = start.rows().getFirst().getFirst();
        Received pressed = chat.received(Chat.PRIVATE, Chat.ENGLISH, new Incoming.Pressed("p", first.action()));
        assertThat(chat.desk.working(pressed).message().text()).isEqualTo(first.label() + "\nReading the article…");
        assertThat(chat.desk.stopping(question, true)).isEqualTo("已停止。");
        assertThat(chat.desk.stopping(question, false)).isEqualTo("只有提问的人可以停止它。");
    }

    @Test
    void aModelsAnswerGrowsWithAButtonToStopAndIsKept() {
        try (ModelServer server = ModelServer.start(_ -> new dev.pilcrow.model.Reply.Says(
                Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋") + "\n"
                        + Composing.line("图片是梁文锋的视频截图。", 6, "梁文锋 视频截图")))) {
            chat.close();
            chat = new Chat(folder, Samples.BUILT_IN, modelled(server));
            List<Post> growing = new CopyOnWriteArrayList<>();
            Received question = chat.received(Chat.PRIVATE, Chat.CHINESE, new Incoming.Question(FOUNDER));
            Reply.Answered answered = (Reply.Answered) chat.desk.reply(question, growing::add);
            assertThat(growing).isNotEmpty().allMatch(post -> Chat.action(post, "■ 停止") instanceof Action.Stop);
            assertThat(growing.getFirst().message().text()).isEqualTo("深度求索的创始人是梁文锋。 [1]\n");
            assertThat(answered.post().message().text()).startsWith(growing.getLast().message().text());
            assertThat(chat.desk.again(answered.answer())).isEqualTo(answered);
        }
    }

    @Test
    void anInterruptEndsTheWorkAndNothingIsKept() {
        Thread.currentThread().interrupt();
        Received question = received();
        assertThatThrownBy(() -> chat.reply(question)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(chat.store.answers().last(Chat.PRIVATE.id())).isEmpty();
        assertThat(turns()).isEmpty();
    }

    private Received received() {
        boolean interrupted = Thread.interrupted();
        Received question = chat.received(Chat.PRIVATE, Chat.CHINESE, new Incoming.Question(FOUNDER));
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return question;
    }

    @Test
    void inAGroupTheBotIsSilentAboutPicturesAndForeignCommands() {
        for (Incoming incoming : List.of(new Incoming.Wordless(), new Incoming.Unknown("/foo"))) {
            assertThat(chat.reply(chat.received(Chat.GROUP, Chat.ENGLISH, incoming)))
                    .isInstanceOf(Reply.Silent.class);
            assertThat(chat.reply(Chat.ENGLISH, incoming)).isInstanceOf(Reply.Says.class);
        }
    }

    @Test
    void everyCommandHasItsAnswer() {
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Unknown("/foo"))).startsWith("I don’t know /foo;");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Wordless())).startsWith("I can only read text.");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Outline())).contains("Paragraphs: 25.");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Passage(6))).contains("¶6 (caption)  深度求索创始人梁文锋");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Passage(26))).startsWith("There is no paragraph “26”");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.NoPassage("x"))).startsWith("There is no paragraph “x”");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.NoPassage(""))).startsWith("Which paragraph?");
        assertThat(chat.says(Chat.ENGLISH, new Incoming.Joined())).startsWith("Hello everyone!");
        for (Incoming incoming : List.of(new Incoming.Left(), new Incoming.Moved("9"), new Incoming.Illegible("{"))) {
            assertThat(chat.reply(Chat.ENGLISH, incoming)).isEqualTo(new Reply.Silent());
        }
    }

    @Test
    void everythingFitsTheLongestMessageOfThePlatform() {
        chat.ofAtMost(200);
        for (Incoming incoming : List.of(new Incoming.Outline(), new Incoming.Passage(24), new Incoming.Sources())) {
            chat.asks(Chat.CHINESE, "文章提到了哪些公司？");
            assertThat(chat.says(Chat.CHINESE, incoming).length()).isLessThanOrEqualTo(200);
        }
    }

    @Test
    void whatStandsInPlaceOfAnAnswerIsInTheQuestionsLanguage() {
        Received question = chat.received(Chat.PRIVATE, Chat.ENGLISH, new Incoming.Question("作者是誰？"));
        assertThat(chat.desk.stopped(question).message().text()).startsWith("已停止。");
        assertThat(chat.desk.sorry(question).message().text()).startsWith("抱歉，試了幾次");
        assertThat(chat.desk.busy(question).message().text()).startsWith("現在提問的人很多");
        assertThat(chat.desk.limited(question, Duration.ofSeconds(20)).message().text()).endsWith("請 20 秒後再問。");
    }

    private List<String> turns() {
        return chat.store.turns().load(Chat.PRIVATE.id(), Samples.BUILT_IN.id(), Instant.EPOCH, 9).stream()
                .map(turn -> turn.question()).toList();
    }

    private static Conversations modelled(ModelServer server) {
        LanguageModel model = ScriptedModel.of(server, Wire.OPENAI);
        return Conversations.modelled(Samples.SEARCH, new Composer(), Composing.composer(model),
                new Rewriting(model, Composing.PROMPTS, Samples.SEARCH, new Random(3)), false);
    }
}
