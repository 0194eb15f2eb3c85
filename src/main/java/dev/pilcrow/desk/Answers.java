package dev.pilcrow.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.AnswerJson;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.store.AnswerTable;
import java.util.Optional;

/// The answers that were given, each with its version of the article. Thread-safe.
final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESTATED = "restated";
    private static final String ANSWER = "answer";

    private final AnswerTable table;
    private final Shelf shelf;

    Answers(AnswerTable table, Shelf shelf) {
        this.table = table;
        this.shelf = shelf;
    }

    /// Puts an answer in the store, in the place of an earlier one to the same delivery.
    ///
    /// @param delivery the number of the delivery that it answers
    Kept keep(long delivery, Received received, Asking asking, Answer answer, Article article) {
        long id = table.save(delivery, received.conversation(), received.delivery().person().id(), article.id(),
                asking.language().tag(), asking.question(), Kept.kind(answer), AnswerJson.reason(answer),
                JSON.createObjectNode().put(RESTATED, asking.restated()).set(ANSWER, AnswerJson.write(answer))
                        .toString());
        return new Kept(id, delivery, received.conversation(), asking, answer, article);
    }

    /// The answer with this number; nothing when it, or its article, is no longer kept.
    Optional<Kept> find(long id) {
        return table.find(id).flatMap(this::kept);
    }

    /// The last answer of a conversation that the article gave.
    Optional<Kept> last(String conversation) {
        return table.last(conversation).flatMap(this::kept);
    }

    private Optional<Kept> kept(AnswerTable.Saved saved) {
        JsonNode payload = read(saved.payload());
        Asking asking = new Asking(saved.question(), ReaderLanguage.tagged(saved.language()),
                payload.path(RESTATED).asBoolean());
        return shelf.find(saved.article()).flatMap(article -> AnswerJson.read(payload.path(ANSWER), article)
                .map(answer -> new Kept(saved.id(), saved.delivery(), saved.conversation(), asking, answer, article)));
    }

    private static JsonNode read(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("an answer that cannot be read", broken);
        }
    }
}
