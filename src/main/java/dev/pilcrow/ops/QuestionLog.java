package dev.pilcrow.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.inbox.Finished;
import dev.pilcrow.inbox.Journal;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.store.AnswerTable.Saved;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// Logs a line for each question that is done: which it was, what became of it, and how long each stage took. A line has
/// nothing of what was written or answered, unless the operator has asked for that. Thread-safe.
public final class QuestionLog implements Journal {

    private static final Logger LOG = Logger.getLogger(QuestionLog.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Pseudonyms pseudonyms;
    private final Optional<LongFunction<Optional<Saved>>> texts;

    private QuestionLog(Pseudonyms pseudonyms, Optional<LongFunction<Optional<Saved>>> texts) {
        this.pseudonyms = pseudonyms;
        this.texts = texts;
    }

    /// A log without texts.
    public QuestionLog(Pseudonyms pseudonyms) {
        this(pseudonyms, Optional.empty());
    }

    /// The same log with the texts of questions that have an answer, and of the answers.
    ///
    /// @param answers finds an answer by its number
    public QuestionLog withTexts(LongFunction<Optional<Saved>> answers) {
        return new QuestionLog(pseudonyms, Optional.of(answers));
    }

    @Override
    public void finished(Finished delivery) {
        Level level = delivery.isQuestion() && delivery.outcome() != Outcome.IGNORED ? Level.INFO : Level.FINE;
        if (LOG.isLoggable(level)) {
            LogRecord line = new LogRecord(level, delivery.isQuestion() ? "question" : "event");
            line.setLoggerName(LOG.getName());
            line.setParameters(new Object[]{fields(delivery)});
            LOG.log(line);
        }
    }

    private Map<String, Object> fields(Finished delivery) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("delivery", delivery.id());
        fields.put("platform", delivery.platform());
        fields.put("conversation", pseudonyms.of(delivery.conversation()));
        fields.put("kind", Words.of(delivery.kind()));
        fields.put("outcome", delivery.outcome().key());
        fields.put("attempts", delivery.attempts());
        Long answer = delivery.answer();
        if (answer != null) {
            fields.put("answer", answer);
            fields.put("composer", delivery.composer());
        }
        delivery.stages().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(stage -> fields.put(Words.of(stage.getKey()) + "_ms", stage.getValue().toMillis()));
        fields.put("whole_ms", delivery.whole().toMillis());
        if (answer != null) {
            texts.flatMap(saved -> saved.apply(answer)).ifPresent(saved -> {
                fields.put("question_text", saved.question());
                fields.put("answer_text", text(saved));
            });
        }
        return fields;
    }

    /// The sentences of an answer; empty when it was declined.
    private static String text(Saved saved) {
        try {
            JsonNode claims = JSON.readTree(saved.payload()).path("answer").path("claims");
            return claims.valueStream().map(claim -> claim.path("text").asText()).collect(Collectors.joining(" "));
        } catch (JsonProcessingException _) {
            return "";
        }
    }
}
