package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.search.Samples;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
import dev.pilcrow.store.Store;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import dev.pilcrow.telegram.server.Topic;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What readers meet in the corners of Telegram: threads, topics, groups that move, and people who are not alone.
@Timeout(120)
@BesideOthers
class TelegramDeskTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String FOUNDER = "深度求索的创始人是谁？";
    private static final String QUOTED = "深度求索创始人梁文锋 视频截图";
    private static final String CALLED = "@pilcrow_bot " + FOUNDER;

    private TelegramTalk talk;
    private Account li;

    @BeforeEach
    void begin(@TempDir Path folder) {
        talk = TelegramTalk.of(TelegramTalk.Parts.in(folder).respondent(TelegramDeskTest::desk));
        li = talk.server.person("Li", "zh-hans");
    }

    @AfterEach
    void end() {
        talk.close();
        assertThat(talk.server.violations()).isEmpty();
    }

    private static Respondent desk(Store store) {
        return new Desk(new Shelf(Samples.BUILT_IN, "article.txt", store.articles()),
                dev.pilcrow.conversation.Talk.CONVERSATIONS.remembering(store.turns(), InstantSource.system()),
                Wordings.packaged(), store, _ -> TestScreen.of(4096));
    }

    /// The one message that replies to another, when nothing is under way any more.
    private ChatMessage answer(ChatMessage question) {
        await().atMost(SOON).until(() -> !question.answers().isEmpty());
        talk.awaitDone(SOON);
        assertThat(question.answers()).hasSize(1);
        return question.answers().getFirst();
    }

    private void isFounder(ChatMessage answer) {
        assertThat(answer.text()).contains(QUOTED);
        assertThat(answer.buttons()).contains("[1]");
    }

    private ChatMessage posted(String text) {
        Chat channel = talk.server.channel("News");
        Chat comments = channel.discussion();
        channel.post(text);
        return comments.last();
    }

    @Test
    void answersUnderAChannelsPostStayThereAndQuoteIt() {
        ChatMessage post = posted("前文。" + QUOTED + "。后文。");
        Chat comments = post.chat();
        ChatMessage answer = answer(li.replies(post, CALLED));
        isFounder(answer);
        assertThat(answer.thread()).isEqualTo(post.id());
        Press press = li.presses(answer, "[1]");
        await().atMost(SOON).until(press::isAnswered);
        talk.awaitDone(SOON);
        assertThat(comments.last().quote()).isEqualTo(QUOTED);
        assertThat(comments.last().replyTo()).isEqualTo(post.id());
        assertThat(comments.last().thread()).isEqualTo(post.id());
        assertThat(answer.now().text()).as("stays as it was").isEqualTo(answer.text());
        int before = comments.botMessages().size();
        Press again = talk.server.person("Han", "zh-hans").presses(answer, "[1]");
        await().atMost(SOON).until(again::isAnswered);
        talk.awaitDone(SOON);
        assertThat(again.toast()).isNotEmpty();
        assertThat(comments.botMessages()).hasSize(before);
    }

    @Test
    void whoGoesOnByAReplyIsAnsweredInTheThreadAndQuotedThePostToo() {
        ChatMessage post = posted("前文。" + QUOTED + "。后文。");
        ChatMessage first = answer(li.replies(post, CALLED));
        ChatMessage second = answer(li.replies(first, "梁文锋是哪家公司的创始人？"));
        isFounder(second);
        assertThat(second.thread()).isEqualTo(post.id());
        li.presses(second, "[1]");
        await().atMost(SOON).until(() -> post.chat().last().quote().equals(QUOTED));
    }

    @Test
    void aPostWithoutTheSentenceIsNotQuotedAndThePassageOpensInTheAnswer() {
        ChatMessage answer = answer(li.replies(posted("别的文章。"), CALLED));
        li.presses(answer, "[1]");
        await().atMost(SOON).until(() -> answer.now().text().contains("¶6"));
        assertThat(answer.chat().botMessages()).hasSize(1);
    }

    @Test
    void aThreadsMemoryIsApartFromTheGroups() {
        ChatMessage post = posted("别的文章。");
        isFounder(answer(li.replies(post, CALLED)));
        String inThread = answer(li.replies(post, "/sources")).text();
        String inGroup = answer(li.says(post.chat(), "/sources")).text();
        assertThat(inThread).contains(QUOTED);
        assertThat(inGroup).doesNotContain(QUOTED);
    }

    @Test
    void topicsAreAnsweredInTheTopicAndGeneralWithoutANumber() {
        Chat forum = talk.server.forum("Readers");
        Topic news = forum.topic("News");
        ChatMessage inNews = answer(li.says(news, CALLED));
        isFounder(inNews);
        assertThat(inNews.thread()).isEqualTo(news.topic());
        assertThat(answer(li.says(forum, "/sources")).text()).as("its own memory").doesNotContain(QUOTED);
        ChatMessage inGeneral = answer(li.says(forum, CALLED));
        isFounder(inGeneral);
        Request last = talk.server.sent("sendMessage").getLast();
        assertThat(last.body().has("message_thread_id")).isFalse();
        li.presses(inNews, "[1]");
        await().atMost(SOON).until(() -> inNews.now().text().contains("¶6"));
    }

    @Test
    void aGroupThatMovesTakesItsMemoryAndItsOpenQuestionsWithIt() {
        Chat group = talk.server.group("Readers");
        isFounder(answer(li.says(group, CALLED)));
        talk.server.fail("sendMessage", Fault.tooMany(2));
        li.says(group, "/ask " + FOUNDER);
        await().atMost(SOON).until(() -> talk.server.sent("sendMessage").getLast().status() == 429);
        Chat supergroup = group.migrates(li);
        await().atMost(SOON).until(() -> supergroup.botMessages().size() == 1);
        talk.awaitDone(SOON);
        isFounder(supergroup.botMessages().getFirst());
        assertThat(answer(li.says(supergroup, "/sources")).text()).contains(QUOTED);
    }

    @Test
    void whoRemovesOrBlocksTheBotIsNotWrittenToAndItIsRecorded() {
        Chat group = talk.server.supergroup("Readers");
        talk.server.fail("sendMessage", Fault.tooMany(2), Fault.tooMany(2));
        li.says(group, CALLED);
        li.says(talk.server.dm(li), FOUNDER);
        await().atMost(SOON).until(() -> talk.server.sent("sendMessage").stream()
                .filter(request -> request.status() == 429).count() == 2);
        group.kicksBot(li);
        li.blocks();
        talk.awaitDone(SOON);
        assertThat(group.botMessages()).isEmpty();
        assertThat(talk.server.dm(li).botMessages()).isEmpty();
        assertThat(talk.inbox.outcomes()).containsOnlyKeys("gone").containsEntry("gone", 4L);
        li.unblocks();
        li.says(talk.server.dm(li), FOUNDER);
        await().atMost(SOON).until(() -> talk.server.dm(li).toString().contains(QUOTED));
    }

    @Test
    void anEditedQuestionChangesItsAnswer() {
        Chat group = talk.server.supergroup("Readers");
        ChatMessage question = li.says(group, "@pilcrow_bot 深度求索有多少名员工？");
        assertThat(answer(question).text()).doesNotContain("文章里写道");
        li.edits(question, CALLED);
        await().atMost(SOON).untilAsserted(() -> isFounder(answer(question)));
        assertThat(group.botMessages()).hasSize(1);
    }

    @Test
    void askInReplyToSomebodysMessageAsksThat() {
        Chat group = talk.server.supergroup("Readers");
        ChatMessage other = talk.server.person("Han", "zh-hans").says(group, FOUNDER);
        isFounder(answer(li.replies(other, "/ask")));
    }

    @Test
    void anAnonymousAdministratorIsAnsweredAndAnotherBotIsNot() {
        Chat group = talk.server.supergroup("Readers");
        ChatMessage others = talk.server.otherBot("other_bot").says(group, CALLED);
        isFounder(answer(talk.server.anonymousAdministrator(group).says(group, CALLED)));
        assertThat(others.answers()).isEmpty();
        assertThat(group.botMessages()).hasSize(1);
    }

    @Test
    void theBotIsCalledFromTheMiddleOfASentence() {
        Chat group = talk.server.supergroup("Readers");
        isFounder(answer(li.says(group, "请问 @pilcrow_bot 深度求索的创始人是谁？")));
        ChatMessage quiet = li.says(group, FOUNDER);
        answer(li.says(group, "/help@pilcrow_bot"));
        assertThat(quiet.answers()).as("nobody called").isEmpty();
    }
}
