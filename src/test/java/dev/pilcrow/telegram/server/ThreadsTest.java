package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class ThreadsTest extends WithServer {

    @Override
    Setup setup() {
        return super.setup().privacy(false);
    }

    private SendMessage inThread(Chat chat, int thread, String text) {
        return SendMessage.builder().chatId(chat.id()).messageThreadId(thread).text(text).build();
    }

    private SendMessage reply(ChatMessage message, String text) {
        return SendMessage.builder().chatId(message.chat().id()).text(text)
                .replyParameters(ReplyParameters.builder().messageId(message.id()).build()).build();
    }

    @Test
    void aTopicsMessagesTellTheTopicAndHangOnItsBeginning() throws TelegramApiException {
        Topic topic = server.forum("Readers").topic("Kaspar Hauser");
        alice.says(topic, "Who was he?");
        var message = client.newest().getMessage();
        assertThat(message.getMessageThreadId()).isEqualTo(topic.topic());
        assertThat(message.getIsTopicMessage()).isTrue();
        assertThat(message.getReplyToMessage().getForumTopicCreated().getName()).isEqualTo("Kaspar Hauser");
        assertThat(message.getChat().getIsForum()).isTrue();
    }

    @Test
    void theBotWritesInATopicByItsNumber() throws TelegramApiException {
        Topic topic = server.forum("Readers").topic("Kaspar Hauser");
        client.execute(inThread(topic.chat(), topic.topic(), "Hello."));
        assertThat(topic.messages()).last().hasToString("Pilcrow: Hello.");
    }

    @Test
    void aReplyInATopicStaysThereWithoutItsNumber() throws TelegramApiException {
        Topic topic = server.forum("Readers").topic("Kaspar Hauser");
        ChatMessage question = alice.says(topic, "Who was he?");
        client.execute(reply(question, "A foundling."));
        assertThat(topic.messages()).last().hasToString("Pilcrow: A foundling.");
        assertThat(question.answers()).hasSize(1);
    }

    @Test
    void theGeneralTopicAndUnknownTopicsHaveNoNumber() throws TelegramApiException {
        Chat forum = server.forum("Readers");
        assertThat(refusal(() -> client.execute(inThread(forum, 1, "Hello."))))
                .isEqualTo("400 Bad Request: message thread not found");
        assertThat(refusal(() -> client.execute(inThread(forum, 4711, "Hello.")))).contains("message thread not found");
        assertThat(said(forum, "Hello.").thread()).isZero();
    }

    @Test
    void aClosedTopicTakesNothing() throws TelegramApiException {
        Topic topic = server.forum("Readers").topic("Kaspar Hauser");
        topic.close();
        assertThat(refusal(() -> client.execute(inThread(topic.chat(), topic.topic(), "Hello."))))
                .contains("TOPIC_CLOSED");
    }

    @Test
    void aChannelsPostComesToItsGroupAsAnAutomaticForward() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        Chat group = channel.discussion();
        ChatMessage post = channel.post("Kaspar Hauser was a foundling.");
        var forward = client.newest().getMessage();
        assertThat(forward.getIsAutomaticForward()).isTrue();
        assertThat(forward.getFrom().getId()).isEqualTo(777_000);
        assertThat(forward.getSenderChat().getId()).isEqualTo(channel.id());
        assertThat(forward.getForwardOrigin()).isInstanceOf(MessageOriginChannel.class);
        assertThat(forward.getText()).isEqualTo(post.text());
        assertThat(group.last().id()).isEqualTo(forward.getMessageId());
    }

    @Test
    void aCommentHangsOnTheForwardAndIsNoTopic() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        Chat group = channel.discussion();
        channel.post("Kaspar Hauser was a foundling.");
        ChatMessage forward = group.last();
        ChatMessage comment = alice.replies(forward, "Really?");
        alice.replies(comment, "I mean it.");
        var message = client.newest().getMessage();
        assertThat(message.getMessageThreadId()).isEqualTo(forward.id());
        assertThat(message.getIsTopicMessage()).isNull();
        assertThat(message.getReplyToMessage().getMessageId()).isEqualTo(comment.id());
    }

    @Test
    void onlyAReplyKeepsTheBotInACommentThread() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        Chat group = channel.discussion();
        channel.post("Kaspar Hauser was a foundling.");
        ChatMessage forward = group.last();
        ChatMessage comment = alice.replies(forward, "Really?");
        assertThat(shown(group, client.execute(inThread(group, forward.id(), "lost"))).thread()).isZero();
        assertThat(shown(group, client.execute(reply(comment, "kept"))).thread()).isEqualTo(forward.id());
    }

    @Test
    void aReplyInAGroupTellsTheRootOfItsChain() throws TelegramApiException {
        ChatMessage root = alice.says(server.supergroup("Readers"), "Who was he?");
        ChatMessage second = alice.replies(root, "Anyone?");
        alice.replies(second, "Please.");
        assertThat(client.newest().getMessage().getMessageThreadId()).isEqualTo(root.id());
    }

    @Test
    void aPersonQuotesWordsOfAMessage() throws TelegramApiException {
        ChatMessage article = alice.says(dm, "Kaspar Hauser was a foundling.");
        alice.quotes(article, "a foundling", "What is that?");
        assertThat(client.newest().getMessage().getQuote().getText()).isEqualTo("a foundling");
    }

    @Test
    void aReplyInTheGeneralTopicTellsAThreadThatTheBotCannotName() throws TelegramApiException {
        Chat forum = server.forum("Readers");
        ChatMessage question = alice.says(forum, "Who was he?");
        alice.replies(question, "Anyone?");
        var message = client.newest().getMessage();
        assertThat(message.getMessageThreadId()).isEqualTo(question.id());
        assertThat(message.getIsTopicMessage()).isNull();
        assertThat(refusal(() -> client.execute(inThread(forum, question.id(), "Hello."))))
                .contains("message thread not found");
    }

    @Test
    void aPrivateChatHasTopicsToo() throws TelegramApiException {
        Topic topic = dm.topic("Kaspar Hauser");
        alice.says(topic, "Who was he?");
        assertThat(client.newest().getMessage().getMessageThreadId()).isEqualTo(topic.topic());
        client.execute(inThread(dm, topic.topic(), "A foundling."));
        assertThat(topic.messages()).last().hasToString("Pilcrow: A foundling.");
        assertThat(refusal(() -> client.execute(inThread(dm, 4711, "Hello.")))).contains("message thread not found");
    }

    @Test
    void theBotSeesTheChannelItselfOnlyAsItsAdministrator() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        channel.post("unseen");
        assertThat(server.pending()).isZero();
        channel.addsBot(alice);
        channel.post("seen");
        var post = client.newest().getChannelPost();
        assertThat(post.getText()).isEqualTo("seen");
        assertThat(post.getFrom()).isNull();
        assertThat(post.getSenderChat().getId()).isEqualTo(channel.id());
    }
}
