package dev.pilcrow.telegram.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what the server makes an entity of by itself: commands, names, addresses, hashtags.
final class Detection {

    private static final String BEFORE = "(?<![\\p{L}\\p{N}_@/<>.:-])";
    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();

    static {
        PATTERNS.put("email", Pattern.compile(BEFORE + "[\\w.+-]+@[\\w-]+\\.[a-z]{2,}", Pattern.CASE_INSENSITIVE));
        PATTERNS.put("url", Pattern.compile(
                "(?<![A-Za-z0-9_@.-])(?:(?:https?|ftp|tg|tonsite)://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]’”。，；！？）」]"
                        + "|(?:[a-z0-9-]+\\.)+(?:com|org|net|io|dev|me|ru|cn|de|uk|info|app|ai|tv|co|xyz|edu|gov)\\b(?:/[^\\s<>\"]*[^\\s<>\".,;:!?)\\]])?)",
                Pattern.CASE_INSENSITIVE));
        PATTERNS.put("bot_command",
                Pattern.compile("(?<![\\p{L}\\p{N}_/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w@/<>])"));
        PATTERNS.put("mention", Pattern.compile("(?<![\\p{L}\\p{N}_@])@[A-Za-z0-9_]{3,32}(?!\\w)"));
        PATTERNS.put("hashtag", Pattern.compile("(?<![\\p{L}\\p{N}_#])#(?=[\\p{N}_]*[\\p{L}])[\\p{L}\\p{N}_]{1,256}"));
        PATTERNS.put("cashtag", Pattern.compile("(?<![\\w$])\\$[A-Z]{3,8}(?!\\w)"));
    }

    private Detection() {
    }

    /// What is found outside of the entities that are there already, but for those that may hold others.
    static List<Entity> entities(String text, List<Entity> there) {
        List<Entity> taken = new ArrayList<>(
                there.stream().filter(entity -> !Formatted.mayHold(entity.type())).toList());
        List<Entity> found = new ArrayList<>();
        PATTERNS.forEach((type, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                Entity entity = Entity.of(type, matcher.start(), matcher.end());
                if (taken.stream().noneMatch(entity::overlaps)) {
                    taken.add(entity);
                    found.add(entity);
                }
            }
        });
        return found;
    }
}
