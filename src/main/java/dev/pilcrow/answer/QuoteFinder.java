package dev.pilcrow.answer;

import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.search.IndexedArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the words that a model quotes in a paragraph, word for word but for what folding makes equal, and cites the
/// article's own characters there: whole clauses, so that a quote is never a splinter. Thread-safe.
final class QuoteFinder {

    /// What a model writes where it left something out.
    private static final Pattern LEFT_OUT = Pattern.compile("…+|\\.{3,}|⋯+|\\[\\.+]");
    /// A quote of fewer letters and digits must stand in its paragraph only once.
    private static final int CLEAR = 6;
    /// One of fewer is none.
    private static final int FEWEST = 3;
    private static final String CLAUSE_ENDS = ",;!?。";

    private final IndexedArticle article;

    QuoteFinder(IndexedArticle article) {
        this.article = article;
    }

    /// The citations of a quote: one, or one for each part when the model left out what stands between them; none when any
    /// part does not stand there, in this order.
    List<Citation> find(int paragraph, String quote) {
        Folded folded = article.foldedParagraph(paragraph);
        Squeezed text = Squeezed.of(folded.text());
        List<Citation> found = new ArrayList<>();
        int from = 0;
        for (String part : LEFT_OUT.split(quote)) {
            String wanted = Squeezed.of(trimmed(Folding.text(part))).text();
            if (letters(wanted) == 0) {
                continue;
            }
            int at = text.text().indexOf(wanted, from);
            boolean whole = letters(wanted) == letters(text.text());
            if (at < 0 || letters(wanted) < FEWEST && !whole
                    || letters(wanted) < CLEAR && text.text().indexOf(wanted, at + 1) >= 0) {
                return List.of();
            }
            from = at + wanted.length();
            add(found, clauses(paragraph, folded, text.place(at), text.place(from - 1) + 1));
        }
        return found;
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    /// Adds a citation, or widens the last one when it reaches into it.
    private void add(List<Citation> found, Citation next) {
        Citation last = found.isEmpty() ? next : found.getLast();
        if (!found.isEmpty() && next.start() <= last.end()) {
            found.removeLast();
            found.add(
                    Citations.of(article.article(), next.paragraph(), last.start(), Math.max(last.end(), next.end())));
        } else {
            found.add(next);
        }
    }

    /// The only one of some paragraphs in which a quote stands.
    Optional<Integer> only(List<Integer> paragraphs, String quote) {
        List<Integer> holding = paragraphs.stream().filter(paragraph -> !find(paragraph, quote).isEmpty()).toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }

    /// Without the punctuation at its ends, which models change to fit.
    private static String trimmed(String folded) {
        int start = 0;
        int end = folded.length();
        while (start < end && !Character.isLetterOrDigit(folded.codePointAt(start))) {
            start += Character.charCount(folded.codePointAt(start));
        }
        while (end > start && !Character.isLetterOrDigit(folded.codePointBefore(end))) {
            end -= Character.charCount(folded.codePointBefore(end));
        }
        return folded.substring(start, end);
    }

    /// Widens a stretch of folded characters to the clauses that it touches; to its sentences, or to the paragraph, when
    /// these are hardly a word.
    private Citation clauses(int paragraph, Folded folded, int from, int to) {
        Paragraph cited = article.article().paragraph(paragraph);
        int first = sentence(cited, folded.start(from)).start();
        int last = sentence(cited, folded.end(to - 1) - 1).end();
        int start = from;
        while (start > 0 && folded.start(start - 1) >= first && !endsClause(folded.text(), start - 1)) {
            start--;
        }
        int end = to;
        while (end < folded.text().length() && folded.end(end) <= last && !endsClause(folded.text(), end - 1)) {
            end++;
        }
        if (closesHere(folded, start, end, last)) {
            end++;
        }
        while (start < from && folded.text().charAt(start) == ' ') {
            start++;
        }
        List<int[]> wider = List.of(new int[]{folded.start(start), folded.end(end - 1)}, new int[]{first, last});
        return wider.stream().map(place -> Citations.of(article.article(), paragraph, place[0], place[1]))
                .filter(citation -> citation.quote().codePoints().filter(Character::isLetter).count() >= CLEAR)
                .findFirst().orElseGet(() -> Citations.of(article.article(), paragraph, 0, cited.text().length()));
    }

    /// Does a quotation that began within the clauses end right behind them?
    private static boolean closesHere(Folded folded, int start, int end, int last) {
        String text = folded.text();
        return end < text.length() && text.charAt(end) == '"' && folded.end(end) <= last
                && text.substring(start, end).chars().filter(mark -> mark == '"').count() % 2 == 1;
    }

    private static Sentence sentence(Paragraph paragraph, int offset) {
        return paragraph.sentences().stream().filter(sentence -> offset < sentence.end()).findFirst()
                .orElse(paragraph.sentences().getLast());
    }

    /// Does a clause end with this character? A mark between digits ends none.
    private static boolean endsClause(String text, int at) {
        if (CLAUSE_ENDS.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        boolean between = at > 0 && at + 1 < text.length() && Character.isDigit(text.charAt(at - 1))
                && Character.isDigit(text.charAt(at + 1));
        return !between;
    }
}
