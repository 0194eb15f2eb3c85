package dev.pilcrow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Span;
import dev.pilcrow.chat.Surface;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.inbox.Reply;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is different where a platform has windows, whispers and a page of the bot's own.
@Timeout(60)
class WindowsTest {

    private static final Place WHISPERED = new Place("slack", "T1", "C1", "", false, "u1");

    private final Chat chat;

    WindowsTest(@TempDir Path folder) {
        chat = new Chat(folder).withWindows();
    }

    @AfterEach
    void close() {
        chat.close();
    }

    private Reply.Answered whispers(String question) {
        return (Reply.Answered) chat.reply(chat.received(WHISPERED, Chat.CHINESE, new Incoming.Question(question)));
    }

    private static Surface.Window window(Reply reply) {
        return (Surface.Window) ((Reply.Shows) reply).surface();
    }

    @Test
    void aCitationOpensInAWindowBetweenItsNeighbours() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, "马丁·乔泽帕担心什么？");
        Surface.Window window = window(chat.presses(Chat.CHINESE, Chat.action(answered.post(), "[1]")));
        assertThat(window.press()).isEqualTo("press");
        assertThat(window.title()).isEqualTo("[1] ¶9");
        assertThat(window.message().text()).containsSubsequence("¶8", "¶9", "彼得森国际经济研究所", "¶10")
                .hasSizeLessThanOrEqualTo(3000);
        assertThat(window.message().spans()).extracting(Span::style).contains(Span.Style.CITED);
        assertThat(window.rows()).isEmpty();
    }

    @Test
    void theFirstAndTheLastParagraphHaveOneNeighbour() {
        Post declined = chat.asks(Chat.CHINESE, "深度求索有多少名员工？").post();
        Action.Near near = (Action.Near) declined.rows().getFirst().getFirst().action();
        assertThat(window(chat.presses(Chat.CHINESE, new Action.Near(near.answer(), 1))).message().text())
                .startsWith("¶1").contains("¶2").doesNotContain("¶3");
        assertThat(window(chat.presses(Chat.CHINESE, new Action.Near(near.answer(), 25))).message().text())
                .startsWith("¶24").contains("¶25").doesNotContain("¶26");
    }

    @Test
    void whoFindsAnAnswerOfNoUseIsAskedWhyInAWindowAndThankedThere() {
        Reply.Answered answered = chat.asks(Chat.ENGLISH, "Who founded DeepSeek?");
        Surface.Window why = window(chat.presses(Chat.ENGLISH, Chat.action(answered.post(), "👎")));
        assertThat(why.title()).isEqualTo("Feedback");
        assertThat(why.rows()).hasSize(2);
        Action wrong = why.rows().getFirst().getFirst().action();
        assertThat(((Reply.Changes) chat.presses(Chat.ENGLISH, wrong)).post())
                .matches(post -> post.message().text().equals("Thank you, noted."))
                .matches(post -> post.rows().isEmpty());
        assertThat(chat.store.feedback().counts()).isEqualTo(Map.of(true, 0L, false, 1L));
    }

    @Test
    void anAnswerThatOnePersonWasGivenCanBeSharedOnceWithItsQuestion() {
        Reply.Answered answered = whispers("马丁·乔泽帕担心什么？");
        Action share = Chat.action(answered.post(), "分享到频道");
        Reply.Shares shared = (Reply.Shares) chat.presses(WHISPERED, Chat.CHINESE, share);
        assertThat(shared.post().message().text()).startsWith("马丁·乔泽帕担心什么？\n文章");
        assertThat(Chat.labels(shared.post()).toString()).contains("[1]").doesNotContain("分享");
        assertThat(chat.presses(WHISPERED, Chat.CHINESE, share)).isInstanceOf(Reply.Toasts.class);
        Place channel = WHISPERED.aloud();
        assertThat(chat.presses(channel, Chat.ENGLISH, Chat.action(shared.post(), "[1]")))
                .as("everybody in the channel may open what it cites").isInstanceOf(Reply.Shows.class);
    }

    @Test
    void aRefusalIsNotToBeShared() {
        assertThat(Chat.labels(whispers("深度求索有多少名员工？").post()).toString()).doesNotContain("分享");
    }

    @Test
    void aCommandWithoutAQuestionOpensQuestionsToBeginWithAndRoomForOnesOwn() {
        Surface.Window window = window(chat.reply(Chat.ENGLISH, new Incoming.Compose("press")));
        assertThat(window.title()).isEqualTo("Ask the article").hasSizeLessThanOrEqualTo(24);
        assertThat(window.rows()).hasSize(3).allMatch(row -> row.getFirst().action() instanceof Action.Ask);
        assertThat(window.field()).isEqualTo(new Surface.Field("Your own question", "Ask"));
    }

    @Test
    void whoOpensTheChatIsOfferedQuestions() {
        Reply.Shows shows = (Reply.Shows) chat.reply(Chat.CHINESE, new Incoming.Opened());
        assertThat((Surface.Prompts) shows.surface()).matches(prompts -> prompts.title().equals("可以这样开始"))
                .matches(prompts -> prompts.questions().size() == 3);
    }

    @Test
    void theBotsPageShowsTheArticleHowToAskAndWhatThePersonHasAsked() {
        chat.asks(Chat.ENGLISH, "Who founded DeepSeek?");
        chat.asks(Chat.CHINESE, "谁写的？");
        Reply.Shows shows = (Reply.Shows) chat.reply(Chat.ENGLISH, new Incoming.Visited());
        Surface.Page page = (Surface.Page) shows.surface();
        assertThat(page.person()).isEqualTo("u3");
        assertThat(page.message().text()).containsSubsequence("¶1", "You asked lately", "· Who founded DeepSeek?",
                "Just ask.", "mute").doesNotContain("谁写的");
        assertThat(page.rows()).hasSize(3);
    }

    @Test
    void theBotsPageHasAllOfItsHelpHoweverMuchElseThereIs() {
        Article article = Articles.of("A title of an article\n\n"
                + "A long enough beginning of a paragraph that goes on and on for ever.\n\n".repeat(80));
        ChatWording words = new ChatWording(Wordings.packaged().in(ReaderLanguage.ENGLISH));
        String page = words.page(article, TestScreen.rich(3000), Collections.nCopies(5, "why? ".repeat(40))).text();
        assertThat(page).hasSizeLessThanOrEqualTo(3000).endsWith(words.help(TestScreen.rich(3000)).text())
                .contains("A title of an article", "¶9");
    }

    @Test
    void aThreadIsMutedAndUnmuted() {
        Place thread = new Place("slack", "T1", "C1", "17.1", false);
        Reply muted = chat.reply(chat.received(thread, Chat.ENGLISH, new Incoming.Mute(true)));
        assertThat(((Reply.Says) muted).post().message().text()).startsWith("I keep quiet in this thread");
        chat.reply(chat.received(thread, Chat.ENGLISH, new Incoming.Question("Who founded DeepSeek?")));
        assertThat(chat.store.threads().isOpen(thread.id(), chat.now.minusSeconds(60))).isFalse();
        Reply unmuted = chat.reply(chat.received(thread, Chat.ENGLISH, new Incoming.Mute(false)));
        assertThat(((Reply.Says) unmuted).post().message().text()).startsWith("I answer questions in this thread");
        assertThat(chat.store.threads().isOpen(thread.id(), chat.now.minusSeconds(60))).isTrue();
    }

    @Test
    void onlyAQuestionIsTakenToBeMeantForTheBot() {
        for (String question : List.of("And who said that?", "why not", "谁说的", "那后来呢？", "為什麼", "is it true",
                "真的嗎")) {
            assertThat(chat.desk.isMeant(new Incoming.Overheard(question))).as(question).isTrue();
        }
        for (String remark : List.of("thanks!", "I know why", "好的", "whatever", "see https://example.org/?q=1 for more",
                "同意楼上")) {
            assertThat(chat.desk.isMeant(new Incoming.Overheard(remark))).as(remark).isFalse();
        }
    }
}
