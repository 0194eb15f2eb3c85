package dev.pilcrow.article;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The language that the bot speaks to a reader: each has its file in `prompts/`.
public enum ReaderLanguage {
    SIMPLIFIED("zh"), TRADITIONAL("zh-Hant"), ENGLISH("en");

    private static final Pattern HAN_RUN = Pattern.compile("\\p{IsHan}+");
    private static final Pattern LATIN_WORD = Pattern.compile("[\\p{IsLatin}'’]*\\p{IsLatin}");
    /// English words without which hardly a question is asked: a text that has none of them beside its Han characters is
    /// Chinese with foreign names in it.
    private static final Set<String> SMALL_WORDS = Set.of("a", "an", "the", "is", "are", "was", "were", "be", "been",
            "do",
            "does", "did", "has", "have", "had", "can", "could", "will", "would", "who", "whom", "whose", "what",
            "when",
            "where", "which", "why", "how", "of", "in", "on", "at", "to", "for", "by", "from", "with", "about", "and",
            "or",
            "say", "says", "said", "tell", "me");
    /// The characters of simplified Chinese print, with those that both writings share, such as 著 and 乾.
    private static final Charset SIMPLIFIED_PRINT = Charset.forName("GB2312");

    /// The characters of traditional Chinese print, with those that both writings share.
    private static final Charset TRADITIONAL_PRINT = Charset.forName("Big5");
    private static final String TRADITIONAL_TAG = "yue(?![-_]hans).*|(?:zh|cmn)[-_](?:tw|hk|mo|hant).*";

    private static final Pattern SPOKEN = Pattern.compile("zh|yue|cmn|en");
    private static final int SAMPLE = 500;
    /// One character of ten, and more, is written otherwise in traditional prose.
    private static final int TRADITIONAL_SHARE = 10;

    private final String tag;

    ReaderLanguage(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag, which is the name of its file in `prompts/` too.
    public String tag() {
        return tag;
    }

    /// The BCP 47 tag of a text in this language, with the writing.
    public String writtenTag() {
        return switch (this) {
            case SIMPLIFIED -> "zh-Hans";
            case TRADITIONAL, ENGLISH -> tag;
        };
    }

    /// The language of a text; English when it has no letters to tell it by.
    public static ReaderLanguage of(String text) {
        return of(text, ENGLISH);
    }

    /// The language of a text, or the other one given when it has no letters to tell it by. Chinese that is written alike in
    /// both writings is traditional where that is given.
    public static ReaderLanguage of(String text, ReaderLanguage otherwise) {
        long hanRuns = HAN_RUN.matcher(text).results().count();
        long words = LATIN_WORD.matcher(text).results().count();
        if (hanRuns == 0) {
            return words == 0 ? otherwise : ENGLISH;
        }
        if (words > hanRuns && hasSmallWord(text)) {
            return ENGLISH;
        }
        if (otherwise == TRADITIONAL && text.codePoints().filter(Character::isIdeographic)
                .allMatch(character -> TRADITIONAL_PRINT.newEncoder().canEncode(Character.toString(character)))) {
            return TRADITIONAL;
        }
        return text.codePoints().anyMatch(ReaderLanguage::isTraditional) ? TRADITIONAL : SIMPLIFIED;
    }

    /// The language for the reader of an app in the language of this BCP 47 tag: English when it is none of the three.
    public static ReaderLanguage tagged(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT);
        if (!lower.matches("(?:zh|yue|cmn)(?:[-_].*)?")) {
            return ENGLISH;
        }
        return lower.matches(TRADITIONAL_TAG) ? TRADITIONAL : SIMPLIFIED;
    }

    /// The first of these that the bot speaks, which are the ones that a reader asks for, the best first.
    public static Optional<ReaderLanguage> preferred(List<Locale> asked) {
        return asked.stream().filter(locale -> SPOKEN.matcher(locale.getLanguage()).matches()).findFirst()
                .map(Locale::toLanguageTag).map(ReaderLanguage::tagged);
    }

    /// The language, with its writing, of an article.
    public static ReaderLanguage of(Article article) {
        if (article.language() == Language.ENGLISH) {
            return ENGLISH;
        }
        int[] han = article.text().codePoints().filter(Character::isIdeographic).limit(SAMPLE).toArray();
        long traditional = IntStream.of(han).filter(ReaderLanguage::isTraditional).count();
        return traditional * TRADITIONAL_SHARE > han.length ? TRADITIONAL : SIMPLIFIED;
    }

    /// The language that the operator's environment asks for: English when it names none of the three.
    public static ReaderLanguage ofEnvironment(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""))
                .filter(ReaderLanguage::namesLanguage).findFirst().orElse("").toLowerCase(Locale.ROOT);
        if (!locale.startsWith("zh")) {
            return ENGLISH;
        }
        return locale.matches(TRADITIONAL_TAG) ? TRADITIONAL : SIMPLIFIED;
    }

    /// `C` and `POSIX`, in any encoding, name no language.
    private static boolean namesLanguage(String locale) {
        return !locale.isEmpty() && !locale.matches("(C|POSIX)([.].*)?");
    }

    private static boolean hasSmallWord(String text) {
        return LATIN_WORD.matcher(text).results()
                .anyMatch(word -> SMALL_WORDS.contains(word.group().toLowerCase(Locale.ROOT)));
    }

    private static boolean isTraditional(int character) {
        String text = Character.toString(character);
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN && !Folding.text(text).equals(text)
                && !SIMPLIFIED_PRINT.newEncoder().canEncode(text);
    }
}
