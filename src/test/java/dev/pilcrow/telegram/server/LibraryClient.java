package dev.pilcrow.telegram.server;

import java.util.List;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// A bot as the library is used, with the shortest way to the commonest requests.
final class LibraryClient extends OkHttpTelegramClient {

    LibraryClient(TelegramServer server) {
        this(server, server.token());
    }

    LibraryClient(TelegramServer server, String token) {
        super(new OkHttpClient.Builder().retryOnConnectionFailure(false).build(), token, url(server));
    }

    static TelegramUrl url(TelegramServer server) {
        return TelegramUrl.builder().schema("http").host("127.0.0.1").port(server.port()).build();
    }

    static SendMessage message(Chat chat, String text) {
        return SendMessage.builder().chatId(chat.id()).text(text).build();
    }

    static EditMessageText edit(Chat chat, int id, String text) {
        return EditMessageText.builder().chatId(chat.id()).messageId(id).text(text).build();
    }

    Message send(Chat chat, String text) throws TelegramApiException {
        return execute(message(chat, text));
    }

    /// The updates that wait, from an offset on.
    List<Update> updates(int offset) throws TelegramApiException {
        return execute(GetUpdates.builder().offset(offset).timeout(0).build());
    }

    /// The newest update that waits; the others are confirmed.
    Update newest() throws TelegramApiException {
        return updates(-1).getLast();
    }

    /// What the server says when it refuses.
    static String refusal(Call call) throws TelegramApiException {
        try {
            call.run();
        } catch (TelegramApiRequestException e) {
            return e.getErrorCode() + " " + e.getApiResponse();
        }
        return "done";
    }

    /// Something that the server may refuse.
    interface Call {
        void run() throws TelegramApiException;
    }
}
