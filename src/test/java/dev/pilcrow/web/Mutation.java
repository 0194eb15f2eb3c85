package dev.pilcrow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// How a request may be malformed. The bytes that follow are not always as many as it says.
enum Mutation {
    NONE, FIELD_ODD, BYTES_CHANGED, BYTES_ADDED, CUT_OFF, EMPTY, RANDOM, NOT_UTF8, NO_OBJECT, DEEP, LENGTH_TOO_SMALL, LENGTH_TOO_LARGE, LENGTH_IS_NONE, CHUNKS, CHUNKS_BROKEN, BOTH_LENGTHS, HEAD_CHANGED, HEAD_CUT_OFF, HEADER_HUGE, PATH_ODD;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FORM = "payload=";
    /// Stands for half a character.
    private static final String HALF = "half";
    private static final List<String> ODD = List.of("null", "7", "-1.5e300", "true", "\"\"", "\" \"", "[]", "{}",
            "[[7]]",
            "{\"a\":[null]}", "\"\\u0000\"", '"' + HALF + '"', '"' + "x".repeat(100_000) + '"',
            "123456789012345678901234567890");

    /// A malformed request. What is malformed in its body is signed all the same.
    RawRequest of(Caller caller, boolean signed, Random random) {
        byte[] body = caller.body(random);
        RawRequest good = caller.request(body, signed);
        return switch (this) {
            case NONE -> good;
            case FIELD_ODD -> caller.request(withOddField(body, random), signed);
            case BYTES_CHANGED -> caller.request(changed(body, random), signed);
            case BYTES_ADDED ->
                caller.request((text(body) + "\0}]" + random.nextInt()).getBytes(StandardCharsets.UTF_8), signed);
            case CUT_OFF -> caller.request(Arrays.copyOf(body, random.nextInt(body.length)), signed);
            case EMPTY -> caller.request(new byte[0], signed);
            case RANDOM -> caller.request(random(random), signed);
            case NOT_UTF8 -> caller.request(text(body).getBytes(StandardCharsets.UTF_16), signed);
            case NO_OBJECT -> caller.request("[1,\"x\"]".getBytes(StandardCharsets.UTF_8), signed);
            case DEEP -> caller.request("{\"a\":".repeat(20_000).getBytes(StandardCharsets.UTF_8), signed);
            case LENGTH_TOO_SMALL -> length(good, Integer.toString(random.nextInt(body.length)));
            case LENGTH_TOO_LARGE -> length(good, Integer.toString(body.length + 1 + random.nextInt(1_000)));
            case LENGTH_IS_NONE -> length(good, random.nextBoolean() ? "-5" : "1e3, 7");
            case CHUNKS -> chunked(good, Integer.toHexString(body.length) + "\r\n" + text(body) + "\r\n0\r\n\r\n");
            case CHUNKS_BROKEN -> chunked(good, text(changed(
                    (Integer.toHexString(body.length + 5) + "\r\n" + text(body) + "\r\n0\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1),
                    random)));
            case BOTH_LENGTHS -> new RawRequest(good.head() + "Transfer-Encoding: chunked\r\n", body);
            case HEAD_CHANGED -> new RawRequest(
                    text(changed(good.head().getBytes(StandardCharsets.ISO_8859_1), random)), body);
            case HEAD_CUT_OFF -> new RawRequest(good.head().substring(0, random.nextInt(good.head().length())), body);
            case HEADER_HUGE -> new RawRequest(good.head() + "X: " + "x".repeat(9_000) + "\r\n", body);
            case PATH_ODD ->
                new RawRequest(good.head().replaceFirst(caller.bare().path(), odd(caller.bare().path(), random)), body);
        };
    }

    /// Good JSON, alone or in a form, in which a value is none that anybody expects.
    private static byte[] withOddField(byte[] body, Random random) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.startsWith("{") && !text.startsWith(FORM)) {
            return body;
        }
        try {
            boolean form = text.startsWith(FORM);
            JsonNode json = JSON.readTree(form
                    ? URLDecoder.decode(text.substring(FORM.length()), StandardCharsets.UTF_8)
                    : text);
            List<ObjectNode> objects = Stream.concat(Stream.of(json), json.findParents("type").stream())
                    .map(ObjectNode.class::cast).toList();
            ObjectNode object = objects.get(random.nextInt(objects.size()));
            List<String> names = object.propertyStream().map(Map.Entry::getKey).toList();
            object.set(names.get(random.nextInt(names.size())), JSON.readTree(ODD.get(random.nextInt(ODD.size()))));
            String changed = json.toString().replace(HALF, "\\ud83d");
            return (form ? FORM + URLEncoder.encode(changed, StandardCharsets.UTF_8) : changed)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RawRequest length(RawRequest good, String length) {
        return new RawRequest(good.head().replaceFirst("Content-Length: \\d+", "Content-Length: " + length),
                good.body());
    }

    private static RawRequest chunked(RawRequest good, String chunks) {
        return new RawRequest(good.head().replaceFirst("Content-Length: \\d+", "Transfer-Encoding: chunked"),
                chunks.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] changed(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return changed;
    }

    private static byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String odd(String path, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "/%2e%2e" + path;
            case 1 -> "/" + path;
            case 2 -> path + ";a=b";
            case 3 -> path + "?%zz=%";
            case 4 -> "*";
            default -> path + "%00";
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
