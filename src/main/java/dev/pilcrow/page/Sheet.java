package dev.pilcrow.page;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Spot;
import java.util.List;
import java.util.Optional;

/// The paragraphs of an article that stand on one page: all of them, or a stretch of a very long article. A paragraph that is
/// too long for a page stands alone, and a part of it does.
///
/// @param article whose paragraphs they are
/// @param first the number of the first one
/// @param last the number of the last one
record Sheet(Article article, int first, int last) {

    private static final int PARAGRAPHS = 1_000;
    /// In UTF-16 units.
    static final int CHARACTERS = 200_000;

    /// The part of each paragraph that stands on the page: all of it, unless it alone is too long.
    ///
    /// @param start offset of the first character
    /// @param end offset after the last one, or any after the paragraph's end
    record Extract(int start, int end) {

        boolean isCutBefore() {
            return start > 0;
        }

        boolean isCutAfter(String text) {
            return end < text.length();
        }
    }

    /// The one that a paragraph stands on.
    static Sheet of(Article article, int paragraph) {
        Sheet sheet = from(article, 1);
        while (sheet.last < paragraph) {
            sheet = from(article, sheet.last + 1);
        }
        return sheet;
    }

    private static Sheet from(Article article, int first) {
        int last = first;
        int characters = article.paragraph(first).text().length();
        while (last < article.paragraphs().size() && last - first + 1 < PARAGRAPHS
                && characters + article.paragraph(last + 1).text().length() <= CHARACTERS) {
            last++;
            characters += article.paragraph(last).text().length();
        }
        return new Sheet(article, first, last);
    }

    /// The part of its paragraphs that is shown, with the start of what is quoted somewhere in it.
    Extract extract(Optional<Spot> spot) {
        String text = article.paragraph(first).text();
        int quoted = spot.map(Spot::start).orElse(0);
        int start = Math.clamp(quoted - CHARACTERS / 2, 0, Math.max(0, text.length() - CHARACTERS));
        int end = Math.min(text.length(), start + CHARACTERS);
        return first < last || text.length() <= CHARACTERS
                ? new Extract(0, Integer.MAX_VALUE)
                : new Extract(whole(text, start), whole(text, end));
    }

    /// The place itself, or the one before when a character begins there and ends after.
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    List<Paragraph> paragraphs() {
        return article.paragraphs().subList(first - 1, last);
    }

    /// The one before.
    Optional<Sheet> before() {
        return first == 1 ? Optional.empty() : Optional.of(of(article, first - 1));
    }

    /// The one after.
    Optional<Sheet> after() {
        return last == article.paragraphs().size() ? Optional.empty() : Optional.of(from(article, last + 1));
    }
}
