package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.wording.Articles;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Texts that want to act on some platform: to call somebody, to lead somewhere, to be a format or a command, to hide, to
/// turn, or to be cut where they must not be.
public final class Hostile {

    /// One character each.
    private static final List<String> WHOLE = List.of("👨‍👩‍👧‍👦", "🇨🇳", "x\u0301\u0301\u0301");
    /// Of so many pieces one is such a character.
    private static final int WHOLE_ONES = 4;
    private static final List<String> PIECES = List.of("@durov ", "@everyone", "tg://user?id=1",
            "https://evil.example/x",
            "http://10.0.0.1", "evil.com ", "t.me/joinchat/abc", "www.evil.org", "mail@evil.example", "#tag", "$USD",
            "/start ", "/ask@other_bot ", "<b>bold</b>", "<a href=\"https://evil.example\">x</a>",
            "[x](https://evil.example)",
            "**bold**", "`code`", "&lt;", "\u202Egnp.exe", "\u2066", "\u200B", "\uFEFF", "\u0000", "\u0007", "\uD83D",
            "\uDE00", "👨‍👩‍👧‍👦", "🇨🇳", "x\u0301\u0301\u0301", "\uDB40\uDC41", "¶7", "[1]", "{title}", "%s",
            "深度求索", "创始人是谁？",
            "梁文锋", " ", "\n", "。", "who is ", "<!channel>", "<!here|here>", "<!everyone> ", "<@U07PILCROW>", "<@U1>",
            "<#C1|general>", "<!subteam^S1|@all>", "<https://evil.example|深度求索>", "<mailto:a@evil.example|a>",
            "<tel:+1>", "<slack://x|y>", "&lt;!channel&gt;", "&amp;lt;!here&amp;gt;", "*bold*", "_it_", "~out~", "```",
            ":tada:", "> quoted\n", "<!date^1392734382^{date}^https://evil.example|x>", "@channel", "@here");

    private final RandomGenerator random;

    public Hostile(RandomGenerator random) {
        this.random = random;
    }

    /// So many pieces of such texts.
    public String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            List<String> some = random.nextInt(WHOLE_ONES) == 0 ? WHOLE : PIECES;
            text.append(some.get(random.nextInt(some.size())));
        }
        return text.toString();
    }

    /// An article with such a title and such paragraphs, about something that can be asked all the same.
    public Article article() {
        return Articles.of(printable("@durov <!channel> https://evil.example " + line(12) + "\n"
                + "深度求索的创始人是梁文锋,他说 @durov <!here> https://evil.example/x t.me/joinchat/abc /start 你好。\n"
                + "拜登政府发布了规则,evil.com \u202Egnp <@U1> 批评了它。" + line(30) + "\n" + text(400)));
    }

    private String line(int pieces) {
        return text(pieces).replace('\n', ' ');
    }

    /// What a text file may hold.
    private static String printable(String text) {
        return text.replaceAll("[\\x00\\x07\\p{Cs}]", "");
    }

    /// How many characters of a text, as a reader sees them, are parts of whole ones: lone surrogates, and what is left of
    /// the pieces that are one character when a text is cut in them.
    public static int cut(String text) {
        String rest = WHOLE.stream().reduce(text, (left, whole) -> left.replace(whole, ""));
        return (int) rest.codePoints().filter(Hostile::isPart).count();
    }

    private static boolean isPart(int character) {
        return Character.getType(character) == Character.SURROGATE
                || WHOLE.stream().anyMatch(whole -> whole.indexOf(character) >= 0) && character != 'x';
    }

    /// Does a text begin and end with whole characters, as a reader sees them, in the text that it is a part of?
    public static boolean isWhole(String text, int start, int end) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        return graphemes.isBoundary(start) && graphemes.isBoundary(end);
    }
}
