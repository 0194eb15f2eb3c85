package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.pilcrow.standin.Json;
import dev.pilcrow.standin.Violations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A text with its entities, as the server keeps it: cleaned, trimmed, checked, with what it finds by itself.
///
/// @param text at least one character that can be seen
/// @param entities in the order of their starts, the longer first
record Formatted(String text, List<Entity> entities) {

    static final int LONGEST = 4096;
    private static final int MOST_ENTITIES = 100;
    private static final Set<String> HOLDING = Set.of("bold", "italic", "underline", "strikethrough", "spoiler",
            "blockquote", "expandable_blockquote");
    private static final Set<String> TYPES = Set.of("bold", "italic", "underline", "strikethrough", "spoiler",
            "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention", "custom_emoji",
            "date_time", "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number");

    /// May an entity of this type hold others?
    static boolean mayHold(String type) {
        return HOLDING.contains(type);
    }

    /// Checks and cleans what a bot sends.
    ///
    /// @param tooLong what is said of a text that is too long
    /// @param violations takes what the server would put right in silence
    static Formatted of(String raw, JsonNode given, String tooLong, Violations violations) {
        List<Entity> entities = new ArrayList<>();
        for (JsonNode one : given) {
            Entity entity = Entity.of(one);
            check(raw, entity, violations);
            entities.add(entity);
        }
        if (entities.size() > MOST_ENTITIES) {
            violations.add("more than " + MOST_ENTITIES + " entities");
        }
        nesting(entities, violations);
        Formatted clean = Cleaning.clean(raw, entities.stream().limit(MOST_ENTITIES).toList());
        if (clean.text.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (clean.text.length() > LONGEST) {
            throw Refusal.badRequest(tooLong);
        }
        return new Formatted(clean.text, Stream
                .concat(clean.entities.stream(), Detection.entities(clean.text, clean.entities).stream())
                .sorted(Comparator.comparingInt(Entity::offset).thenComparing(Entity::length,
                        Comparator.reverseOrder()))
                .toList());
    }

    ArrayNode json() {
        ArrayNode list = Json.array();
        entities.forEach(entity -> list.add(entity.json()));
        return list;
    }

    private static void check(String text, Entity entity, Violations violations) {
        if (!TYPES.contains(entity.type())) {
            throw Refusal.badRequest("unsupported type of the entity");
        }
        if (entity.offset() < 0 || entity.offset() > text.length()) {
            throw Refusal.badRequest("receive an entity with incorrect offset");
        }
        if (entity.length() <= 0) {
            throw Refusal.badRequest("receive an entity with incorrect length");
        }
        if (entity.end() > text.length()) {
            throw Refusal.badRequest("entity beginning at UTF-16 offset " + entity.offset()
                    + " ends after the end of the text at UTF-16 offset " + entity.end());
        }
        if (cuts(text, entity.offset()) || cuts(text, entity.end())) {
            throw Refusal.badRequest("entity begins or ends in a middle of a UTF-16 symbol");
        }
        if (entity.type().equals("text_link")
                && !entity.json().path("url").asText().matches("(?i)(https?|tg|ton)://.+")) {
            violations.add("a text_link without an address");
        }
    }

    private static boolean cuts(String text, int at) {
        return at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }

    private static void nesting(List<Entity> entities, Violations violations) {
        for (int i = 0; i < entities.size(); i++) {
            for (int j = i + 1; j < entities.size(); j++) {
                Entity one = entities.get(i);
                Entity other = entities.get(j);
                if (one.overlaps(other) && !nests(one, other) && !nests(other, one)) {
                    violations.add("the entities " + one.json() + " and " + other.json() + " cannot overlap");
                }
            }
        }
    }

    private static boolean nests(Entity outer, Entity inner) {
        boolean quotes = outer.type().endsWith("blockquote") && inner.type().endsWith("blockquote");
        return outer.offset() <= inner.offset() && inner.end() <= outer.end() && mayHold(outer.type())
                && !outer.type().equals(inner.type()) && !quotes;
    }
}
