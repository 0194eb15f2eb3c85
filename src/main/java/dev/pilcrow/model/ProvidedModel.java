package dev.pilcrow.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.InstantSource;
import java.util.List;
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
record ProvidedModel(String id, StreamingChatModel streaming, ChatModel whole, boolean endsWithReason,
        Faults faults) implements LanguageModel {

    /// The model that the operator has set.
    static ProvidedModel of(ModelSettings settings, InstantSource clock) {
        ProviderModels models = ProviderModels.of(settings);
        boolean endsWithReason = switch (settings.provider()) {
            case OPENAI, DEEPSEEK -> true;
            case ANTHROPIC, OLLAMA -> false;
        };
        return new ProvidedModel(settings.id(), models.streaming(), models.whole(), endsWithReason,
                new Faults(clock));
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
            @Nullable
            String text = whole.chat(messages).aiMessage().text();
            if (text == null || text.isBlank()) {
                pieces.accept(new Piece.Failed(Fault.EMPTY));
            } else {
                pieces.accept(new Piece.Text(text));
                pieces.accept(new Piece.End());
            }
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
                    boolean complete = response.finishReason() != null || !endsWithReason;
                    pieces.accept(complete && begun.get() ? new Piece.End() : unfinished(complete, begun.get()));
                }

                @Override
                public void onError(Throwable failure) {
                    pieces.accept(faults.of(failure, begun.get()));
                }
            });
            pieces.accept(unfinished(false, begun.get()));
        } catch (RuntimeException failure) {
            pieces.accept(faults.of(failure, begun.get()));
        }
    }

    private static Piece.Failed unfinished(boolean complete, boolean begun) {
        return new Piece.Failed(begun ? Fault.BROKEN_OFF : complete ? Fault.EMPTY : Fault.GARBLED);
    }
}
