package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The libraries that talk to the real providers take the stand-in for one.
@Timeout(30)
class ModelServerLibrariesTest {

    private static final String TEXT = "{\"句\": \"芯片出口管制 🙂👩‍👩‍👧🇨🇳 “引文”\", \"段\": [3]}\n\n第二行：𠮷野家。 End ";
    private static final ChatRequest REQUEST = ChatRequest.builder()
            .messages(List.of(SystemMessage.from("Be brief."), UserMessage.from("One 😀"), AiMessage.from("Two"),
                    UserMessage.from("三？")))
            .build();

    private final ModelServer server = ModelServer.start(asked -> new Reply.Says(TEXT));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void openAi() {
        whole(Wire.OPENAI, OpenAiChatModel.builder().baseUrl(server.url(Wire.OPENAI)).apiKey("k").modelName("m")
                .maxRetries(0).build());
    }

    @Test
    void openAiStreaming() throws Exception {
        streamed(Wire.OPENAI, OpenAiStreamingChatModel.builder().baseUrl(server.url(Wire.OPENAI)).apiKey("k")
                .modelName("m").build());
    }

    @Test
    void anthropic() {
        whole(Wire.ANTHROPIC, AnthropicChatModel.builder().baseUrl(server.url(Wire.ANTHROPIC)).apiKey("k")
                .modelName("m").maxRetries(0).build());
    }

    @Test
    void anthropicStreaming() throws Exception {
        streamed(Wire.ANTHROPIC, AnthropicStreamingChatModel.builder().baseUrl(server.url(Wire.ANTHROPIC)).apiKey("k")
                .modelName("m").build());
    }

    @Test
    void ollama() {
        whole(Wire.OLLAMA, OllamaChatModel.builder().baseUrl(server.url(Wire.OLLAMA)).modelName("m").maxRetries(0)
                .build());
    }

    @Test
    void ollamaStreaming() throws Exception {
        streamed(Wire.OLLAMA,
                OllamaStreamingChatModel.builder().baseUrl(server.url(Wire.OLLAMA)).modelName("m").build());
    }

    private void whole(Wire wire, ChatModel model) {
        check(wire, false, model.chat(REQUEST));
    }

    private void streamed(Wire wire, StreamingChatModel model) throws Exception {
        CompletableFuture<ChatResponse> response = new CompletableFuture<>();
        List<String> pieces = Collections.synchronizedList(new ArrayList<>());
        model.chat(REQUEST, new StreamingChatResponseHandler() {
            @Override
            public void onPartialResponse(String piece) {
                pieces.add(piece);
            }

            @Override
            public void onCompleteResponse(ChatResponse complete) {
                response.complete(complete);
            }

            @Override
            public void onError(Throwable error) {
                response.completeExceptionally(error);
            }
        });
        check(wire, true, response.get(20, TimeUnit.SECONDS));
        assertThat(String.join("", pieces)).isEqualTo(TEXT);
        assertThat(pieces).hasSizeGreaterThan(10);
    }

    private void check(Wire wire, boolean streamed, ChatResponse response) {
        assertThat(response.aiMessage().text()).isEqualTo(TEXT);
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(WireForm.tokens(TEXT));
        assertThat(response.tokenUsage().inputTokenCount()).isPositive();
        assertThat(server.open()).isZero();
        Asked asked = server.asked().getFirst();
        assertThat(asked.wire()).isEqualTo(wire);
        assertThat(asked.streamed()).isEqualTo(streamed);
        assertThat(asked.model()).isEqualTo("m");
        assertThat(asked.messages()).containsExactly(new Asked.Turn("system", "Be brief."),
                new Asked.Turn("user", "One 😀"), new Asked.Turn("assistant", "Two"), new Asked.Turn("user", "三？"));
        assertThat(asked.text()).isEqualTo("Be brief.\nOne 😀\nTwo\n三？");
        assertThat(server.calls()).isEqualTo(1);
    }
}
