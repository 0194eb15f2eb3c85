package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

class TextRulesTest extends WithServer {

    private SendMessage marked(String text, MessageEntity... entities) {
        return SendMessage.builder().chatId(dm.id()).text(text).entities(List.of(entities)).build();
    }

    private static MessageEntity entity(String type, int offset, int length) {
        return MessageEntity.builder().type(type).offset(offset).length(length).build();
    }

    @Test
    void takesTextsOfUpTo4096Units() throws TelegramApiException {
        assertThat(refusal(() -> client.send(dm, "界".repeat(4096)))).isEqualTo("done");
        assertThat(refusal(() -> client.send(dm, "界".repeat(4097)))).isEqualTo("400 Bad Request: message is too long");
        assertThat(refusal(() -> client.send(dm, "😀".repeat(2049)))).contains("message is too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n\n", "\u200b\u200b", "\u2028"})
    void refusesTextsThatNobodySees(String text) throws TelegramApiException {
        assertThat(refusal(() -> client.send(dm, text))).isEqualTo("400 Bad Request: message text is empty");
    }

    @Test
    void trimsTextsAndMovesTheirEntities() throws TelegramApiException {
        var sent = client.execute(marked("\n  \u202eKaspar\rHauser  ", entity("bold", 4, 6), entity("italic", 11, 8)));
        ChatMessage message = shown(dm, sent);
        assertThat(message.text()).isEqualTo("KasparHauser");
        assertThat(message.marked("bold")).containsExactly("Kaspar");
        assertThat(message.marked("italic")).containsExactly("Hauser");
    }

    @ParameterizedTest
    @CsvSource({"bold,0,7,ends after the end", "bold,7,1,incorrect offset", "bold,-1,2,incorrect offset",
            "bold,0,0,incorrect length", "bold,1,2,middle of a UTF-16 symbol", "bold,2,3,middle of a UTF-16 symbol",
            "shouted,0,1,unsupported type"})
    void refusesEntitiesThatDoNotFitTheText(String type, int offset, int length, String why)
            throws TelegramApiException {
        assertThat(refusal(() -> client.execute(marked("😀Hi😀", entity(type, offset, length))))).startsWith("400")
                .contains(why);
    }

    @Test
    void findsNamesAddressesAndCommandsInWhatTheBotSays() throws TelegramApiException {
        ChatMessage message = said(dm,
                "@alice see https://example.com/a?b, example.org, /start, #tag or mail@example.com");
        assertThat(message.marked("mention")).containsExactly("@alice");
        assertThat(message.marked("url")).containsExactly("https://example.com/a?b", "example.org");
        assertThat(message.marked("bot_command")).containsExactly("/start");
        assertThat(message.marked("hashtag")).containsExactly("#tag");
        assertThat(message.marked("email")).containsExactly("mail@example.com");
    }

    @Test
    void findsAddressesAfterChineseCharactersButNoNames() throws TelegramApiException {
        ChatMessage message = said(dm, "见https://example.com/甲 你@alice 用/start");
        assertThat(message.marked("url")).containsExactly("https://example.com/甲");
        assertThat(message.marked("mention")).isEmpty();
        assertThat(message.marked("bot_command")).isEmpty();
    }

    @Test
    void findsNothingInCode() throws TelegramApiException {
        var sent = client.execute(marked("@alice", entity("code", 0, 6)));
        assertThat(shown(dm, sent).marked("mention")).isEmpty();
    }

    @Test
    void entitiesMayLieInOthers() throws TelegramApiException {
        var sent = client.execute(marked("A foundling.", entity("expandable_blockquote", 0, 12), entity("bold", 2, 9)));
        assertThat(shown(dm, sent).marked("bold")).containsExactly("foundling");
    }
}
