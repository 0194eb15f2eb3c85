package dev.pilcrow.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The JDK's HTTP client as LangChain4j's providers use it. Everything happens on the thread that calls, streams too, so
/// that an interrupt ends a call at any point and closes its connection. Thread-safe.
///
/// HTTP/1.1 only: the JDK's offer to upgrade a plain connection loses the body with some servers of local models.
/// Redirects are not followed, as the key would go with them. A response may have 4 MiB.
final class ProviderHttp implements HttpClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long LARGEST = 4L << 20;

    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER).build();

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = send(request);
            try (InputStream body = new CappedStream(response.body(), LARGEST)) {
                return head(response).body(body.readAllBytes()).build();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            HttpResponse<InputStream> response = send(request);
            listener.onOpen(head(response).build());
            try (InputStream body = new CappedStream(response.body(), LARGEST)) {
                parser.parse(body, listener);
            }
            listener.onClose();
        } catch (IOException | HttpException broken) {
            listener.onError(broken);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        java.net.http.HttpRequest.Builder sent = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        try {
            HttpResponse<InputStream> response = client.send(sent.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                response.body().close();
                throw new RefusedException(response.statusCode(), response.headers().firstValue("retry-after"));
            }
            return response;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static SuccessfulHttpResponse.Builder head(HttpResponse<?> response) {
        return SuccessfulHttpResponse.builder().statusCode(response.statusCode()).headers(response.headers().map());
    }

    /// What LangChain4j's builders want in place of a client: its timeouts are not used, as every call has a deadline.
    HttpClientBuilder builder() {
        return new Fixed(this);
    }

    private record Fixed(HttpClient client) implements HttpClientBuilder {

        @Override
        public Duration connectTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
