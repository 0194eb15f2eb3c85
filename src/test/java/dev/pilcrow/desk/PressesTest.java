package dev.pilcrow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Root;
import dev.pilcrow.chat.Span;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.inbox.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the buttons under answers do.
@Timeout(60)
class PressesTest {

    private static final MessageId PRESSED = new MessageId("7", "900");

    private final Chat chat;

    PressesTest(@TempDir Path folder) {
        chat = new Chat(folder);
    }

    @AfterEach
    void close() {
        chat.close();
    }

    @Test
    void aCitationOpensItsParagraphWithTheQuotedWordsMarkedAndTheWayBack() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, "马丁·乔泽帕担心什么？");
        Reply.Changes opened = (Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(answered.post(), "[1]"));
        assertThat(opened.message()).isEqualTo(PRESSED);
        assertThat(opened.post().message().text()).startsWith("[1] ¶9\n彼得森国际经济研究所");
        assertThat(opened.post().message().spans()).extracting(Span::style).startsWith(Span.Style.BOLD)
                .contains(Span.Style.CITED);
        assertThat(Chat.labels(opened.post()).getLast()).containsExactly("◂ 返回");
        Reply.Changes back = (Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(opened.post(), "◂ 返回"));
        assertThat(back.post()).isEqualTo(answered.post());
    }

    @Test
    void aParagraphThatWasOfferedOpensWithoutAQuote() {
        Post declined = chat.asks(Chat.CHINESE, "深度求索有多少名员工？").post();
        Reply.Changes opened = (Reply.Changes) chat.presses(Chat.CHINESE,
                declined.rows().getFirst().getFirst().action());
        assertThat(opened.post().message().text()).isEqualTo("¶6（图片说明）\n深度求索创始人梁文锋 视频截图");
        assertThat(opened.post().message().spans()).extracting(Span::style).containsExactly(Span.Style.BOLD,
                Span.Style.PASSAGE);
        assertThat(opened.toast()).isNull();
    }

    @Test
    void aLongAnswerIsReadPageByPage() {
        chat.ofAtMost(150);
        Reply.Answered answered = chat.asks(Chat.CHINESE, "文章提到了哪些公司？");
        StringBuilder read = new StringBuilder(answered.post().message().text());
        List<Post> pages = new ArrayList<>(List.of(answered.post()));
        while (has(pages.getLast(), "更多 ▸")) {
            pages.add(((Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(pages.getLast(), "更多 ▸"))).post());
            read.append(pages.getLast().message().text());
        }
        assertThat(pages).hasSizeGreaterThan(2).allMatch(page -> page.message().text().length() <= 150);
        assertThat(read.toString()).startsWith("文章列举了：").contains("[1] ¶1");
        Post before = ((Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(pages.getLast(), "◂ 返回"))).post();
        assertThat(before).isEqualTo(pages.get(pages.size() - 2));
    }

    @Test
    void aPassageThatWasOpenedOnAPageLeadsBackToIt() {
        chat.ofAtMost(150);
        Post first = chat.asks(Chat.CHINESE, "文章提到了哪些公司？").post();
        Post second = ((Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(first, "更多 ▸"))).post();
        Post opened = ((Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(second, "[2]"))).post();
        assertThat(((Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(opened, "◂ 返回"))).post())
                .isEqualTo(second);
    }

    @Test
    void aGoodVoteIsThankedForAndABadOneIsAskedForTheReasonInOneTap() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, "深度求索的创始人是谁？");
        assertThat(chat.presses(Chat.CHINESE, Chat.action(answered.post(), "👍")))
                .isEqualTo(new Reply.Toasts("谢谢，已经记下了。"));
        assertThat(chat.store.feedback().counts()).isEqualTo(Map.of(true, 1L, false, 0L));
        Reply.Changes why = (Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(answered.post(), "👎"));
        assertThat(why.toast()).isEqualTo("哪里不好？点一个就行。");
        assertThat(why.post().message()).isEqualTo(answered.post().message());
        assertThat(Chat.labels(why.post())).containsExactly(List.of("事实有误", "答非所问"), List.of("不完整", "其他"),
                List.of("◂ 返回"));
        Reply.Changes thanks = (Reply.Changes) chat.presses(Chat.CHINESE, Chat.action(why.post(), "不完整"));
        assertThat(thanks).isEqualTo(new Reply.Changes(PRESSED, answered.post(), "谢谢，已经记下了。"));
        assertThat(chat.store.feedback().counts()).isEqualTo(Map.of(true, 0L, false, 1L));
    }

    @Test
    void buttonsSpeakTheLanguageOfTheirAnswer() {
        Reply.Answered answered = chat.asks(Chat.TAIWANESE, "Who is the founder of DeepSeek?");
        assertThat(chat.presses(Chat.CHINESE, Chat.action(answered.post(), "👍")))
                .isEqualTo(new Reply.Toasts("Thank you, noted."));
    }

    @Test
    void anAnswerThatIsGoneOrOfAnotherChatIsNotShown() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, "深度求索的创始人是谁？");
        Reply gone = new Reply.Toasts("这个回答已经不在了，请再问一次。");
        for (Action action : List.of(new Action.Show(77, 1), new Action.Near(77, 1), new Action.Page(77, 0),
                new Action.Vote(77, true), new Action.Because(77, Action.Reason.OTHER))) {
            assertThat(chat.presses(Chat.CHINESE, action)).isEqualTo(gone);
        }
        assertThat(chat.presses(Chat.GROUP, Chat.CHINESE, new Action.Show(answered.answer(), 1))).isEqualTo(gone);
        assertThat(chat.presses(Chat.GROUP, Chat.CHINESE, new Action.Vote(answered.answer(), true))).isEqualTo(gone);
        assertThat(chat.store.feedback().counts()).isEqualTo(Map.of(true, 0L, false, 0L));
    }

    @Test
    void aForgedNumberOpensNothing() {
        Reply.Answered answered = chat.asks(Chat.CHINESE, "深度求索的创始人是谁？");
        for (int number : new int[]{0, -1, 2, Integer.MAX_VALUE}) {
            assertThat(chat.presses(Chat.CHINESE, new Action.Show(answered.answer(), number)))
                    .isEqualTo(new Reply.Toasts("没有这一段。"));
        }
        assertThat(chat.presses(Chat.CHINESE, new Action.Near(answered.answer(), 26)))
                .isEqualTo(new Reply.Toasts("没有这一段。"));
        assertThat(((Reply.Changes) chat.presses(Chat.CHINESE, new Action.Page(answered.answer(), -5))).post())
                .isEqualTo(answered.post());
        assertThat(((Reply.Changes) chat.presses(Chat.CHINESE, new Action.Page(answered.answer(), 99))).post())
                .isEqualTo(answered.post());
    }

    @Test
    void inAThreadUnderTheArticleACitationIsQuotedOnceAsAReplyToIt() {
        Received question = chat.received(Chat.GROUP, Chat.CHINESE, new Incoming.Question("深度求索的创始人是谁？"));
        Action.Show show = new Action.Show(((Reply.Answered) chat.reply(question)).answer(), 1);
        Root root = new Root(new MessageId("-100", "5"), "前文。深度求索创始人梁文锋 视频截图。后文。");
        Received press = pressed(root, show);
        Post quoting = ((Reply.Says) chat.reply(press)).post();
        assertThat(quoting.quote()).isEqualTo(new Post.Quote(root.message(), "深度求索创始人梁文锋 视频截图"));
        assertThat(quoting.message().text()).isEqualTo("[1] ¶6（图片说明）：上面引的就是原文。");
        assertThat(chat.reply(press)).as("the same press, again after a crash").isInstanceOf(Reply.Says.class);
        assertThat(chat.reply(pressed(root, show))).isEqualTo(new Reply.Toasts("原文已经在上面引出来了。"));
        assertThat(chat.reply(pressed(new Root(root.message(), "深度求索创始人"), show)))
                .as("a thread under something else").isInstanceOf(Reply.Changes.class);
    }

    private Received pressed(Root root, Action action) {
        return chat.received(Chat.GROUP, Chat.TAIWANESE, new MessageId("-100", "9"), root,
                new Incoming.Pressed("press", action));
    }

    private static boolean has(Post post, String label) {
        return post.rows().stream().flatMap(List::stream).anyMatch(button -> button.label().equals(label));
    }
}
