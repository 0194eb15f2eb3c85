package dev.pilcrow.search;

import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The names that a claim writes in Latin letters. In an English claim they are words with capitals; a word that begins a
/// sentence is none when the glossary knows it as an ordinary word. In a Chinese claim every Latin word is a name.
final class LatinNames {

    /// A name.
    ///
    /// @param text as the claim writes it
    /// @param words its words, folded and without accents; `of`, `the` and the like between them are among them
    record Name(String text, List<String> words) {
    }

    private static final Set<String> CALENDAR = Set.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
            "sunday", "i", "mp", "prof", "sen", "rep", "gov", "mr", "mrs", "ms", "dr", "bc", "ad", "bce", "ce", "am",
            "pm", "st");
    private static final Set<String> JOINING = Set.of("of", "the", "and", "for", "on", "in", "de", "van", "von", "al",
            "la", "le", "del", "da", "bin", "&");
    private static final Pattern FIRST = Pattern.compile("[.!?:;]|,\\s*[\"'(]");
    private static final Pattern BETWEEN = Pattern.compile("\\s?&?\\s?|\\.\\s");
    private static final Pattern ORDINARY = Pattern
            .compile(".+(?:ly|ing|ed|tion|sion|ness|ment|ers|ors|ists|ies|ous|al|men)");

    /// What somebody does, before the name or not.
    private static final Pattern OCCUPATION = Pattern.compile(".{4,}ists?");

    private static final Pattern ROMAN = Pattern.compile("[IVXL]{2,}");
    private static final Pattern UNIT = Pattern
            .compile("[\\d.]+[a-z]{1,4}|[cmk]?m[23]?|[mk]?g|[kmgt]b|[kmg]?hz|[kmgt]wh?");

    private final String claim;
    private final Folded folded;
    private final List<int[]> words;
    private final boolean every;

    private LatinNames(String claim, boolean every) {
        this.claim = claim;
        this.folded = Folding.fold(claim);
        this.words = Stems.words(folded.text());
        this.every = every;
    }

    /// The names of a claim, in order.
    static List<Name> in(String claim, boolean chinese) {
        return new LatinNames(claim, chinese).names();
    }

    private List<Name> names() {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (isName(i)) {
                int last = i;
                for (int next = i + 1; next < words.size() && touches(next); next++) {
                    if (isName(next)) {
                        last = next;
                    } else if (!JOINING.contains(word(next))) {
                        break;
                    }
                }
                names.add(name(i, last));
                i = last;
            }
        }
        return names;
    }

    private Name name(int first, int last) {
        List<String> parts = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            boolean compound = written(i).matches("\\p{L}+(?:[^\\p{L}\\d']\\p{Lu}\\p{L}+)+");
            parts.addAll(List.of(compound ? Folding.bare(word(i)).split("-") : new String[]{Folding.bare(word(i))}));
        }
        return new Name(claim.substring(folded.start(words.get(first)[0]), folded.end(words.get(last)[1] - 1)), parts);
    }

    private String word(int at) {
        return folded.text().substring(words.get(at)[0], words.get(at)[1]);
    }

    private String written(int at) {
        return claim.substring(folded.start(words.get(at)[0]), folded.end(words.get(at)[1] - 1));
    }

    /// Does nothing but a space stand between a word and the one before?
    private boolean touches(int at) {
        String between = folded.text().substring(words.get(at - 1)[1], words.get(at)[0]);
        return BETWEEN.matcher(between).matches() && (!between.startsWith(".") || isShortened(at - 1));
    }

    /// Is it the country before a sign of currency, as in HK$5?
    private boolean isCurrency(int at) {
        return folded.text().startsWith("$", words.get(at)[1]);
    }

    private boolean isName(int at) {
        String word = word(at);
        String written = written(at);
        if (written.codePoints().noneMatch(Character::isLetter) || isCurrency(at) || CALENDAR.contains(word)
                || UNIT.matcher(word).matches()
                || isRoman(at)
                || Proper.isOpening(word) && !written.equals(word.toUpperCase(Locale.ROOT))) {
            return false;
        }
        if (every) {
            return true;
        }
        boolean upper = written.codePoints().skip(1).anyMatch(Character::isUpperCase);
        boolean digit = written.codePoints().anyMatch(Character::isDigit);
        if (Character.isDigit(written.codePointAt(0))) {
            return upper && word.length() < 4;
        }
        if (digit || upper && !Stems.FUNCTION_WORDS.contains(word)
                || upper && written.equals("US")) {
            return !digit || upper || Character.isUpperCase(written.codePointAt(0)) || word.matches("[a-z]+-?\\d+");
        }
        return Character.isUpperCase(written.codePointAt(0)) && !Stems.FUNCTION_WORDS.contains(word)
                && (!isFirst(at) || isUncommon(at, word));
    }

    /// A Roman number, as behind a king's name or a war's; before another capital it is a family name.
    private boolean isRoman(int at) {
        return ROMAN.matcher(written(at)).matches() && (at + 1 == words.size() || !touches(at + 1)
                || !Character.isUpperCase(written(at + 1).codePointAt(0)));
    }

    private boolean isFirst(int at) {
        int start = words.get(at)[0];
        int after = at == 0 ? 0 : words.get(at - 1)[1];
        String between = folded.text().substring(after, start);
        return at == 0 || FIRST.matcher(between).find() && !(between.startsWith(".") && isShortened(at - 1));
    }

    /// An initial, or a word such as `U.S.` or `Gov.` that a full stop belongs to.
    private boolean isShortened(int at) {
        String written = written(at);
        return Character.isUpperCase(written.codePointAt(0)) && (written.length() < 4 || written.contains("."))
                && !Proper.isOrdinary(word(at));
    }

    /// Do the next words with this one make a name that the glossary or the Java runtime has?
    private boolean beginsPhrase(int at) {
        StringBuilder phrase = new StringBuilder(word(at));
        for (int i = at + 1; i < Math.min(words.size(), at + 4) && touches(i); i++) {
            phrase.append(' ').append(word(i));
            if (Proper.isName(phrase.toString()) || !Countries.chinese(phrase.toString()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /// Does something belong to it, as in "Mistral's chief executive"?
    private boolean isOwner(int at) {
        return word(at).endsWith("'s") || folded.text().startsWith("'s ", words.get(at)[1]);
    }

    private boolean isUncommon(int at, String word) {
        boolean before = at + 1 < words.size() && touches(at + 1)
                && Character.isUpperCase(written(at + 1).codePointAt(0));
        String first = word.split("-", 2)[0];
        if (OCCUPATION.matcher(word).matches() && !Proper.isName(word)) {
            return false;
        }
        return before && (beginsPhrase(at) || Sounds.isSyllable(word)) || Proper.isName(first)
                || !Proper.isOrdinary(first) && (before || isOwner(at) || !ORDINARY.matcher(word).matches());
    }
}
