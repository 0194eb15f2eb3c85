package dev.pilcrow.insights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pilcrow.answer.AnswerJson;
import java.util.List;

/// The paragraphs of an answer as it is kept. One that cannot be read has none.
final class Payload {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Payload() {
    }

    static List<Integer> cited(String payload) {
        return AnswerJson.cited(answer(payload));
    }

    static List<Integer> nearest(String payload) {
        return AnswerJson.nearest(answer(payload));
    }

    private static JsonNode answer(String payload) {
        try {
            return JSON.readTree(payload).path("answer");
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
