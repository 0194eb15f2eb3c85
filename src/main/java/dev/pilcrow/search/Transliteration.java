package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How well Chinese characters render the sound of a Latin name, as 乔泽帕 does Chorzempa: the cheapest way to turn the
/// sounds of one into those of the other, as a share of the consonants. What a step costs is a plain file. Thread-safe.
final class Transliteration {

    /// Farther apart than this, a name is no rendering of the other; long names may be a little farther.
    private static final double NEAR = 0.17;
    private static final double NEAR_BY_SOUND = 0.013;

    private static final double UNLIKE = 1.2;
    private static final String VOWELS = "aeiou";

    /// Spellings of one sound, longest first; what is not here sounds as it is written.
    private static final String[][] SPELLINGS = {{"tsch", "c"}, {"tch", "c"}, {"sch", "$"}, {"cz", "c"}, {"sz", "$"},
            {"ch", "c"}, {"sh", "$"}, {"th", "0"}, {"ph", "f"}, {"c[kq]", "k"}, {"qu", "kw"}, {"gh", "h"},
            {"dg(?=[eiy])", "j"},
            {"zh", "j"}, {"t[zs]", "z"}, {"ng", "n~"}, {"x", "ks"}, {"q", "k"}, {"wh", "w"}, {"s?c(?=[eiy])", "s"},
            {"c", "k"}, {"g(?=[eiy])", "G"}, {"y(?![aeiou])", "i"}};
    private static final Pattern SPELLING = Pattern.compile(pattern());
    private static final Pattern SYLLABLE = Pattern.compile("(zh|ch|sh|[bpmfdtnlgkhjqxrzcswy])?([aeiouv]+)(n|ng|r)?");

    private static final class Table {
        /// By the sound of a Chinese syllable: the cost of standing for each Latin sound, and at `-` for none.
        static final Map<String, double[]> COSTS = read();

        private static Map<String, double[]> read() {
            Map<String, double[]> costs = new HashMap<>();
            Tables.read("/search/sounds-alike.tsv").forEach((sound, cells) -> {
                double[] row = new double[128];
                Arrays.fill(row, UNLIKE);
                cells.forEach(cell -> row[cell.charAt(0)] = Double.parseDouble(cell.substring(2)));
                costs.put(sound, row);
            });
            return costs;
        }
    }

    private Transliteration() {
    }

    private static String pattern() {
        StringBuilder pattern = new StringBuilder();
        for (String[] spelling : SPELLINGS) {
            pattern.append(pattern.isEmpty() ? "(" : "|(").append(spelling[0]).append(')');
        }
        return pattern.toString();
    }

    /// The sounds of a Latin word in lower case without accents, one a character, no two vowels and no two alike beside each
    /// other.
    static String latin(String word) {
        String spelt = SPELLING.matcher(word).replaceAll(match -> {
            int group = 1;
            while (match.group(group) == null) {
                group++;
            }
            return Matcher.quoteReplacement(SPELLINGS[group - 1][1]);
        });
        StringBuilder sounds = new StringBuilder();
        for (int i = 0; i < spelt.length(); i++) {
            char sound = spelt.charAt(i);
            char last = sounds.isEmpty() ? ' ' : sounds.charAt(sounds.length() - 1);
            boolean again = last == sound || isVowel(sound) && isVowel(last);
            if (!again && sound < 128 && (sound >= 'a' && sound <= 'z' || "$0~G".indexOf(sound) >= 0)) {
                sounds.append(sound);
            }
        }
        return sounds.toString();
    }

    /// The sounds of a run of Han characters, each by what it costs to stand for a Latin sound.
    static List<double[]> chinese(String han) {
        List<double[]> sounds = new ArrayList<>();
        String before = "";
        for (int character : han.codePoints().toArray()) {
            Matcher matcher = SYLLABLE.matcher(Sounds.syllable(character));
            if (matcher.matches()) {
                for (String sound : syllable(matcher)) {
                    if (before.equals("+") && (sound.equals("m") || sound.equals("n"))) {
                        sounds.removeLast();
                    }
                    sounds.add(Objects.requireNonNull(Table.COSTS.get(sound)));
                    before = sound;
                }
            }
        }
        return sounds;
    }

    private static List<String> syllable(Matcher matcher) {
        if (matcher.group().equals("er")) {
            return List.of("er");
        }
        List<String> sounds = new ArrayList<>();
        if (matcher.group(1) != null) {
            sounds.add(matcher.group(1));
        }
        String vowels = matcher.group(2);
        boolean glide = vowels.length() > 1 && "iuv".indexOf(vowels.charAt(0)) >= 0;
        sounds.add(vowels.substring(glide ? 1 : 0, glide ? 2 : 1).replace('v', 'u'));
        if (matcher.group(3) != null) {
            sounds.add("+");
        }
        return sounds;
    }

    private static int consonants(String latin) {
        int consonants = 0;
        for (int i = 0; i < latin.length(); i++) {
            consonants += isVowel(latin.charAt(i)) || latin.charAt(i) == '~' ? 0 : 1;
        }
        return consonants;
    }

    private static boolean isVowel(char sound) {
        return VOWELS.indexOf(sound) >= 0;
    }

    /// Do the sounds of a run of Han characters render those of a Latin word?
    static boolean fits(String latin, List<double[]> chinese) {
        boolean comparable = latin.length() > 1 && 2 * chinese.size() >= latin.length()
                && chinese.size() <= 2 * latin.length() + 1;
        return comparable && distance(latin, chinese) <= NEAR + NEAR_BY_SOUND * consonants(latin);
    }

    /// The cost of turning one into the other, by the consonants of the Latin word; 0 is the same sound.
    static double distance(String latin, List<double[]> chinese) {
        int length = latin.length();
        double consonants = consonants(latin) + 0.5;
        double[] before = new double[length + 1];
        for (int i = 1; i <= length; i++) {
            before[i] = before[i - 1] + lost(latin, i - 1);
        }
        double[] row = new double[length + 1];
        for (double[] sound : chinese) {
            row[0] = before[0] + sound['-'];
            for (int i = 1; i <= length; i++) {
                double replaced = before[i - 1] + sound[latin.charAt(i - 1)];
                row[i] = Math.min(replaced, Math.min(before[i] + sound['-'], row[i - 1] + lost(latin, i - 1)));
            }
            double[] used = before;
            before = row;
            row = used;
        }
        return before[length] / consonants;
    }

    /// What it costs that a sound of a Latin word is not rendered; an r at the end of a syllable seldom is.
    private static double lost(String latin, int at) {
        boolean last = at + 1 == latin.length();
        boolean coda = last || !isVowel(latin.charAt(at + 1));
        return switch (latin.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u', 'h' -> 0.15;
            case '~' -> 0.05;
            case 'r' -> coda ? 0.15 : 0.7;
            case 'w', 'y' -> 0.25;
            case 's', 't', 'd', 'k' -> coda ? 0.5 : 0.9;
            default -> 0.9;
        };
    }
}
