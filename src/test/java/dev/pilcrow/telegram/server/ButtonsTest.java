package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class ButtonsTest extends WithServer {

    private static final String OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

    private SendMessage withButton(String label, String data, int rows) {
        var row = new InlineKeyboardRow(InlineKeyboardButton.builder().text(label).callbackData(data).build());
        return SendMessage.builder().chatId(dm.id()).text("An answer.")
                .replyMarkup(new InlineKeyboardMarkup(Collections.nCopies(rows, row))).build();
    }

    private static AnswerCallbackQuery answer(String press, String text) {
        return AnswerCallbackQuery.builder().callbackQueryId(press).text(text).build();
    }

    @Test
    void aPressBringsTheButtonsDataAndTheMessage() throws TelegramApiException {
        ChatMessage message = shown(dm, client.execute(withButton("[1]", "show:1:1", 1)));
        Press press = alice.presses(message, "[1]");
        var query = client.newest().getCallbackQuery();
        assertThat(query.getData()).isEqualTo("show:1:1");
        assertThat(query.getMessage().getMessageId()).isEqualTo(message.id());
        assertThat(query.getFrom().getId()).isEqualTo(alice.id());
        assertThat(press.isAnswered()).isFalse();
        client.execute(answer(query.getId(), "Thank you."));
        assertThat(press.isAnswered()).isTrue();
        assertThat(press.toast()).isEqualTo("Thank you.");
    }

    @Test
    void aPressIsAnsweredOnceWithinAMinute() throws TelegramApiException {
        ChatMessage message = shown(dm, client.execute(withButton("[1]", "show:1:1", 1)));
        Press press = alice.presses(message, "[1]");
        assertThat(refusal(() -> client.execute(answer(press.id(), "x".repeat(201))))).contains("MESSAGE_TOO_LONG");
        assertThat(refusal(() -> client.execute(answer(press.id(), "x".repeat(200))))).isEqualTo("done");
        assertThat(refusal(() -> client.execute(answer(press.id(), "")))).isEqualTo(OLD);
        Press late = alice.presses(message, "[1]");
        clock.forward(Duration.ofMinutes(2));
        assertThat(refusal(() -> client.execute(answer(late.id(), "")))).isEqualTo(OLD);
    }

    @Test
    void aForgedPressBringsWhatNoButtonHas() throws TelegramApiException {
        alice.forges(said(dm, "An answer."), "stop:1");
        assertThat(client.newest().getCallbackQuery().getData()).isEqualTo("stop:1");
    }

    @Test
    void aButtonsDataHasAtMost64Bytes() throws TelegramApiException {
        assertThat(refusal(() -> client.execute(withButton("[1]", "x".repeat(64), 1)))).isEqualTo("done");
        assertThat(refusal(() -> client.execute(withButton("[1]", "界".repeat(22), 1))))
                .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void aMessageHasAtMost100Buttons() throws TelegramApiException {
        assertThat(refusal(() -> client.execute(withButton("[1]", "x", 100)))).isEqualTo("done");
        assertThat(refusal(() -> client.execute(withButton("[1]", "x", 101)))).contains("REPLY_MARKUP_TOO_LONG");
    }

    @Test
    void aButtonDoesSomething() throws TelegramApiException {
        var bare = new InlineKeyboardRow(InlineKeyboardButton.builder().text("[1]").build());
        var message = SendMessage.builder().chatId(dm.id()).text("An answer.")
                .replyMarkup(new InlineKeyboardMarkup(List.of(bare))).build();
        assertThat(refusal(() -> client.execute(message))).contains("text buttons are unallowed");
    }
}
