package dev.pilcrow.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/// Sends messages where they belong, and changes them. Thread-safe.
///
/// In groups a message replies to what it answers; in a thread that hangs on a message it must, as it would stand outside
/// otherwise. Where what it replies to is gone, it replies to the next best, and to nothing at last. A group that has
/// become a supergroup has another id: what is sent to the old one gets there, but none of the old messages is there.
final class TelegramSender {

    private static final int MOVES = 10_000;

    private final TelegramApi api;
    private final TelegramPace pace;
    private final BiConsumer<Place, String> whenMoved;
    private final Cache<String, String> moved = Caffeine.newBuilder().maximumSize(MOVES).build();

    /// @param whenMoved is told the old place and the new id of a chat
    TelegramSender(TelegramApi api, TelegramPace pace, BiConsumer<Place, String> whenMoved) {
        this.api = api;
        this.pace = pace;
        this.whenMoved = whenMoved;
    }

    /// What a message is sent in reply to.
    ///
    /// @param message its number; 0 for nothing
    /// @param quote words of it; empty for none
    /// @param optional is it sent all the same when that message is gone?
    private record Reply(long message, String quote, boolean optional) {

        static final Reply TO_NOTHING = new Reply(0, "", true);

        @Nullable
        ReplyParameters parameters() {
            return message == 0
                    ? null
                    : ReplyParameters.builder().messageId(Math.toIntExact(message))
                            .quote(quote.isEmpty() ? null : quote).allowSendingWithoutReply(optional).build();
        }

        boolean isRefused(TelegramReply answer) {
            return quote.isEmpty() ? TelegramOutcome.refusesReply(answer) : TelegramOutcome.refusesAnything(answer);
        }
    }

    Posted post(Place place, @Nullable MessageId answering, Post post) {
        String chat = current(place.chat());
        Posted posted = pace.inTurn(chat, true, () -> send(place, chat, answering, post));
        String now = current(place.chat());
        return now.equals(chat) ? posted : pace.inTurn(now, true, () -> send(place, now, answering, post));
    }

    private Posted send(Place place, String chat, @Nullable MessageId answering, Post post) {
        TelegramWriter.Written written = TelegramWriter.write(post.message());
        SendMessage message = SendMessage.builder().chatId(chat).text(written.text()).entities(written.entities())
                .linkPreviewOptions(noPreview())
                .messageThreadId(TelegramThread.topic(place))
                .replyMarkup(post.rows().isEmpty() ? null : TelegramWriter.keyboard(post.rows())).build();
        TelegramReply answer = TelegramReply.without(TelegramReply.UNKNOWN);
        for (Reply reply : replies(place, chat, answering, post.quote())) {
            message.setReplyParameters(reply.parameters());
            answer = api.call(message);
            if (reply.message() == 0 || !reply.isRefused(answer)) {
                break;
            }
        }
        if (hasMoved(place, answer)) {
            return new Posted.Refused(Posted.Reason.GONE);
        }
        long number = answer.result().path("message_id").asLong();
        return answer.done() && number == 0
                ? new Posted.Unknown()
                : TelegramOutcome.of(answer, new MessageId(chat, Long.toString(number)));
    }

    /// What a message may reply to, best first.
    private static List<Reply> replies(Place place, String chat, @Nullable MessageId answering,
            Post.@Nullable Quote quote) {
        List<Reply> replies = new ArrayList<>();
        if (quote != null && quote.message().chat().equals(chat)) {
            replies.add(
                    new Reply(number(quote.message()), CleanText.start(quote.words(), TelegramLimits.QUOTE), false));
        }
        if (!place.isPrivate()) {
            Optional<TelegramThread> hanging = TelegramThread.of(place).filter(thread -> !thread.isTopic());
            if (answering != null && answering.chat().equals(chat)) {
                replies.add(new Reply(number(answering), "", hanging.isEmpty()));
            }
            hanging.filter(_ -> place.chat().equals(chat))
                    .ifPresent(thread -> replies.add(new Reply(thread.number(), "", false)));
        }
        replies.add(Reply.TO_NOTHING);
        return replies;
    }

    Posted edit(Place place, MessageId message, Post post) {
        if (!current(message.chat()).equals(message.chat())) {
            return new Posted.Refused(Posted.Reason.MISSING);
        }
        return pace.inTurn(message.chat(), false, () -> change(place, message, post));
    }

    private Posted change(Place place, MessageId message, Post post) {
        TelegramWriter.Written written = TelegramWriter.write(post.message());
        TelegramReply answer = api.call(EditMessageText.builder().chatId(message.chat())
                .messageId(Math.toIntExact(number(message))).text(written.text()).entities(written.entities())
                .linkPreviewOptions(noPreview()).replyMarkup(TelegramWriter.keyboard(post.rows())).build());
        return hasMoved(place, answer)
                ? new Posted.Refused(Posted.Reason.MISSING)
                : TelegramOutcome.of(answer, message);
    }

    private boolean hasMoved(Place place, TelegramReply answer) {
        if (answer.movedTo() == 0) {
            return false;
        }
        String chat = Long.toString(answer.movedTo());
        moved.put(place.chat(), chat);
        whenMoved.accept(place, chat);
        return true;
    }

    /// The id that a chat has now.
    String current(String chat) {
        String now = moved.getIfPresent(chat);
        return now == null ? chat : now;
    }

    private static long number(MessageId message) {
        return Long.parseLong(message.id());
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }
}
