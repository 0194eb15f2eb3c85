package dev.pilcrow.telegram;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.pilcrow.chat.Pauses;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/// The Bot API: one method at a time, or many on many threads. It never throws, and of a failure it logs only the kind, as
/// the addresses in exceptions have the token in them. Thread-safe.
final class TelegramApi implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TelegramApi.class.getName());

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OkHttpClient http = TelegramHttp.sending(threads);
    private final OkHttpTelegramClient client;
    private final Pauses pauses = new Pauses();

    TelegramApi(TelegramSettings settings) {
        client = new OkHttpTelegramClient(TelegramJson.MAPPER, http, settings.token().reveal(), url(settings));
    }

    /// The server, as the library names it.
    static TelegramUrl url(TelegramSettings settings) {
        int port = settings.api().getPort();
        boolean plain = "http".equals(settings.api().getScheme());
        return TelegramUrl.builder().schema(plain ? "http" : "https").host(settings.api().getHost())
                .port(port >= 0 ? port : plain ? 80 : 443).build();
    }

    /// How often Telegram wanted to be spared.
    Pauses pauses() {
        return pauses;
    }

    /// Calls a method and waits for the answer; an interrupt ends that.
    TelegramReply call(PartialBotApiMethod<?> method) {
        TelegramReply reply = answer(method);
        if (reply.isFlood()) {
            pauses.add(reply.pause());
        }
        return reply;
    }

    private TelegramReply answer(PartialBotApiMethod<?> method) {
        try {
            return client.executeAsync(new Request(method)).get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return TelegramReply.without(TelegramReply.UNKNOWN);
        } catch (TelegramApiValidationException invalid) {
            return failed(method, invalid, 400);
        } catch (ExecutionException | TelegramApiException failed) {
            return failed(method, failed, isUnsent(failed) ? TelegramReply.UNSENT : TelegramReply.UNKNOWN);
        }
    }

    private static TelegramReply failed(PartialBotApiMethod<?> method, Exception failure, int code) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        LOG.log(Level.DEBUG, "{0}: {1}", method.getMethod(), cause.getClass().getSimpleName());
        return TelegramReply.without(code);
    }

    private static boolean isUnsent(Throwable failure) {
        return failure instanceof TelegramHttp.UnsentException
                || failure.getCause() != null && isUnsent(failure.getCause());
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.connectionPool().evictAll();
        threads.shutdownNow();
    }

    /// A method whose answer is read no further than needed: the library cannot read a message that it has just sent when
    /// something is unusual in the message that it replies to, and it would look as if it had not been sent.
    private static final class Request extends BotApiMethod<TelegramReply> {

        private final PartialBotApiMethod<?> method;

        Request(PartialBotApiMethod<?> method) {
            this.method = method;
        }

        @JsonValue
        PartialBotApiMethod<?> method() {
            return method;
        }

        @Override
        public String getMethod() {
            return method.getMethod();
        }

        @Override
        public void validate() throws TelegramApiValidationException {
            method.validate();
        }

        @Override
        public TelegramReply deserializeResponse(String answer) throws TelegramApiRequestException {
            try {
                return TelegramReply.of(TelegramJson.MAPPER.readTree(answer));
            } catch (JsonProcessingException garbled) {
                throw new TelegramApiRequestException("not JSON", garbled);
            }
        }
    }
}
