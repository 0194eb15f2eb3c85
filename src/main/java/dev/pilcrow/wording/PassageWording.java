package dev.pilcrow.wording;

import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span.Style;
import java.text.BreakIterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Paragraphs that are shown for an answer, in the words of one language.
public final class PassageWording {

    private static final String CUT = "…";

    private final Wording wording;
    private final ArticleWording articles;

    public PassageWording(Wording wording) {
        this.wording = wording;
        this.articles = new ArticleWording(wording);
    }

    /// The paragraph of a citation, with the quoted words marked.
    ///
    /// @param number the citation's, from 1
    /// @param longest the most UTF-16 units of the message; what lies far from the quote is left out
    public Message cited(Article article, int number, Citation citation, int longest) {
        Linked mark = articles.linkedMark(article, citation);
        Linked heading = new Linked(AnswerWording.marker(number) + " " + mark, mark.link());
        return view(heading, article.paragraph(citation.paragraph()).text(), citation.start(), citation.end(), longest);
    }

    /// Where a citation stands whose words are quoted beside.
    public Message quoted(Article article, int number, Citation citation) {
        return wording.styled(Style.NOTE, Phrase.QUOTED_ABOVE, AnswerWording.marker(number),
                articles.linkedMark(article, citation));
    }

    /// A paragraph that may be near to what was asked.
    ///
    /// @param paragraph its number, from 1
    /// @param longest the most UTF-16 units of the message; what is too much at the end is left out
    public Message near(Article article, int paragraph, int longest) {
        return view(articles.linkedMark(article, paragraph), article.paragraph(paragraph).text(), 0, 0, longest);
    }

    /// What a window with the paragraph of a citation is called.
    public String title(Article article, int number, Citation citation) {
        return AnswerWording.marker(number) + " " + title(article, citation.paragraph());
    }

    /// What a window with a paragraph is called.
    public String title(Article article, int paragraph) {
        return articles.mark(article.paragraph(paragraph));
    }

    /// A paragraph in full between its neighbours, with the quoted words marked.
    ///
    /// @param paragraph its number, from 1
    /// @param citation what of it is quoted; none for nothing
    /// @param longest the most UTF-16 units of the message
    public Message around(Article article, int paragraph, @Nullable Citation citation, int longest) {
        int third = longest / 3;
        int start = citation == null ? 0 : citation.start();
        int end = citation == null ? 0 : citation.end();
        Message.Builder message = new Message.Builder();
        if (paragraph > 1) {
            message.add(neighbour(article, paragraph - 1, third)).add("\n\n");
        }
        Linked mark = citation == null
                ? articles.linkedMark(article, paragraph)
                : articles.linkedMark(article, citation);
        message.add(view(mark, article.paragraph(paragraph).text(), start, end, third));
        if (paragraph < article.paragraphs().size()) {
            message.add("\n\n").add(neighbour(article, paragraph + 1, third));
        }
        return message.build();
    }

    private Message neighbour(Article article, int paragraph, int longest) {
        String mark = articles.mark(article.paragraph(paragraph));
        String text = article.paragraph(paragraph).text();
        int room = longest - mark.length() - CUT.length() - 4;
        return new Message.Builder().add(mark, Style.NOTE).add("\n")
                .add(text.length() <= room ? text : text.substring(0, whole(text, room, false)) + CUT).build();
    }

    private static Message view(Linked heading, String text, int quoteStart, int quoteEnd, int longest) {
        int room = longest - heading.text().length() - 1;
        int start = 0;
        int end = text.length();
        if (end > room) {
            int window = room - 2 * CUT.length();
            int before = Math.max(0, window - (quoteEnd - quoteStart)) / 2;
            start = Math.clamp(quoteStart - before, 0, text.length() - window);
            end = whole(text, start + window, false);
            start = whole(text, start, true);
        }
        int from = Math.clamp(quoteStart, start, end);
        int to = Math.clamp(quoteEnd, from, end);
        return new Message.Builder().add(heading.text(), Style.BOLD, heading.link()).add("\n")
                .add((start > 0 ? CUT : "") + text.substring(start, from), Style.PASSAGE)
                .add(text.substring(from, to), Style.CITED)
                .add(text.substring(to, end) + (end < text.length() ? CUT : ""), Style.PASSAGE).build();
    }

    /// The nearest place between two characters as a reader sees them.
    private static int whole(String text, int at, boolean forward) {
        BreakIterator graphemes = BreakIterator.getCharacterInstance(Locale.ROOT);
        graphemes.setText(text);
        return graphemes.isBoundary(at) ? at : forward ? graphemes.following(at) : graphemes.preceding(at);
    }
}
