package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest extends WithServer {

    @Test
    void aThreadIsReadPageByPageWithWhatIsAttached() throws Exception {
        SlackMessage asked = alice.asks(general, "who?");
        client.chatPostMessage(post -> post.channel(general.id()).threadTs(asked.ts()).text("Reading …")
                .unfurlLinks(false).unfurlMedia(false).metadata(Message.Metadata.builder().eventType("answer")
                        .eventPayload(Map.of("key", "4711")).build()));
        ConversationsRepliesResponse first = client.conversationsReplies(read -> read.channel(general.id())
                .ts(asked.ts()).limit(1).includeAllMetadata(true));
        assertThat(first.isHasMore()).isTrue();
        assertThat(first.getMessages().getFirst().getReplyCount()).isEqualTo(1);
        ConversationsRepliesResponse second = client.conversationsReplies(read -> read.channel(general.id())
                .ts(asked.ts()).cursor(first.getResponseMetadata().getNextCursor()).includeAllMetadata(true));
        assertThat(second.isHasMore()).isFalse();
        assertThat(second.getMessages().getFirst().getMetadata().getEventPayload()).containsEntry("key", "4711");
        assertThat(client.conversationsReplies(read -> read.channel(general.id()).ts(asked.ts())).getMessages())
                .extracting(Message::getMetadata).containsOnlyNulls();
    }

    @Test
    void aPlaceIsReadNewestFirstWithoutItsThreads() throws Exception {
        SlackMessage first = alice.says(general, "first");
        alice.replies(first, "in the thread");
        alice.says(general, "second");
        assertThat(client.conversationsHistory(read -> read.channel(general.id())).getMessages())
                .extracting(Message::getText).containsExactly("second", "first");
        assertThat(client.conversationsHistory(read -> read.channel(general.id()).oldest(first.ts())).getMessages())
                .extracting(Message::getText).containsExactly("second");
        assertThat(error(client.conversationsReplies(read -> read.channel(general.id()).ts("1.000001"))))
                .isEqualTo("thread_not_found");
    }

    @Test
    void aPersonsLanguageIsToldWhenAskedFor() throws Exception {
        Person wang = server.person("Wang", "zh-CN");
        assertThat(client.usersInfo(info -> info.user(wang.id()).includeLocale(true)).getUser().getLocale())
                .isEqualTo("zh-CN");
        assertThat(client.usersInfo(info -> info.user(wang.id())).getUser().getLocale()).isNull();
        assertThat(error(client.usersInfo(info -> info.user("U0NOBODY")))).isEqualTo("user_not_found");
        assertThat(client.conversationsInfo(info -> info.channel(dm.id())).getChannel().isIm()).isTrue();
    }
}
