package dev.pilcrow.article;

/// The language an article is written in: it decides the analyser, the encoder and the sentence rules.
public enum Language {
    CHINESE, ENGLISH;

    /// CHINESE when at least a fifth of the letters are Han, else ENGLISH.
    public static Language of(String text) {
        int letters = 0;
        int han = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            letters += Character.isLetter(c) ? 1 : 0;
            han += Character.isIdeographic(c) ? 1 : 0;
        }
        return han > 0 && han * 5L >= letters ? CHINESE : ENGLISH;
    }
}
