package dev.pilcrow.article;

/// Finds where the sentences of one paragraph end, by rule and without a dictionary.
///
/// A Chinese sentence ends at 。！？!?；…, an English one at . ! ? … before white space and no small letter. Closing
/// marks stay with their sentence. A quotation or bracket is one piece, unless it is long; it ends the sentence when it
/// ends with a sentence of its own, is not a part of the clause around it, and nobody is said to have said it right
/// after.
final class SentenceEnds {

    /// Longer quotations, in UTF-16 units, are split like the text around them.
    private static final int LONGEST_QUOTATION = 200;
    private static final int LONGEST_NOTE = 20;
    private static final String FULL_WIDTH = "。！？｡";
    private static final String STOPS = "。！？｡!?….";
    private static final String CLOSERS = "”」』\"＂»’')）]］】》〉〕";
    private static final String CLAUSE_MARKS = "，,、：:；;—";

    private final String text;
    private final boolean chinese;
    private final Quotations quotations;

    SentenceEnds(String text, Language language) {
        this.text = text;
        chinese = language == Language.CHINESE;
        quotations = new Quotations(text);
    }

    /// The offset after the sentence that begins at `from`.
    int next(int from) {
        for (int at = from; at < text.length();) {
            int close = quotations.closing(at);
            int end = -1;
            if (close >= 0 && close - at <= LONGEST_QUOTATION) {
                end = afterQuotation(from, at, close);
                at = close + 1;
            } else if (stop(text.charAt(at))) {
                int run = runEnd(at);
                end = afterStop(from, at, run);
                at = run;
            } else {
                at++;
            }
            if (end >= 0) {
                return end;
            }
        }
        return text.length();
    }

    private boolean stop(char c) {
        return STOPS.indexOf(c) >= 0 || (chinese && c == '；');
    }

    private int runEnd(int at) {
        int end = at;
        while (end < text.length() && stop(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// The end of the sentence whose last stops are at `[at, run)`, or -1 when it goes on.
    private int afterStop(int from, int at, int run) {
        int end = closers(run);
        char last = text.charAt(run - 1);
        if (FULL_WIDTH.indexOf(last) >= 0 || last == '；') {
            return clauseGoesOn(end) ? -1 : end;
        }
        if (last == '.') {
            return fullStop(from, at, run, end) ? end : -1;
        }
        if (chinese) {
            return clauseGoesOn(end) || asciiWordAt(run) ? -1 : end;
        }
        return spaceAndNoSmallLetter(end) ? end : -1;
    }

    private boolean fullStop(int from, int at, int run, int end) {
        if (!spaceAndNoSmallLetter(end)) {
            return false;
        }
        boolean ellipsis = run - at > 1;
        if (chinese && (ellipsis || at == 0 || !latin(text.charAt(at - 1)))) {
            return false;
        }
        int next = visible(end);
        return ellipsis || next == text.length() || (!enumerator(from, at) && Abbreviations.allowEnd(text, at, next));
    }

    /// Whether the sentence so far is only the number of a list item, such as `12.` or `a.`.
    private boolean enumerator(int from, int dot) {
        int start = visible(from);
        if (dot - start == 1) {
            return Character.isLetterOrDigit(text.charAt(start));
        }
        return dot - start <= 3 && text.substring(start, Math.max(start, dot)).chars().allMatch(Character::isDigit);
    }

    private int afterQuotation(int from, int open, int close) {
        int last = close - 1;
        while (last > open && (closer(text.charAt(last)) || Glyphs.white(text.charAt(last)))) {
            last--;
        }
        if (quotations.title(open) || last == open || STOPS.indexOf(text.charAt(last)) < 0) {
            return -1;
        }
        int end = closers(close + 1);
        if (chinese) {
            boolean ends = introduced(from, open) && !clauseGoesOn(end) && !asciiWordAt(end)
                    && !Attribution.follows(text, end);
            return ends || end == text.length() || FULL_WIDTH.indexOf(text.charAt(end - 1)) >= 0 ? end : -1;
        }
        boolean abbreviated = text.charAt(last) == '.' && visible(end) < text.length()
                && !Abbreviations.allowEnd(text, last, visible(end));
        return spaceAndNoSmallLetter(end) && !abbreviated && !Attribution.followsInEnglish(text, end) ? end : -1;
    }

    /// Whether a mark or the start of the sentence stands before a quotation; otherwise it is a word of its clause.
    private boolean introduced(int from, int open) {
        int before = open - 1;
        while (before >= from && Glyphs.white(text.charAt(before))) {
            before--;
        }
        return before < from || !Character.isLetterOrDigit(text.charAt(before));
    }

    private int closers(int at) {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            int note = footnote(end);
            if (note > end) {
                end = note;
            } else if ((closer(c) && closesHere(end)) || FULL_WIDTH.indexOf(c) >= 0) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean closer(char c) {
        return CLOSERS.indexOf(c) >= 0;
    }

    /// A mark that could open as well closes when no quotation begins there, and no letter follows it.
    private boolean closesHere(int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '＂' || c == '\'' || c == '’') {
            boolean letterFollows = at + 1 < text.length() && latin(text.charAt(at + 1));
            return quotations.closing(at) < 0 && !letterFollows;
        }
        return true;
    }

    /// The offset after a note such as `[12]` or `[citation needed]`, or the same offset.
    private int footnote(int at) {
        int end = at + 1;
        if (text.charAt(at) != '[') {
            return at;
        }
        while (end < text.length() && end - at <= LONGEST_NOTE
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ' ')) {
            end++;
        }
        return end > at + 1 && end < text.length() && text.charAt(end) == ']' ? end + 1 : at;
    }

    private boolean clauseGoesOn(int end) {
        return end < text.length() && (CLAUSE_MARKS.indexOf(text.charAt(end)) >= 0
                || (closer(text.charAt(end - 1)) && "的等之和与與及".indexOf(text.charAt(end)) >= 0));
    }

    private boolean asciiWordAt(int at) {
        return at < text.length() && (latin(text.charAt(at)) || "0123456789=&/".indexOf(text.charAt(at)) >= 0);
    }

    private boolean spaceAndNoSmallLetter(int end) {
        if (end == text.length()) {
            return true;
        }
        int next = visible(end);
        boolean space = next > end || Glyphs.han(text.charAt(end));
        return space && (next == text.length()
                || (!Character.isLowerCase(text.codePointAt(next)) && CLAUSE_MARKS.indexOf(text.charAt(next)) < 0));
    }

    private int visible(int from) {
        int at = from;
        while (at < text.length() && Glyphs.white(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean latin(char c) {
        return Glyphs.between(c, 'A', 'Z') || Glyphs.between(c, 'a', 'z') || Glyphs.between(c, 'À', 'ɏ');
    }
}
