package dev.pilcrow.article;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/// Tells Chinese that was decoded as GB18030 from other bytes that GB18030 happens to accept: Latin-1, Shift-JIS,
/// EUC-KR.
///
/// GB2312 keeps the 3,755 commonest characters in the rows 0xB0 to 0xD7; wrongly decoded bytes fall outside them, or
/// (Korean) inside them but never on the commonest of all.
final class MainlandText {

    private static final int SAMPLE = 20_000;
    private static final String COMMONEST = "的一是不了在有人这中大为上个国我以要他时来用们到说地出年和";
    /// Fewer characters say nothing about how often the commonest stand among them.
    private static final int ENOUGH_TO_COUNT = 60;

    private final CharsetEncoder gb2312 = Charset.forName("GB2312").newEncoder();
    private int foreign;
    private int everyday;
    private int han;
    private int commonest;

    private MainlandText() {
    }

    /// Whether a text is likely to have been written in GB18030.
    static boolean plausible(String text) {
        MainlandText counts = new MainlandText();
        int sample = Math.min(text.length(), SAMPLE);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !Glyphs.white(c)) {
                return false;
            }
            if (i < sample && c >= 0x80) {
                counts.add(c);
            }
        }
        return counts.chinese();
    }

    private void add(char c) {
        foreign++;
        char simplified = (char) Simplified.of(c);
        if (Glyphs.han(c)) {
            han++;
            everyday += gb2312.canEncode(simplified) && firstLevel(simplified) ? 1 : 0;
            commonest += COMMONEST.indexOf(simplified) >= 0 ? 1 : 0;
        } else if (Glyphs.between(c, 0x3000, 0x301F) || Glyphs.between(c, 0xFF01, 0xFF5E)
                || Glyphs.between(c, 0x2010, 0x2026) || c == '·') {
            everyday++;
        }
    }

    private static boolean firstLevel(char c) {
        int row = Character.toString(c).getBytes(Charset.forName("GB2312"))[0] & 0xFF;
        return row >= 0xB0 && row <= 0xD7;
    }

    /// Four of five characters everyday, and one Han character of twenty among the commonest: in Chinese prose it is
    /// more than nine of ten, and more than one of eight.
    private boolean chinese() {
        boolean common = han < ENOUGH_TO_COUNT || commonest * 20 >= han;
        return foreign > 0 && everyday * 5 >= foreign * 4 && common;
    }
}
