package dev.pilcrow.web;

import java.util.Random;

/// How somebody may try to pass for the sender of a hook.
enum Forgery {
    MISSING, EMPTY, RANDOM, PREFIX, SUFFIX, LONGER, DOUBLED, ONE_CASE_CHANGED, ONE_CHANGED, QUOTED, IN_A_LIST, TWICE, RIGHT_AND_WRONG, WRONG_AND_RIGHT, ANOTHER_HEADER, UNDERSCORES, BEARER, NUL, BYTES_BEYOND_ASCII, HUGE, ON_TWO_LINES;

    /// The headers that are sent, each with its line end.
    ///
    /// @param header the one that counts
    /// @param secret what should stand in it
    String headers(String header, String secret, Random random) {
        int at = random.nextInt(secret.length());
        return switch (this) {
            case MISSING -> "";
            case EMPTY -> shown(header, "");
            case RANDOM -> shown(header, random(random, 1 + random.nextInt(256)));
            case PREFIX -> shown(header, secret.substring(0, at));
            case SUFFIX -> shown(header, secret.substring(at + 1));
            case LONGER ->
                shown(header, random.nextBoolean() ? secret + random(random, 1) : random(random, 1) + secret);
            case DOUBLED -> shown(header, secret + secret);
            case ONE_CASE_CHANGED ->
                shown(header, secret.substring(0, letter(secret)) + (char) (secret.charAt(letter(secret)) ^ 0x20)
                        + secret.substring(letter(secret) + 1));
            case ONE_CHANGED ->
                shown(header, secret.substring(0, at) + (char) (secret.charAt(at) ^ 1) + secret.substring(at + 1));
            case QUOTED -> shown(header, '"' + secret + '"');
            case IN_A_LIST -> shown(header, secret + ", " + random(random, 8));
            case TWICE -> shown(header, secret) + shown(header, secret);
            case RIGHT_AND_WRONG -> shown(header, secret) + shown(header, random(random, 20));
            case WRONG_AND_RIGHT -> shown(header, random(random, 20)) + shown(header, secret);
            case ANOTHER_HEADER -> "X-Secret-Token: " + secret + "\r\n";
            case UNDERSCORES -> header.replace('-', '_') + ": " + secret + "\r\n";
            case BEARER -> "Authorization: Bearer " + secret + "\r\n";
            case NUL -> shown(header, secret + "\0");
            case BYTES_BEYOND_ASCII -> shown(header, secret + (char) (0xA0 + random.nextInt(0x5F)));
            case HUGE -> shown(header, secret + random(random, 4_000));
            case ON_TWO_LINES -> shown(header, secret.substring(0, at) + "\r\n " + secret.substring(at));
        };
    }

    private static String shown(String header, String value) {
        return header + ": " + value + "\r\n";
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 'a', 'z' + 1).forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    /// Where the first letter stands.
    private static int letter(String text) {
        int at = 0;
        while (!Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
