package dev.pilcrow.web;

import static dev.pilcrow.web.RawRequest.HEADER;

import java.util.Random;

/// How somebody may try to pass for the sender of a hook.
enum Forgery {
    MISSING, EMPTY, RANDOM, PREFIX, SUFFIX, LONGER, DOUBLED, ONE_CASE_CHANGED, ONE_CHANGED, QUOTED, IN_A_LIST, TWICE, RIGHT_AND_WRONG, WRONG_AND_RIGHT, ANOTHER_HEADER, UNDERSCORES, BEARER, NUL, BYTES_BEYOND_ASCII, HUGE, ON_TWO_LINES;

    /// The headers that are sent, each with its line end.
    String headers(String secret, Random random) {
        int at = random.nextInt(secret.length());
        return switch (this) {
            case MISSING -> "";
            case EMPTY -> shown("");
            case RANDOM -> shown(random(random, 1 + random.nextInt(256)));
            case PREFIX -> shown(secret.substring(0, at));
            case SUFFIX -> shown(secret.substring(at + 1));
            case LONGER -> shown(random.nextBoolean() ? secret + random(random, 1) : random(random, 1) + secret);
            case DOUBLED -> shown(secret + secret);
            case ONE_CASE_CHANGED -> shown(secret.replace('B', 'b'));
            case ONE_CHANGED ->
                shown(secret.substring(0, at) + (char) (secret.charAt(at) ^ 1) + secret.substring(at + 1));
            case QUOTED -> shown('"' + secret + '"');
            case IN_A_LIST -> shown(secret + ", " + random(random, 8));
            case TWICE -> shown(secret) + shown(secret);
            case RIGHT_AND_WRONG -> shown(secret) + shown(random(random, 20));
            case WRONG_AND_RIGHT -> shown(random(random, 20)) + shown(secret);
            case ANOTHER_HEADER -> "X-Secret-Token: " + secret + "\r\n";
            case UNDERSCORES -> HEADER.replace('-', '_') + ": " + secret + "\r\n";
            case BEARER -> "Authorization: Bearer " + secret + "\r\n";
            case NUL -> shown(secret + "\0");
            case BYTES_BEYOND_ASCII -> shown(secret + (char) (0xA0 + random.nextInt(0x5F)));
            case HUGE -> shown(secret + random(random, 4_000));
            case ON_TWO_LINES -> shown(secret.substring(0, at) + "\r\n " + secret.substring(at));
        };
    }

    private static String shown(String value) {
        return HEADER + ": " + value + "\r\n";
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return text.toString();
    }
}
