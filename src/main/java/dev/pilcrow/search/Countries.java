package dev.pilcrow.search;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of countries and regions in Chinese and English, as the Java runtime has them, and the single characters that
/// Chinese writes for some, as in 中美 and 美方. Thread-safe.
final class Countries {

    private static final Map<String, String> CHINESE = new HashMap<>();
    private static final Map<String, String> ENGLISH = new LinkedHashMap<>();
    private static final Map<String, List<String>> SHORT = Tables.read("/search/country-characters.tsv");
    private static final Pattern BESIDE = pattern();

    static {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            String chinese = Folding.text(country.getDisplayCountry(Locale.CHINA));
            String english = Folding.bare(country.getDisplayCountry(Locale.ENGLISH));
            if (Character.isIdeographic(chinese.codePointAt(0))) {
                CHINESE.put(english, chinese);
                ENGLISH.put(chinese, english);
            }
        }
    }

    private Countries() {
    }

    private static Pattern pattern() {
        String characters = String.join("", SHORT.keySet());
        String before = "[对在赴访驻抗反亲旅援涉迫使由东西南北拉" + characters + "]";
        String behind = "方|国|政府|企|媒|元|股|商|资|籍|裔|式|制|语|文|军|官员|联储|两国|[" + characters + "]";
        return Pattern.compile(
                "(?<![\\d今明昨当])(?:(?<=" + before + ")[" + characters + "]|[" + characters + "](?=" + behind + "))");
    }

    /// The Chinese name of a country by its English one, folded; empty when there is none.
    static List<String> chinese(String english) {
        String found = CHINESE.get(english);
        return found == null ? List.of() : List.of(found);
    }

    /// The English name by the Chinese one; empty when there is none.
    static List<String> english(String chinese) {
        String found = ENGLISH.get(chinese);
        return found == null ? List.of() : List.of(found);
    }

    /// The countries that a Chinese text names in full.
    static List<String> in(String folded) {
        return ENGLISH.keySet().stream().filter(folded::contains).toList();
    }

    /// The countries that a Chinese text names by one character, in their full names.
    static List<String> abbreviated(String folded) {
        List<String> found = new ArrayList<>();
        Matcher matcher = BESIDE.matcher(folded);
        while (matcher.find()) {
            found.addAll(SHORT.getOrDefault(matcher.group(), List.of()));
        }
        return found;
    }
}
