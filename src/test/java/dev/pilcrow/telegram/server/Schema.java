package dev.pilcrow.telegram.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.standin.Json;
import dev.pilcrow.standin.Violations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// What the documents say of each parameter, and whether requests are so. Thread-safe.
final class Schema {

    private static final String MANY = "Array of ";
    private final Map<String, Map<String, Parameter>> owners = new HashMap<>();
    private final Violations violations;

    private record Parameter(String type, String required) {
    }

    Schema(Violations violations) {
        this.violations = violations;
        try (InputStream table = Schema.class.getResourceAsStream("/telegram/bot-api.tsv")) {
            new String(Objects.requireNonNull(table).readAllBytes(), UTF_8).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .forEach(cells -> owners.computeIfAbsent(cells[0], _ -> new LinkedHashMap<>()).put(cells[1],
                            new Parameter(cells[2], cells[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes everything in a request that is not as documented.
    void check(String method, Params params) {
        JsonNode said = params.get("method");
        if (!said.isMissingNode() && !said.asText().equalsIgnoreCase(method)) {
            violations.add(method + ": its method field says " + said);
        }
        check(method, method, params.all(), params.form());
    }

    private void check(String path, String owner, JsonNode object, boolean form) {
        Map<String, Parameter> known = owners.getOrDefault(owner, Map.of());
        object.forEachEntry((name, value) -> {
            Parameter parameter = known.get(name);
            if (parameter != null && parameter.required.equals("never")) {
                violations.add(path + "." + name + " is not for this bot");
            } else if (parameter != null) {
                value(path + "." + name, parameter.type, value, form);
            } else if (!name.equals("method") || !path.equals(owner)) {
                violations.add(path + "." + name + " is not documented");
            }
        });
        known.forEach((name, parameter) -> {
            if (parameter.required.equals("yes") && !object.hasNonNull(name)) {
                violations.add(path + "." + name + " is missing");
            }
        });
    }

    private void value(String path, String type, JsonNode value, boolean form) {
        boolean right = switch (type) {
            case "Integer" -> value.isIntegralNumber() || form && value.asText().matches("-?\\d+");
            case "Boolean" -> value.isBoolean() || form && value.asText().matches("(?i)true|false");
            case "String" -> value.isTextual();
            case "Integer or String" -> value.isTextual() || value.isIntegralNumber();
            case "InputFile" -> form;
            default -> true;
        };
        if (!right) {
            violations.add(path + " is no " + type + " but " + value);
        } else if (type.startsWith(MANY) || owners.containsKey(type)) {
            nested(path, type, form ? parsed(value) : value);
        }
    }

    private void nested(String path, String type, JsonNode value) {
        boolean many = type.startsWith(MANY);
        if (many ? !value.isArray() : !value.isObject()) {
            violations.add(path + " is no " + type + " but " + value);
        } else if (many) {
            for (int i = 0; i < value.size(); i++) {
                value(path + "[" + i + "]", type.substring(MANY.length()), value.get(i), false);
            }
        } else {
            check(path, type, value, false);
        }
    }

    private static JsonNode parsed(JsonNode value) {
        try {
            return value.isTextual() ? Json.read(value.asText()) : value;
        } catch (JsonProcessingException _) {
            return value;
        }
    }
}
