package dev.pilcrow.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.pilcrow.Secret;
import org.jspecify.annotations.Nullable;

/// The two forms of a model that LangChain4j has for every provider, over one HTTP client and without retries of their
/// own, which would go past the deadline.
///
/// @param streaming gives the text in pieces
/// @param whole gives it at its end
record ProviderModels(StreamingChatModel streaming, ChatModel whole) {

    /// Tokens of an answer. A reasoning model's thoughts count among them.
    private static final int MOST_TOKENS = 4096;
    /// Tokens of a prompt with its answer: Ollama's own default cuts the prompt.
    private static final int CONTEXT = 16_384;
    /// Some servers of local models want a key to be sent, and take any.
    private static final String NO_KEY = "none";

    static ProviderModels of(ModelSettings settings) {
        HttpClientBuilder http = new ProviderHttp().builder();
        String key = settings.key().map(Secret::reveal).orElse(NO_KEY);
        return switch (settings.provider()) {
            case OPENAI -> openAi(settings, key, http, settings.url().isEmpty());
            case DEEPSEEK -> openAi(settings, key, http, false);
            case ANTHROPIC -> anthropic(settings, key, http);
            case OLLAMA -> ollama(settings, http);
        };
    }

    /// OpenAI's own newer models refuse a temperature and `max_tokens`; other servers do not know what came for the latter.
    ///
    /// @param own is it OpenAI itself?
    static ProviderModels openAi(ModelSettings settings, String key, HttpClientBuilder http, boolean own) {
        @Nullable
        Double temperature = own ? null : 0.0;
        @Nullable
        Integer maxTokens = own ? null : MOST_TOKENS;
        @Nullable
        Integer maxCompletionTokens = own ? MOST_TOKENS : null;
        return new ProviderModels(
                OpenAiStreamingChatModel.builder().httpClientBuilder(http).baseUrl(settings.address()).apiKey(key)
                        .modelName(settings.name()).temperature(temperature).maxTokens(maxTokens)
                        .maxCompletionTokens(maxCompletionTokens).build(),
                OpenAiChatModel.builder().httpClientBuilder(http).baseUrl(settings.address()).apiKey(key)
                        .modelName(settings.name()).temperature(temperature).maxTokens(maxTokens)
                        .maxCompletionTokens(maxCompletionTokens).maxRetries(0).build());
    }

    private static ProviderModels anthropic(ModelSettings settings, String key, HttpClientBuilder http) {
        return new ProviderModels(
                AnthropicStreamingChatModel.builder().httpClientBuilder(http).baseUrl(settings.address()).apiKey(key)
                        .modelName(settings.name()).maxTokens(MOST_TOKENS).build(),
                AnthropicChatModel.builder().httpClientBuilder(http).baseUrl(settings.address()).apiKey(key)
                        .modelName(settings.name()).maxTokens(MOST_TOKENS).maxRetries(0).build());
    }

    private static ProviderModels ollama(ModelSettings settings, HttpClientBuilder http) {
        return new ProviderModels(
                OllamaStreamingChatModel.builder().httpClientBuilder(http).baseUrl(settings.address())
                        .modelName(settings.name()).temperature(0.0).numPredict(MOST_TOKENS).numCtx(CONTEXT).build(),
                OllamaChatModel.builder().httpClientBuilder(http).baseUrl(settings.address())
                        .modelName(settings.name()).temperature(0.0).numPredict(MOST_TOKENS).numCtx(CONTEXT)
                        .maxRetries(0).build());
    }
}
