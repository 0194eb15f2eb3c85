package dev.pilcrow.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.article.Article;
import dev.pilcrow.model.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Answers as JSON objects, from which the same answers are made again. Thread-safe.
public final class AnswerJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUNDED = "grounded";
    private static final String DECLINED = "declined";
    private static final String UNAVAILABLE = "unavailable";

    private AnswerJson() {
    }

    /// The object of an answer.
    public static ObjectNode write(Answer answer) {
        ObjectNode json = JSON.createObjectNode();
        json.set("retrieved", JSON.valueToTree(answer.retrieved()));
        json.put("model", answer.origin().model()).put("prompts", answer.origin().prompts()).put("caveat",
                answer.caveat().name());
        switch (answer) {
            case Answer.Grounded grounded -> {
                json.put("kind", GROUNDED).put("lead", grounded.lead().name());
                ArrayNode claims = json.putArray("claims");
                grounded.claims().forEach(claim -> write(claims.addObject(), claim));
            }
            case Answer.NotInArticle declined -> {
                json.put("kind", DECLINED).put("reason", declined.reason().name());
                json.set("nearest", JSON.valueToTree(declined.nearest()));
            }
            case Answer.Unavailable away -> {
                json.put("kind", UNAVAILABLE).put("fault", away.fault().name());
                json.set("nearest", JSON.valueToTree(away.nearest()));
            }
        }
        return json;
    }

    private static void write(ObjectNode json, Claim claim) {
        ArrayNode citations = json.put("text", claim.text()).putArray("citations");
        claim.citations().forEach(citation -> citations.addObject().put("paragraph", citation.paragraph())
                .put("start", citation.start()).put("quote", citation.quote()));
    }

    /// Why there is no answer, in one word; empty when there is one.
    public static String reason(Answer answer) {
        return switch (answer) {
            case Answer.Grounded _ -> "";
            case Answer.NotInArticle declined -> declined.reason().name().toLowerCase(Locale.ROOT);
            case Answer.Unavailable away -> away.fault().name().toLowerCase(Locale.ROOT);
        };
    }

    /// The answer of an object; nothing when it is none of this article, as its quotes do not stand there.
    public static Optional<Answer> read(JsonNode json, Article article) {
        List<Integer> retrieved = numbers(json, "retrieved");
        Origin origin = new Origin(json.path("model").asText(), json.path("prompts").asText());
        try {
            Answer.Caveat caveat = Answer.Caveat.valueOf(json.path("caveat").asText());
            return Optional.ofNullable(switch (json.path("kind").asText()) {
                case GROUNDED -> new Answer.Grounded(Answer.Lead.valueOf(json.path("lead").asText()),
                        list(json.path("claims")).map(claim -> claim(claim, article)).toList(), retrieved, origin,
                        caveat);
                case DECLINED -> new Answer.NotInArticle(Answer.Reason.valueOf(json.path("reason").asText()),
                        numbers(json, "nearest"), retrieved, origin, caveat);
                case UNAVAILABLE -> new Answer.Unavailable(Fault.valueOf(json.path("fault").asText()),
                        numbers(json, "nearest"), retrieved);
                default -> null;
            });
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /// The paragraphs that the answer of an object cites, each once, by their numbers from 1. Nothing is checked.
    public static List<Integer> cited(JsonNode json) {
        return list(json.path("claims")).flatMap(claim -> list(claim.path("citations")))
                .map(citation -> citation.path("paragraph").asInt()).filter(number -> number > 0).distinct().toList();
    }

    /// The paragraphs that the answer of an object offers in place of an answer, by their numbers from 1.
    public static List<Integer> nearest(JsonNode json) {
        return numbers(json, "nearest").stream().filter(number -> number > 0).toList();
    }

    private static Claim claim(JsonNode json, Article article) {
        return new Claim(json.path("text").asText(), list(json.path("citations")).map(each -> {
            Citation citation = new Citation(each.path("paragraph").asInt(), each.path("start").asInt(),
                    each.path("quote").asText());
            if (!article.paragraph(citation.paragraph()).text().startsWith(citation.quote(), citation.start())) {
                throw new IllegalArgumentException("a quote that is not in paragraph " + citation.paragraph());
            }
            return citation;
        }).toList());
    }

    private static List<Integer> numbers(JsonNode json, String field) {
        return list(json.path(field)).map(JsonNode::asInt).toList();
    }

    private static Stream<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
