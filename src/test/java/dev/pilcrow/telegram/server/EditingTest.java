package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class EditingTest extends WithServer {

    private static InlineKeyboardMarkup button(String label) {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(
                InlineKeyboardButton.builder().text(label).callbackData("data of " + label).build())));
    }

    private EditMessageText edit(ChatMessage message, String text) {
        return LibraryClient.edit(message.chat(), message.id(), text);
    }

    @Test
    void anEditChangesTheMessageInItsPlace() throws TelegramApiException {
        ChatMessage message = said(dm, "…");
        client.execute(edit(message, "An answer."));
        assertThat(message.now().text()).isEqualTo("An answer.");
        assertThat(message.now().edits()).isEqualTo(1);
        assertThat(message.text()).isEqualTo("…");
    }

    @Test
    void anEditThatChangesNothingIsRefused() throws TelegramApiException {
        ChatMessage message = said(dm, "An answer.");
        assertThat(refusal(() -> client.execute(edit(message, " An answer.\n"))))
                .startsWith("400 Bad Request: message is not modified:");
    }

    @Test
    void anEditWithoutButtonsTakesThemAway() throws TelegramApiException {
        ChatMessage message = said(dm, "An answer.");
        client.execute(EditMessageReplyMarkup.builder().chatId(dm.id()).messageId(message.id())
                .replyMarkup(button("[1]")).build());
        assertThat(message.now().buttons()).containsExactly("[1]");
        client.execute(edit(message, "An answer."));
        assertThat(message.now().buttons()).isEmpty();
    }

    @Test
    void nobodyEditsWhatOthersSaidOrWhatIsGone() throws TelegramApiException {
        ChatMessage question = alice.says(dm, "Who was he?");
        assertThat(refusal(() -> client.execute(edit(question, "What?"))))
                .isEqualTo("400 Bad Request: message can't be edited");
        ChatMessage gone = said(dm, "An answer.");
        alice.deletes(gone);
        assertThat(refusal(() -> client.execute(edit(gone, "Another."))))
                .isEqualTo("400 Bad Request: message to edit not found");
        assertThat(refusal(() -> client.execute(edit(question, " ")))).contains("message text is empty");
        assertThat(refusal(() -> client.execute(edit(question, "x".repeat(4097))))).contains("MESSAGE_TOO_LONG");
    }

    @Test
    void aPersonsEditComesAsAnUpdate() throws TelegramApiException {
        ChatMessage question = alice.says(dm, "Who was he?");
        alice.edits(question, "Who was she?");
        var edited = client.newest().getEditedMessage();
        assertThat(edited.getMessageId()).isEqualTo(question.id());
        assertThat(edited.getText()).isEqualTo("Who was she?");
        assertThat(edited.getEditDate()).isNotNull();
    }

    @Test
    void theBotDeletesItsOwnMessagesForTwoDays() throws TelegramApiException {
        ChatMessage first = said(dm, "An answer.");
        ChatMessage second = said(dm, "Another.");
        client.execute(DeleteMessage.builder().chatId(dm.id()).messageId(first.id()).build());
        assertThat(first.isDeleted()).isTrue();
        clock.forward(Duration.ofHours(49));
        assertThat(refusal(
                () -> client.execute(DeleteMessage.builder().chatId(dm.id()).messageId(second.id()).build())))
                .contains("message can't be deleted");
    }
}
