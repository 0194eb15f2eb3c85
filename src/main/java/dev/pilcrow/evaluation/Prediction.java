package dev.pilcrow.evaluation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.conversation.Reply;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// An answer as other programs read it: the object that `ask --json` prints and `eval` writes for a row.
///
/// @param text the answer as a reader sees it, or that there is none
/// @param answer what was answered
/// @param millis how long it took, in milliseconds
public record Prediction(String text, Answer answer, double millis) {

    private static final JsonFactory JSON = new JsonFactory();

    /// A reply with its words.
    public static Prediction of(Reply reply, String text) {
        return new Prediction(text, reply.answer(), reply.millis());
    }

    /// Whether the question was answered.
    public boolean answered() {
        return answer instanceof Answer.Grounded;
    }

    /// The quotes of the answer, none when it is declined.
    public List<Citation> citations() {
        return switch (answer) {
            case Answer.Grounded grounded -> grounded.citations();
            case Answer.NotInArticle _,Answer.Unavailable _ -> List.of();
        };
    }

    /// The object in one line.
    public String json() {
        return json("");
    }

    /// The object in one line, with the id of its row; none when that is empty.
    String json(String id) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            if (!id.isEmpty()) {
                json.writeStringField("id", id);
            }
            json.writeBooleanField("answered", answered());
            json.writeStringField("text", text);
            writeCitations(json);
            writeNumbers(json, "retrieved", answer.retrieved());
            switch (answer) {
                case Answer.Grounded _ -> {
                }
                case Answer.NotInArticle declined -> writeNumbers(json, "nearest", declined.nearest());
                case Answer.Unavailable away -> writeNumbers(json, "nearest", away.nearest());
            }
            json.writeStringField("composer", answer.origin().isModel() ? "model" : "extractive");
            json.writeNumberField("millis", BigDecimal.valueOf(millis).setScale(1, RoundingMode.HALF_UP));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private void writeCitations(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("citations");
        for (Citation citation : citations()) {
            json.writeStartObject();
            json.writeNumberField("paragraph", citation.paragraph());
            json.writeStringField("quote", citation.quote());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNumbers(JsonGenerator json, String field, List<Integer> numbers) throws IOException {
        json.writeArrayFieldStart(field);
        for (int number : numbers) {
            json.writeNumber(number);
        }
        json.writeEndArray();
    }
}
