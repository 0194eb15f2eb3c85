package dev.pilcrow.slack;

import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/// The HTTP client that the library is given, for many requests at once. It does not follow a redirect, as the token would
/// go with it, and a request that may have got there is never sent again by itself.
final class SlackHttp {

    private static final int AT_ONCE = 64;
    private static final Duration STEP = Duration.ofSeconds(10);

    private SlackHttp() {
    }

    /// The request never left this machine.
    static final class UnsentException extends IOException {

        private static final long serialVersionUID = 1;
    }

    static OkHttpClient client() {
        return new OkHttpClient.Builder().followRedirects(false).followSslRedirects(false)
                .connectionPool(new ConnectionPool(AT_ONCE, 30, TimeUnit.SECONDS)).connectTimeout(STEP)
                .readTimeout(STEP).writeTimeout(STEP).callTimeout(STEP.multipliedBy(2))
                .addInterceptor(SlackHttp::once).addNetworkInterceptor(SlackHttp::reached).build();
    }

    /// Has a connection been there, to send the request?
    private record Reach(AtomicBoolean reached) {
    }

    private static Response once(Interceptor.Chain chain) throws IOException {
        Reach reach = new Reach(new AtomicBoolean());
        try {
            return chain.proceed(chain.request().newBuilder().tag(Reach.class, reach).build());
        } catch (IOException failed) {
            throw reach.reached().get() ? failed : new UnsentException();
        }
    }

    /// With OkHttp's own retries off it would not try a host's other addresses either; so the second one that gets as far
    /// as a connection is stopped there.
    private static Response reached(Interceptor.Chain chain) throws IOException {
        Reach reach = chain.request().tag(Reach.class);
        if (reach != null && reach.reached().getAndSet(true)) {
            throw new ProtocolException("sent already");
        }
        return chain.proceed(chain.request());
    }
}
