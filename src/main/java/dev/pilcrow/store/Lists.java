package dev.pilcrow.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/// Lists in a column: JSON.
final class Lists {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Lists() {
    }

    static String write(List<?> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> texts(String column) {
        return read(column, new TypeReference<>() {
        });
    }

    static List<Integer> numbers(String column) {
        return read(column, new TypeReference<>() {
        });
    }

    private static <T> List<T> read(String column, TypeReference<List<T>> type) {
        try {
            return JSON.readValue(column, type);
        } catch (JsonProcessingException e) {
            throw new StoreFailure("a column that should hold a list does not");
        }
    }
}
