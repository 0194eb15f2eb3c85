package dev.pilcrow.telegram.server;

import java.util.ArrayList;
import java.util.List;

/// Takes out of a text what the server does not keep, and moves its entities accordingly.
final class Cleaning {

    private Cleaning() {
    }

    static Formatted clean(String raw, List<Entity> entities) {
        StringBuilder text = new StringBuilder();
        int[] moved = new int[raw.length() + 1];
        for (int i = 0; i < raw.length(); i++) {
            moved[i] = text.length();
            char one = raw.charAt(i);
            if (Character.isSurrogate(one) && !paired(raw, i)) {
                throw Refusal.badRequest("strings must be encoded in UTF-8");
            }
            if (one < ' ' && one != '\n' && one != '\r') {
                text.append(' ');
            } else if (one != '\r' && !(one >= '\u2028' && one <= '\u202e')) {
                text.append(one);
            }
        }
        moved[raw.length()] = text.length();
        return trimmed(text.toString(), entities.stream()
                .map(entity -> entity.at(moved[entity.offset()], moved[entity.end()])).toList());
    }

    private static Formatted trimmed(String text, List<Entity> entities) {
        int end = text.length();
        while (end > 0 && blank(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        List<Entity> kept = new ArrayList<>();
        for (Entity entity : entities) {
            int from = Math.clamp(entity.offset(), start, end);
            int to = Math.clamp(entity.end(), start, end);
            if (to > from) {
                kept.add(entity.at(from - start, to - start));
            }
        }
        boolean visible = text.substring(start, end).codePoints().anyMatch(Cleaning::visible);
        return visible ? new Formatted(text.substring(start, end), kept) : new Formatted("", List.of());
    }

    private static boolean blank(char one) {
        return Character.isWhitespace(one) || Character.isSpaceChar(one);
    }

    private static boolean visible(int one) {
        return !Character.isWhitespace(one) && !Character.isSpaceChar(one)
                && Character.getType(one) != Character.FORMAT;
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
