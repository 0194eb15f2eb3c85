package dev.pilcrow.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// How a request may be malformed. The bytes that follow are not always as many as it says.
enum Mutation {
    NONE, BYTES_CHANGED, BYTES_ADDED, CUT_OFF, EMPTY, RANDOM, NOT_UTF8, NO_OBJECT, DEEP, LENGTH_TOO_SMALL, LENGTH_TOO_LARGE, LENGTH_IS_NONE, CHUNKS, CHUNKS_BROKEN, BOTH_LENGTHS, HEAD_CHANGED, HEAD_CUT_OFF, HEADER_HUGE, PATH_ODD;

    /// A malformed form of a good request.
    RawRequest of(RawRequest good, Random random) {
        byte[] body = good.body();
        return switch (this) {
            case NONE -> good;
            case BYTES_CHANGED -> body(good, changed(body, random));
            case BYTES_ADDED -> body(good, (text(body) + "\0}]" + random.nextInt()).getBytes(StandardCharsets.UTF_8));
            case CUT_OFF -> body(good, Arrays.copyOf(body, random.nextInt(body.length)));
            case EMPTY -> body(good, new byte[0]);
            case RANDOM -> body(good, random(random));
            case NOT_UTF8 -> body(good, text(body).getBytes(StandardCharsets.UTF_16));
            case NO_OBJECT -> body(good, "[1,\"x\"]".getBytes(StandardCharsets.UTF_8));
            case DEEP -> body(good, "{\"a\":".repeat(20_000).getBytes(StandardCharsets.UTF_8));
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
            case PATH_ODD -> new RawRequest(good.head().replace("/telegram", odd(random)), body);
        };
    }

    private static RawRequest body(RawRequest good, byte[] body) {
        return new RawRequest(length(good, Integer.toString(body.length)).head(), body);
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

    private static String odd(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "/%2e%2e/telegram";
            case 1 -> "//telegram";
            case 2 -> "/telegram;a=b";
            case 3 -> "/telegram?%zz=%";
            case 4 -> "*";
            default -> "/telegram%00";
        };
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
