package dev.pilcrow.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.telegram.telegrambots.meta.api.methods.updates.AllowedUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// A request for updates that hands each one over as it came: the library's own fails for all when it cannot read one.
final class TelegramPoll extends GetUpdates {

    /// What Telegram is to hand over.
    static final List<String> KINDS = List.of(AllowedUpdates.MESSAGE, AllowedUpdates.EDITEDMESSAGE,
            AllowedUpdates.CALLBACKQUERY, AllowedUpdates.MYCHATMEMBER);
    private static final int MOST = 100;

    private final transient AtomicInteger last;
    private final transient Runnable whenNothing;

    /// @param last the number of the last update; the library passes over all that are not above it
    /// @param patience how long the server may wait for updates
    /// @param whenNothing is run when there are no updates
    TelegramPoll(AtomicInteger last, Duration patience, Runnable whenNothing) {
        super(last.get() + 1, MOST, Math.toIntExact(patience.toSeconds()), KINDS);
        this.last = last;
        this.whenNothing = whenNothing;
    }

    /// An update in the library's hands, of which only the number is read.
    static final class Raw extends Update {

        private static final long serialVersionUID = 1;

        private final transient JsonNode json;

        Raw(int number, JsonNode json) {
            setUpdateId(number);
            this.json = json;
        }

        JsonNode json() {
            return json;
        }
    }

    /// The updates as they came; one without a number of its own gets one that confirms nothing more. The last one is set back below all of them first: Telegram begins to count anew, anywhere,
    /// after a week without updates, and the library would pass over low numbers for ever.
    @Override
    @SuppressWarnings("NonApiType") // the library's
    public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
        JsonNode result = result(answer);
        List<Integer> numbers = result.valueStream().map(update -> update.path("update_id")).filter(JsonNode::isInt)
                .map(JsonNode::intValue).sorted().toList();
        int without = numbers.isEmpty() ? last.get() : numbers.getLast();
        ArrayList<Update> updates = new ArrayList<>();
        for (JsonNode update : result) {
            updates.add(
                    new Raw(update.path("update_id").isInt() ? update.path("update_id").intValue() : without, update));
        }
        if (updates.isEmpty()) {
            whenNothing.run();
        } else {
            last.set((numbers.isEmpty() ? without : numbers.getFirst()) - 1);
        }
        return updates;
    }

    private static JsonNode result(String answer) throws TelegramApiRequestException {
        try {
            JsonNode read = TelegramJson.MAPPER.readTree(answer);
            if (read.path("ok").asBoolean() && read.path("result").isArray()) {
                return read.path("result");
            }
        } catch (JsonProcessingException _) {
            // Told below, without what stood there.
        }
        throw new TelegramApiRequestException("no updates in the answer");
    }
}
