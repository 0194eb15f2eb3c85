package dev.pilcrow.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// The HTTP clients that the library is given. Neither follows a redirect, as the token would go with it.
final class TelegramHttp {

    private static final int AT_ONCE = 64;
    private static final Duration SENDING = Duration.ofSeconds(10);
    private static final Duration CONNECT = Duration.ofSeconds(4);
    /// How long the server lets a poll wait for updates.
    static final Duration POLL = Duration.ofSeconds(5);
    /// Longer than that a poll is not waited for, so that a connection that has died unnoticed costs few seconds.
    private static final Duration READ = POLL.plusSeconds(3);
    private static final Duration LONGEST_POLL = READ.plusSeconds(7);

    private TelegramHttp() {
    }

    /// The request never left this machine.
    static final class UnsentException extends IOException {

        private static final long serialVersionUID = 1;
    }

    /// For messages, many at once. One that may have got there is never sent again by itself.
    static OkHttpClient sending(ExecutorService threads) {
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return base().dispatcher(dispatcher).connectionPool(new ConnectionPool(AT_ONCE, 30, TimeUnit.SECONDS))
                .connectTimeout(SENDING).readTimeout(SENDING).writeTimeout(SENDING).callTimeout(SENDING.multipliedBy(2))
                .addInterceptor(TelegramHttp::once).addNetworkInterceptor(TelegramHttp::reached).build();
    }

    /// For polls, one after the other.
    static OkHttpClient polling(Interceptor watch) {
        return base().protocols(List.of(Protocol.HTTP_1_1)).connectTimeout(CONNECT).readTimeout(READ)
                .writeTimeout(CONNECT).callTimeout(LONGEST_POLL).addInterceptor(watch).build();
    }

    private static OkHttpClient.Builder base() {
        return new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false);
    }

    /// Has a connection been there, to send the request?
    private record Reach(AtomicBoolean reached) {
    }

    private static Response once(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        Reach reach = new Reach(new AtomicBoolean());
        RequestBody body = request.body();
        try {
            return chain.proceed(request.newBuilder().method(request.method(), body == null ? null : new Once(body))
                    .tag(Reach.class, reach).build());
        } catch (IOException failed) {
            throw reach.reached().get() ? failed : new UnsentException();
        }
    }

    private static Response reached(Interceptor.Chain chain) throws IOException {
        Reach reach = chain.request().tag(Reach.class);
        if (reach != null) {
            reach.reached().set(true);
        }
        return chain.proceed(chain.request());
    }

    /// A body that OkHttp sends on another connection only when nothing of it was sent on the first: without this it would
    /// send it twice, and with its retries off it would not try a host's other addresses either.
    private static final class Once extends RequestBody {

        private final RequestBody body;

        Once(RequestBody body) {
            this.body = body;
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() throws IOException {
            return body.contentLength();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            body.writeTo(sink);
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
