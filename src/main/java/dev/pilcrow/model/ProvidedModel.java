package dev.pilcrow.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A model of one of LangChain4j's providers. Messages are handed over as they are, never as templates. Thread-safe.
///
/// @param id see {@link LanguageModel#id()}
/// @param streaming gives the text in pieces
/// @param whole gives it at its end
/// @param endsWithReason does only a reason to end tell a whole stream from one that was cut off?
/// @param faults tells what a failure means
/// @param journal is told what calls use
record ProvidedModel(String id, StreamingChatModel streaming, ChatModel whole, boolean endsWithReason,
        Faults faults, CallJournal journal) implements LanguageModel {

    /// The model that the operator has set.
    static ProvidedModel of(ModelSettings settings, InstantSource clock, CallJournal journal) {
        ProviderModels models = ProviderModels.of(settings);
        boolean endsWithReason = switch (settings.provider()) {
            case OPENAI, DEEPSEEK -> true;
            case ANTHROPIC, OLLAMA -> false;
        };
        return new ProvidedModel(settings.id(), models.streaming(), models.whole(), endsWithReason,
                new Faults(clock), journal);
    }

    @Override
    public ModelCall open(Prompt prompt, Delivery delivery, Deadline deadline) {
        List<ChatMessage> messages = prompt.turns().stream().map(ProvidedModel::message).toList();
        return new ThreadedCall(deadline, switch (delivery) {
            case STREAMED -> pieces -> stream(messages, pieces);
            case WHOLE -> pieces -> ask(messages, pieces);
        });
    }

    private static ChatMessage message(Prompt.Turn turn) {
        return switch (turn.role()) {
            case SYSTEM -> SystemMessage.from(turn.text());
            case USER -> UserMessage.from(turn.text());
            case ASSISTANT -> AiMessage.from(turn.text());
        };
    }

    private void ask(List<ChatMessage> messages, Consumer<Piece> pieces) {
        try {
            ChatResponse response = whole.chat(messages);
            used(response);
            @Nullable
            String text = response.aiMessage().text();
            boolean said = text != null && !text.isBlank();
            if (text != null && said) {
                pieces.accept(new Piece.Text(text));
            }
            pieces.accept(end(response.finishReason(), said));
        } catch (RuntimeException failure) {
            pieces.accept(faults.of(failure, false));
        }
    }

    private void stream(List<ChatMessage> messages, Consumer<Piece> pieces) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            streaming.chat(messages, new StreamingChatResponseHandler() {
                @Override
                public void onPartialResponse(String text) {
                    begun.set(true);
                    pieces.accept(new Piece.Text(text));
                }

                @Override
                public void onCompleteResponse(ChatResponse response) {
                    used(response);
                    boolean complete = response.finishReason() != null || !endsWithReason;
                    pieces.accept(complete
                            ? end(response.finishReason(), begun.get())
                            : unfinished(begun.get()));
                }

                @Override
                public void onError(Throwable failure) {
                    pieces.accept(faults.of(failure, begun.get()));
                }
            });
            pieces.accept(unfinished(begun.get()));
        } catch (RuntimeException failure) {
            pieces.accept(faults.of(failure, begun.get()));
        }
    }

    private void used(ChatResponse response) {
        @Nullable
        TokenUsage usage = response.tokenUsage();
        if (usage != null) {
            journal.used(Objects.requireNonNullElse(usage.inputTokenCount(), 0),
                    Objects.requireNonNullElse(usage.outputTokenCount(), 0));
        }
    }

    /// How an answer ends that its provider ended, for a reason that it may have told.
    private static Piece end(@Nullable FinishReason reason, boolean said) {
        if (reason == FinishReason.LENGTH) {
            return new Piece.Failed(Fault.TOO_LONG);
        }
        if (reason == FinishReason.CONTENT_FILTER) {
            return new Piece.Failed(Fault.REQUEST_REFUSED);
        }
        return said ? new Piece.End() : new Piece.Failed(Fault.EMPTY);
    }

    /// How an answer ends that nobody ended.
    private static Piece unfinished(boolean begun) {
        return new Piece.Failed(begun ? Fault.BROKEN_OFF : Fault.GARBLED);
    }
}
