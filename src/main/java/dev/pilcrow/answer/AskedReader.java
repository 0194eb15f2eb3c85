package dev.pilcrow.answer;

import dev.pilcrow.article.Language;
import dev.pilcrow.article.Tables;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells what a question asks for, and whether a sentence holds such a thing beyond what the question itself says. The
/// patterns are a plain file. Thread-safe.
final class AskedReader {

    private record Rule(Language language, Asked type, boolean asks, Pattern pattern) {
    }

    private static final class Shared {
        static final List<Rule> RULES = Tables.rows("/answer/asked.tsv").stream()
                .map(cells -> new Rule(cells[0].equals("zh") ? Language.CHINESE : Language.ENGLISH,
                        Asked.valueOf(cells[1]), cells[2].equals("ASKS"), Pattern.compile(cells[3])))
                .toList();
    }

    /// What a question asks for.
    ///
    /// @param type the kind of thing
    /// @param start where the asking words begin in the text that was read
    /// @param end where they end
    record Asking(Asked type, int start, int end) {
    }

    private AskedReader() {
    }

    /// What the question asks for, read from the reader's own words.
    static Asking asked(Query query) {
        return asked(query.folded(), query.language());
    }

    static Asking asked(String folded, Language language) {
        for (Rule rule : Shared.RULES) {
            if (rule.asks() && rule.language() == language) {
                Matcher matcher = rule.pattern().matcher(folded);
                if (matcher.find()) {
                    return new Asking(rule.type(), matcher.start(), matcher.end());
                }
            }
        }
        return new Asking(Asked.OTHER, folded.length(), folded.length());
    }

    /// How far a sentence holds what is asked for, beyond what the question says itself.
    ///
    /// @param holds from 0 to 1; 0.5 when no kind of thing is asked for
    /// @param near how near it stands to the word that the question is about: 1 beside it, 0 far from it or the word is not
    ///        there; 0.5 when no kind of thing is asked for
    record Holding(double holds, double near) {
    }

    private static final double NEARNESS = 8;

    static Holding holding(Asking asking, Evidence evidence, int focus, int paragraph, int sentence) {
        String folded = evidence.folded(paragraph, sentence);
        Language language = evidence.article().article().language();
        if (asking.type() == Asked.OTHER) {
            return new Holding(0.5, 0.5);
        }
        List<int[]> instances = instances(asking.type(), language, folded, evidence.query().matching());
        boolean byName = asking.type() == Asked.PERSON || language == Language.ENGLISH
                && (asking.type() == Asked.ORGANISATION || asking.type() == Asked.PLACE);
        if (byName) {
            evidence.newNames(paragraph, sentence).forEach(name -> {
                int at = folded.indexOf(name);
                if (at >= 0) {
                    instances.add(new int[]{at, at + name.length()});
                }
            });
        }
        if (instances.isEmpty()) {
            return new Holding(0, 0);
        }
        double near = focus < 0 ? 0 : near(instances, evidence.places(focus, paragraph, sentence));
        boolean counted = asking.type() == Asked.NUMBER && evidence.query().language() == language;
        return new Holding(counted ? unit(asking, evidence.query().folded(), folded, evidence.query().matching()) : 1,
                near);
    }

    private static double near(List<int[]> instances, List<int[]> places) {
        int least = Integer.MAX_VALUE;
        for (int[] instance : instances) {
            for (int[] place : places) {
                least = Math.min(least, Math.max(0, Math.max(instance[0] - place[1], place[0] - instance[1])));
            }
        }
        return least == Integer.MAX_VALUE ? 0 : Math.exp(-least / NEARNESS);
    }

    private static List<int[]> instances(Asked type, Language language, String folded, String question) {
        List<int[]> found = new ArrayList<>();
        boolean cue = type == Asked.REASON || type == Asked.OPINION;
        for (Rule rule : Shared.RULES) {
            if (!rule.asks() && rule.type() == type && rule.language() == language) {
                Matcher matcher = rule.pattern().matcher(folded);
                while (matcher.find()) {
                    if (cue || !question.contains(matcher.group().strip())) {
                        found.add(new int[]{matcher.start(), matcher.end()});
                    }
                }
            }
        }
        return found;
    }

    private static final Pattern COUNTED = Pattern.compile("\\d[\\d.,]*|[一二两三四五六七八九十百千万亿半双]+");

    /// Is a number followed by what is counted?
    private static double unit(Asking asking, String folded, String sentence, String question) {
        if (folded.length() < asking.end() || asking.end() > 0 && folded.charAt(asking.end() - 1) < 128) {
            return 1;
        }
        String after = folded.substring(asking.end(), Math.min(folded.length(), asking.end() + 2)).strip();
        if (after.isEmpty() || "的了是呢?".indexOf(after.charAt(0)) >= 0) {
            return 0.7;
        }
        Matcher number = COUNTED.matcher(sentence);
        double best = 0.3;
        while (number.find()) {
            String tail = sentence.substring(number.end(), Math.min(sentence.length(), number.end() + 4));
            if (!question.contains(number.group() + tail) && tail.indexOf(after.charAt(0)) >= 0) {
                best = 1;
            }
        }
        return best;
    }
}
