package dev.pilcrow.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a model's answer while it is written: JSON objects, whatever stands between them (prose, code fences, commas of
/// a list), each told as soon as it is complete. What the model thinks aloud before it answers is passed over. Not
/// thread-safe.
final class DraftReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Characters of one object; a longer one is broken.
    private static final int LONGEST = 16_384;
    private static final String THINKING = "<think>";
    private static final String THOUGHT = "</think>";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final StringBuilder object = new StringBuilder();
    private final StringBuilder before = new StringBuilder();
    private boolean thinking;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    /// Takes some more of the text.
    ///
    /// @return what has become complete with it
    List<Drafted> add(String text) {
        List<Drafted> complete = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (depth == 0) {
                outside(c);
            } else {
                inside(c, complete);
            }
        }
        return complete;
    }

    /// Takes the end of the text.
    ///
    /// @return half an object, if one was left
    List<Drafted> end() {
        boolean half = depth > 0;
        reset();
        return half ? List.of(new Drafted.Broken()) : List.of();
    }

    private void outside(char c) {
        before.append(c);
        if (before.length() > THOUGHT.length()) {
            before.deleteCharAt(0);
        }
        if (before.toString().endsWith(thinking ? THOUGHT : THINKING)) {
            thinking = !thinking;
        }
        if (c == '{' && !thinking) {
            before.setLength(0);
            depth = 1;
            object.append(c);
        }
    }

    private void inside(char c, List<Drafted> complete) {
        object.append(c);
        if (quoted) {
            insideText(c, complete);
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            depth++;
        } else if (c == '}' || c == ']') {
            depth--;
            if (depth == 0) {
                complete.add(parse(object.toString()));
                reset();
            }
        }
        if (object.length() > LONGEST) {
            complete.add(new Drafted.Broken());
            reset();
        }
    }

    /// A line cannot end within a text of JSON: what does was never finished, and the next line begins anew.
    private void insideText(char c, List<Drafted> complete) {
        if (c == '\n') {
            complete.add(new Drafted.Broken());
            reset();
        } else if (escaped) {
            escaped = false;
        } else if (c == '\\') {
            escaped = true;
        } else if (c == '"') {
            quoted = false;
        }
    }

    private void reset() {
        object.setLength(0);
        depth = 0;
        quoted = false;
        escaped = false;
    }

    private static Drafted parse(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read.path("not_in_article").asBoolean(false)) {
                return new Drafted.NotSaid();
            }
            String claim = read.path("claim").asText("").strip();
            return claim.isEmpty() ? new Drafted.Broken() : new Drafted.Sentence(claim, quotes(read));
        } catch (JsonProcessingException _) {
            return new Drafted.Broken();
        }
    }

    /// The quotes of a line: a list, one alone, or its parts beside the claim.
    private static List<Drafted.Quote> quotes(JsonNode line) {
        JsonNode quotes = line.path("quotes");
        List<Drafted.Quote> found = new ArrayList<>();
        if (quotes.isArray()) {
            quotes.forEach(quote -> addQuote(quote, line, found));
        } else {
            addQuote(quotes.isObject() || quotes.isTextual() ? quotes : line, line, found);
        }
        return found;
    }

    private static void addQuote(JsonNode quote, JsonNode line, List<Drafted.Quote> found) {
        String text = quote.isTextual() ? quote.asText() : quote.path("quote").asText("");
        JsonNode paragraph = quote.has("paragraph") ? quote.path("paragraph") : line.path("paragraph");
        if (!text.isBlank()) {
            found.add(new Drafted.Quote(number(paragraph.asText("")), text));
        }
    }

    private static int number(String written) {
        Matcher number = NUMBER.matcher(written);
        return number.find() ? Integer.parseInt(number.group()) : 0;
    }
}
