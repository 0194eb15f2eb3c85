package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.answer.Composing;
import dev.pilcrow.article.Article;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.HeldModel;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.Sessions;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.View;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.wording.Articles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What readers meet in Slack: whispers, threads, windows, the bot's page, and the buttons that Slack itself has.
@Timeout(120)
@BesideOthers
class SlackDeskTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FOUNDER = "深度求索的创始人是谁？";
    private static final String QUOTED = "深度求索创始人梁文锋 视频截图";
    private static final String CONTROLS = "Did the US government tighten chip export controls?";
    private static final String TIGHTENED = "2022年,美国政府进一步收紧芯片出口限制";
    private static final Conversations CONVERSATIONS = dev.pilcrow.conversation.Talk.CONVERSATIONS;
    private static final String SHARE = "分享到频道";

    private static final String READER = "李雷";
    private static final String CHANNEL = "读书会";
    private static final Article LONG = Articles.of(read("long.zh.txt"));

    private final Path folder;
    private SlackTalk talk;
    private Person li;
    private Place channel;

    SlackDeskTest(@TempDir Path folder) {
        this.folder = folder;
        talk = talk(folder, UnaryOperator.identity());
        li = talk.server.person(READER, "zh-CN");
        channel = talk.server.channel(CHANNEL);
    }

    private static String read(String article) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "transcripts", "articles", article));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static SlackTalk talk(Path folder, UnaryOperator<SlackTalk.Parts> change) {
        return SlackTalk.of(change.apply(SlackTalk.Parts.in(folder).desk(CONVERSATIONS)));
    }

    /// Another bot in place of the usual one.
    private void again(UnaryOperator<SlackTalk.Parts> change) {
        talk.close();
        talk = talk(folder, change);
        li = talk.server.person(READER, "zh-CN");
        channel = talk.server.channel(CHANNEL);
    }

    @AfterEach
    void end() {
        talk.close();
        assertThat(talk.server.violations()).isEmpty();
    }

    private void settle() {
        talk.awaitDone(SOON);
    }

    /// The one message of the bot's in a message's thread, when nothing is under way any more.
    private SlackMessage answer(SlackMessage question) {
        settle();
        List<SlackMessage> answers = channel(question).stream()
                .filter(one -> one.byBot() && one.ts().compareTo(question.ts()) > 0).toList();
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private static List<SlackMessage> channel(SlackMessage question) {
        return question.place().thread(question.root());
    }

    private static SlackMessage isFounder(SlackMessage answer) {
        assertThat(answer.text()).contains(QUOTED);
        assertThat(answer.buttons()).contains("[1]");
        return answer;
    }

    /// The newest of what only this person was told there.
    private SlackMessage whispered(Person person, Place place) {
        settle();
        return place.ephemeral(person).getLast();
    }

    private View window(Person person) {
        settle();
        return person.view().orElseThrow(() -> new AssertionError("no window is open"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void askIsAnsweredForTheAskerAloneAndSharedOnceWithItsQuestion(boolean member) {
        Place place = member ? channel : talk.server.strangeChannel("elsewhere");
        li.command(place, "/ask", FOUNDER);
        SlackMessage whisper = isFounder(whispered(li, place));
        assertThat(place.messages()).as("what others see").isEmpty();
        assertThat(place.ephemeral(li)).hasSize(1);
        li.presses(whisper, SHARE);
        settle();
        assertThat(place.messages()).hasSize(1);
        SlackMessage shared = isFounder(place.messages().getFirst());
        assertThat(shared.text()).startsWith(FOUNDER);
        assertThat(shared.buttons()).doesNotContain(SHARE);
        li.presses(whisper, SHARE);
        assertThat(whispered(li, place).text()).isEqualTo("已分享给这里的所有人。");
        assertThat(place.messages()).as("shared once").hasSize(1);
    }

    @Test
    void whatWasSharedOpensForEverybody() {
        li.command(channel, "/ask", FOUNDER);
        li.presses(whispered(li, channel), SHARE);
        settle();
        Person han = talk.server.person("韩梅梅", "zh-CN");
        han.presses(channel.last(), "[1]");
        assertThat(window(han).text()).contains(QUOTED);
    }

    @Test
    void askAloneOpensAWindowWhoseQuestionIsAnsweredInAWhisper() {
        li.command(channel, "/ask", "");
        View window = window(li);
        assertThat(window.title()).isEqualTo("问这篇文章");
        assertThat(window.inputs()).contains("自己的问题");
        li.submits(Map.of("own", FOUNDER));
        isFounder(whispered(li, channel));
        assertThat(li.view()).as("it is closed").isEmpty();
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void articleAndSummaryAreWhispered() {
        li.command(channel, "/article", "");
        assertThat(whispered(li, channel).text()).contains("刘程辉", "¶25").contains("passage").doesNotContain("/passage");
        li.command(channel, "/summary", "");
        SlackMessage summary = whispered(li, channel);
        assertThat(summary.text()).startsWith("文章要点");
        assertThat(summary.buttons()).contains("[5]", SHARE);
        assertThat(channel.messages()).isEmpty();
    }

    @Test
    void aMentionBeginsAThreadWhichGoesOnWithoutOne() {
        SlackMessage question = li.asks(channel, CONTROLS);
        SlackMessage first = answer(question);
        assertThat(first.thread()).isEqualTo(question.ts());
        assertThat(first.text()).contains(TIGHTENED);
        Person han = talk.server.person("韩梅梅", "zh-CN");
        SlackMessage second = answer(han.replies(question, "And when?"));
        assertThat(second.text()).as("what it is about is known from the thread").contains(TIGHTENED);
        int before = channel.botMessages().size();
        SlackMessage remark = han.replies(question, "Thanks, good to know.");
        han.edits(remark, "Thanks, very good to know.");
        han.edits(remark, "Many thanks, very good to know.");
        han.replies(question, li.mention() + " what do you think?");
        han.says(channel, "And when?");
        li.replies(han.says(channel, "lunch"), "And when?");
        settle();
        assertThat(channel.botMessages()).as("none of these was meant for it").hasSize(before);
        han.edits(remark, "Thanks. And when?");
        settle();
        assertThat(channel.botMessages()).as("now it is a question").hasSize(before + 1);
        SlackMessage alone = answer(li.asks(channel, "And when?"));
        assertThat(alone.text()).as("another thread, another talk").doesNotContain(TIGHTENED);
    }

    @Test
    void aThreadIsMutedAndUnmuted() {
        SlackMessage question = li.asks(channel, FOUNDER);
        isFounder(answer(question));
        String mention = talk.server.bot().mention();
        assertThat(answer(li.replies(question, mention + " mute")).text()).contains("unmute");
        int before = channel.botMessages().size();
        li.replies(question, "他是哪家公司的创始人？");
        settle();
        assertThat(channel.botMessages()).hasSize(before);
        isFounder(answer(li.replies(question, mention + " " + FOUNDER)));
        li.replies(question, "他是哪家公司的创始人？");
        settle();
        assertThat(channel.botMessages()).as("still muted").hasSize(before + 1);
        answer(li.replies(question, mention + " unmute"));
        isFounder(answer(li.replies(question, "他是哪家公司的创始人？")));
    }

    @ParameterizedTest
    @EnumSource
    void onePostThatComesAsTwoEventsIsAnsweredOnce(Setup.Order order) {
        again(parts -> parts.setup(Setup.usual().order(order)));
        for (int i = 0; i < 3; i++) {
            isFounder(answer(li.asks(channel, FOUNDER)));
        }
        assertThat(channel.botMessages()).hasSize(3);
    }

    @Test
    void theArticleIsAskedAboutAMessage() {
        Person han = talk.server.person("韩梅梅", "zh-CN");
        SlackMessage said = han.says(channel, FOUNDER);
        li.shortcut(said, "ask_about");
        SlackMessage whisper = isFounder(whispered(li, channel));
        assertThat(whisper.thread()).as("nobody looks into a thread that has not begun").isEmpty();
        assertThat(channel.messages()).hasSize(1);
        li.presses(whisper, SHARE);
        settle();
        assertThat(channel.last().text()).startsWith(FOUNDER);
        SlackMessage reply = han.replies(said, FOUNDER);
        li.shortcut(reply, "ask_about");
        SlackMessage inThread = isFounder(whispered(li, channel));
        assertThat(inThread.thread()).isEqualTo(said.ts());
        li.presses(inThread, SHARE);
        settle();
        assertThat(channel.last().thread()).isEqualTo(said.ts());
        assertThat(channel.last().text()).startsWith(FOUNDER);
    }

    @Test
    void aDirectMessageIsAnsweredInItsThreadWhichHasAMemory() {
        Place dm = talk.server.dm(li);
        SlackMessage question = li.says(dm, CONTROLS);
        assertThat(answer(question).thread()).isEqualTo(question.ts());
        assertThat(answer(li.replies(question, "And when?")).text()).contains(TIGHTENED);
        assertThat(answer(li.says(dm, "help")).text()).contains("mute").doesNotContain("/help", "/passage");
        assertThat(answer(li.replies(question, "sources")).text()).contains(TIGHTENED);
        assertThat(answer(li.replies(question, "mute")).text()).as("there is nobody to be quiet for")
                .contains("/ask");
        assertThat(answer(li.replies(question, "And when?")).text()).contains(TIGHTENED);
    }

    @Test
    void anEditedQuestionChangesItsAnswer() {
        SlackMessage question = li.asks(channel, "深度求索有多少名员工？");
        assertThat(answer(question).buttons()).doesNotContain("[1]");
        li.edits(question, talk.server.bot().mention() + " " + FOUNDER);
        await().atMost(SOON).untilAsserted(() -> isFounder(answer(question)));
        assertThat(channel.botMessages()).hasSize(1);
    }

    @Test
    void aCitationOpensInAWindowWithItsWordsBoldBetweenItsNeighbours() {
        li.presses(answer(li.asks(channel, "马丁·乔泽帕担心什么？")), "[1]");
        View window = window(li);
        assertThat(window.title()).isEqualTo("[1] ¶9");
        assertThat(window.text()).containsSubsequence("¶8", "¶9", "¶10");
        assertThat(window.bold().toString()).contains("条件反射般地大幅加强管控").doesNotContain("在人工智能传播规则中");
        SlackMessage declined = answer(li.asks(channel, "深度求索有多少名员工？"));
        li.presses(declined, declined.buttons().getFirst());
        assertThat(window(li).title()).startsWith(declined.buttons().getFirst());
    }

    @Test
    void aVoteIsThankedForAndABadOneAsksWhyInAWindow() {
        SlackMessage answer = answer(li.asks(channel, FOUNDER));
        li.presses(answer, "👍");
        assertThat(whispered(li, channel).text()).isEqualTo("谢谢，已经记下了。");
        li.presses(answer, "👎");
        assertThat(window(li).buttons()).containsExactly("事实有误", "答非所问", "不完整", "其他");
        li.presses(window(li), "答非所问");
        View thanks = window(li);
        assertThat(thanks.text()).isEqualTo("谢谢，已经记下了。");
        assertThat(thanks.buttons()).isEmpty();
        assertThat(talk.store.feedback().counts()).isEqualTo(Map.of(true, 0L, false, 1L));
        assertThat(answer.now().text()).isEqualTo(answer.text());
    }

    private void beginWith(HeldModel model) {
        again(parts -> parts.desk(model.conversations()));
    }

    @Test
    void theStopButtonIsForTheAskerAlone() {
        try (HeldModel model = new HeldModel()) {
            beginWith(model);
            SlackMessage question = li.asks(channel, "CNBC是什么时候发表文章的？");
            await().atMost(SOON).until(() -> channel.botMessages().size() == 1 && model.isHolding());
            SlackMessage growing = channel.botMessages().getFirst();
            Person han = talk.server.person("韩梅梅", "zh-CN");
            han.presses(growing, "■ 停止");
            await().atMost(SOON).until(() -> !channel.ephemeral(han).isEmpty());
            assertThat(channel.ephemeral(han).getLast().text()).isEqualTo("只有提问的人可以停止它。");
            assertThat(growing.now().buttons()).containsExactly("■ 停止");
            li.presses(growing, "■ 停止");
            SlackMessage stopped = answer(question);
            assertThat(stopped.text()).startsWith("已停止");
            assertThat(stopped.buttons()).isEmpty();
        }
    }

    @Test
    void slacksOwnStopEndsTheAnswerAndTheStatusIsShownAndCleared() {
        try (HeldModel model = new HeldModel()) {
            beginWith(model);
            Place dm = talk.server.dm(li);
            SlackMessage question = li.says(dm, "CNBC是什么时候发表文章的？");
            await().atMost(SOON).until(() -> dm.sessions().status(question.ts()).equals("processing"));
            assertThat(dm.sessions().title(question.ts())).isEqualTo("CNBC是什么时候发表文章的？");
            await().atMost(SOON).until(() -> question.now().reactions().equals(List.of("eyes")));
            li.stops(question);
            assertThat(answer(question).text()).startsWith("已停止");
            await().atMost(SOON).until(() -> dm.sessions().status(question.ts()).equals("active"));
        }
    }

    @Test
    void anAnswerGrowsInOneMessage() {
        try (HeldModel model = new HeldModel()) {
            beginWith(model);
            SlackMessage question = li.asks(channel, FOUNDER);
            model.writes(Composing.line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋"));
            await().atMost(SOON).until(() -> channel.botMessages().toString().contains("创始人是梁文锋"));
            assertThat(channel.botMessages().getFirst().buttons()).containsExactly("■ 停止");
            model.isDone();
            SlackMessage answer = answer(question);
            assertThat(answer.text()).startsWith("深度求索的创始人是梁文锋。 [1]");
            assertThat(answer.buttons()).containsExactly("[1]", "👍", "👎");
        }
    }

    @Test
    void whoOpensTheChatIsOfferedQuestions() {
        li.opensMessages();
        settle();
        Place dm = talk.server.dm(li);
        List<String> offered = dm.sessions().prompts("").stream().map(Sessions.Prompt::message).toList();
        assertThat(offered).hasSize(3).first().asString().endsWith("说了什么？");
        String thread = li.startsThread();
        settle();
        assertThat(dm.sessions().prompts(thread)).extracting(Sessions.Prompt::message).isEqualTo(offered);
        assertThat(answer(li.says(dm, thread, offered.getFirst())).text()).contains("文章");
    }

    @Test
    void theBotsPageShowsTheArticleAndWhatThisPersonHasAsked() {
        answer(li.asks(channel, FOUNDER));
        answer(talk.server.person("韩梅梅", "zh-CN").asks(channel, "谁写的？"));
        li.opensHome();
        settle();
        View home = li.home().orElseThrow();
        assertThat(home.text()).contains("刘程辉", "你最近问过", FOUNDER, "mute").doesNotContain("谁写的？", "/help");
        li.presses(home, home.buttons().getFirst());
        SlackMessage answer = whispered(li);
        assertThat(answer.text()).startsWith(home.buttons().getFirst());
    }

    /// What the bot said in the person's own chat with it.
    private SlackMessage whispered(Person person) {
        settle();
        return talk.server.dm(person).last();
    }

    @Test
    void otherBotsAreNotAnswered() {
        Person other = talk.server.otherBot("other");
        other.asks(channel, FOUNDER);
        SlackMessage question = li.asks(channel, FOUNDER);
        isFounder(answer(question));
        other.replies(question, "And when?");
        settle();
        assertThat(channel.botMessages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kicked", "archived"})
    void aChannelThatTheBotHasLeftIsNotWrittenTo(String how) {
        talk.server.fail("chat.postMessage", Fault.tooMany(2));
        li.asks(channel, FOUNDER);
        await().atMost(SOON).until(() -> !talk.server.sent("chat.postMessage").isEmpty());
        if (how.equals("kicked")) {
            channel.kicksBot(li);
        } else {
            channel.archives(li);
        }
        settle();
        assertThat(channel.botMessages()).isEmpty();
        assertThat(talk.inbox.outcomes()).containsOnlyKeys("gone");
        assertThat(talk.server.sent("chat.postMessage")).as("nothing was tried again").hasSize(1);
    }

    @Test
    void whoAsksTooMuchIsToldOnceAndThenShownASign() {
        again(parts -> parts.limited(() -> Instant.parse("2026-11-25T12:00:00Z")));
        for (int i = 0; i < 10; i++) {
            answer(li.asks(channel, "你好"));
        }
        assertThat(answer(li.asks(channel, FOUNDER)).text()).contains("6 秒后再问");
        SlackMessage another = li.asks(channel, FOUNDER);
        settle();
        assertThat(another.answers()).isEmpty();
        assertThat(another.now().reactions()).containsExactly("zzz");
        li.command(channel, "/ask", FOUNDER);
        assertThat(whispered(li, channel).text()).as("a command can have no sign").contains("6 秒后再问");
    }

    @Test
    void aLongAnswerHasPages() {
        again(parts -> parts.desk(CONVERSATIONS, LONG));
        SlackMessage first = answer(li.says(talk.server.dm(li), "展柜里陈列了哪些展品？"));
        assertThat(first.text()).contains("第1号").doesNotContain("第150号");
        li.presses(first, "更多 ▸");
        settle();
        SlackMessage second = first.now();
        assertThat(second.text()).contains("第150号").doesNotContain("第1号");
        assertThat(second.buttons()).containsExactly("[1]", "◂ 返回", "👍", "👎");
        li.presses(second, "[1]");
        assertThat(window(li).text()).contains("第1号");
        li.presses(second, "◂ 返回");
        settle();
        assertThat(first.now().text()).isEqualTo(first.text());
        li.command(channel, "/ask", "展柜里陈列了哪些展品？");
        li.presses(whispered(li, channel), "更多 ▸");
        assertThat(whispered(li, channel).text()).as("a whisper has them too").contains("第150号");
    }
}
