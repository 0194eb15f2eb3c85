package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class RepliesTest extends WithServer {

    private SendMessage reply(ReplyParameters.ReplyParametersBuilder parameters) {
        return SendMessage.builder().chatId(dm.id()).text("An answer.").replyParameters(parameters.build()).build();
    }

    @Test
    void aReplyNeedsTheMessageThatItAnswers() throws TelegramApiException {
        ChatMessage question = alice.says(dm, "Who was he?");
        client.execute(reply(ReplyParameters.builder().messageId(question.id())));
        assertThat(question.answers()).hasSize(1);
        alice.deletes(question);
        assertThat(refusal(() -> client.execute(reply(ReplyParameters.builder().messageId(question.id())))))
                .isEqualTo("400 Bad Request: message to be replied not found");
    }

    @Test
    void aReplyMayBeSentWithoutTheMessageWhenTheBotSaysSo() throws TelegramApiException {
        var sent = client.execute(reply(ReplyParameters.builder().messageId(4711).allowSendingWithoutReply(true)));
        assertThat(shown(dm, sent).replyTo()).isZero();
    }

    @Test
    void aQuoteIsAPartOfTheMessageToTheLetter() throws TelegramApiException {
        ChatMessage article = alice.says(dm, "Kaspar Hauser was a foundling.");
        var sent = client.execute(reply(ReplyParameters.builder().messageId(article.id()).quote("a foundling")));
        assertThat(shown(dm, sent).quote()).isEqualTo("a foundling");
        assertThat(refusal(
                () -> client.execute(reply(ReplyParameters.builder().messageId(article.id()).quote("A foundling")))))
                .isEqualTo("400 Bad Request: QUOTE_TEXT_INVALID");
    }

    @Test
    void aQuoteHasAtMost1024Units() throws TelegramApiException {
        ChatMessage article = alice.says(dm, "界".repeat(1025));
        var quote = ReplyParameters.builder().messageId(article.id());
        assertThat(refusal(() -> client.execute(reply(quote.quote("界".repeat(1024)))))).isEqualTo("done");
        assertThat(refusal(() -> client.execute(reply(quote.quote("界".repeat(1025)))))).contains("QUOTE_TEXT_INVALID");
    }
}
