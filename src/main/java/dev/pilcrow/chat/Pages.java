package dev.pilcrow.chat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a message that is too long for a platform into pages. A page ends where a line does, or else a sentence, a clause
/// or a word, in Chinese as in English; never inside what a reader sees as one character. A span that goes on over a cut
/// goes on in both pages, and only white space is lost there.
public final class Pages {

    /// Where a page may end, best first. Markers such as ` [1][2]` stay with the sentence before them.
    private static final List<Pattern> ENDS = List.of(Pattern.compile("\n+"),
            Pattern.compile("(?:[。！？；…]++[”」』’\"）)】》]*+(?![。！？；…”」』’\"）)】》])|[.!?]++[”’\"')\\]]*+(?=\\s))"
                    + "(?: ?(?:\\[\\d{1,2}])++)?+(?! ?\\[\\d)"),
            Pattern.compile("[，、：]|\\s+"));

    /// Marks that no page begins with.
    private static final String NEVER_FIRST = "。！？；…，、：”」』’）】》";

    private final Message message;
    private final int longest;
    private final BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);

    private Pages(Message message, int longest) {
        this.message = message;
        this.longest = longest;
        graphemes.setText(message.text());
    }

    /// The pages of a message, at least one.
    ///
    /// @param longest the most UTF-16 units of a page, at least 2
    public static List<Message> of(Message message, int longest) {
        if (longest < 2) {
            throw new IllegalArgumentException("pages of " + longest);
        }
        return message.text().length() <= longest ? List.of(message) : new Pages(message, longest).cut();
    }

    private List<Message> cut() {
        List<Message> pages = new ArrayList<>();
        int start = visible(0);
        while (start < message.text().length()) {
            int end = message.text().length() - start <= longest ? message.text().length() : end(start);
            pages.add(page(start, end));
            start = visible(end);
        }
        return pages.isEmpty() ? List.of(Message.plain("")) : List.copyOf(pages);
    }

    /// The end of the page that begins at `start`: the last good place in its second half.
    private int end(int start) {
        for (Pattern kind : ENDS) {
            int end = last(kind, start, start + longest);
            if (end >= start + longest / 2) {
                return end;
            }
        }
        int end = start + longest;
        int whole = graphemes.isBoundary(end) ? end : graphemes.preceding(end);
        while (whole > start + longest / 2 && NEVER_FIRST.indexOf(message.text().charAt(whole)) >= 0) {
            whole = graphemes.preceding(whole);
        }
        if (whole > start) {
            return whole;
        }
        return Character.isLowSurrogate(message.text().charAt(end)) ? end - 1 : end;
    }

    private int last(Pattern kind, int from, int to) {
        Matcher matcher = kind.matcher(message.text()).region(from, to).useTransparentBounds(true);
        int end = -1;
        while (matcher.find()) {
            end = graphemes.isBoundary(matcher.end()) ? matcher.end() : end;
        }
        return end;
    }

    private int visible(int from) {
        int at = from;
        while (at < message.text().length() && Character.isWhitespace(message.text().charAt(at))
                && graphemes.isBoundary(at)) {
            at++;
        }
        return at;
    }

    /// A page without the white space at its end, with what lies in it of every span.
    private Message page(int start, int to) {
        int end = to;
        while (end > start + 1 && Character.isWhitespace(message.text().charAt(end - 1)) && graphemes.isBoundary(end)) {
            end--;
        }
        int last = end;
        return new Message(message.text().substring(start, end),
                message.spans().stream().filter(span -> span.start() < last && span.end() > start)
                        .map(span -> span.at(Math.max(0, span.start() - start), Math.min(last, span.end()) - start))
                        .toList());
    }
}
