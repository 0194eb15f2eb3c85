package dev.pilcrow.wording;

import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Byline;
import dev.pilcrow.article.Bylines;
import dev.pilcrow.article.Language;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Pages;
import dev.pilcrow.chat.Span.Style;

/// An article and its paragraphs in the words of one language.
public final class ArticleWording {

    private static final int TITLE = 60;
    private static final int NEIGHBOUR = 80;
    private static final int OUTLINED = 100;

    private final Wording wording;

    public ArticleWording(Wording wording) {
        this.wording = wording;
    }

    /// The title, short enough for one line.
    public static String title(Article article) {
        return Excerpt.of(article.title(), TITLE);
    }

    /// A paragraph's mark, with its kind when it is not of the body.
    String mark(Paragraph paragraph) {
        return switch (paragraph.kind()) {
            case BODY -> wording.say(Phrase.PARAGRAPH, paragraph.number());
            case HEADING -> mark(paragraph, Phrase.KIND_HEADING);
            case BYLINE -> mark(paragraph, Phrase.KIND_BYLINE);
            case CAPTION -> mark(paragraph, Phrase.KIND_CAPTION);
        };
    }

    /// A paragraph's mark, which leads to it.
    Linked linkedMark(Article article, int paragraph) {
        return new Linked(mark(article.paragraph(paragraph)), wording.links().to(article, paragraph));
    }

    /// The mark of a citation's paragraph, which leads to its words.
    Linked linkedMark(Article article, Citation citation) {
        return new Linked(mark(article.paragraph(citation.paragraph())), wording.links().to(article, citation));
    }

    private String mark(Paragraph paragraph, Phrase kind) {
        return wording.say(Phrase.PARAGRAPH_OF_KIND, paragraph.number(), Remark.of(kind));
    }

    /// A paragraph in full, between the starts of the one before and the one after.
    public Message passage(Article article, int number) {
        Message.Builder message = new Message.Builder();
        if (number > 1) {
            addNeighbour(message, article.paragraph(number - 1));
            message.add("\n\n");
        }
        Paragraph paragraph = article.paragraph(number);
        message.add(mark(paragraph), Style.BOLD, wording.links().to(article, number)).add("  ").add(paragraph.text());
        if (number < article.paragraphs().size()) {
            message.add("\n\n");
            addNeighbour(message, article.paragraph(number + 1));
        }
        return message.build();
    }

    /// A paragraph in full between the starts of its neighbours, or as much of it as a platform allows.
    ///
    /// @param longest the most UTF-16 units
    public Message passage(Article article, int number, int longest) {
        Message message = passage(article, number);
        return message.text().length() <= longest
                ? message
                : new Message.Builder().add(Pages.of(message, longest - 1).getFirst()).add("…").build();
    }

    private void addNeighbour(Message.Builder message, Paragraph paragraph) {
        message.add(mark(paragraph) + "  " + Excerpt.of(paragraph.text(), NEIGHBOUR), Style.QUOTE);
    }

    /// The most characters of a clause: a Chinese character is as wide as two others.
    private static int clause(Language language) {
        return switch (language) {
            case CHINESE -> 30;
            case ENGLISH -> 60;
        };
    }

    private static String words(Article article, Byline byline) {
        return article.paragraph(byline.paragraph()).text().substring(byline.start(), byline.end());
    }

    /// The article at a glance: its title, who wrote it, and how each paragraph starts.
    public Message outline(Article article) {
        return outline(article, Math.min(OUTLINED, article.paragraphs().size()));
    }

    /// The article at a glance, with fewer paragraphs when it were longer than a platform allows.
    ///
    /// @param longest the most UTF-16 units
    public Message glance(Article article, int longest) {
        Message message = outline(article);
        int shown = Math.min(OUTLINED, article.paragraphs().size());
        while (message.text().length() > longest && shown > 1) {
            shown = (int) Math.min(shown - 1L, (long) shown * longest / message.text().length());
            message = outline(article, shown);
        }
        return message;
    }

    private Message outline(Article article, int shown) {
        Message.Builder message = new Message.Builder().add(title(article), Style.BOLD,
                wording.links().to(article));
        Bylines.byline(article).ifPresent(byline -> message.add("\n").add(words(article, byline)));
        int count = article.paragraphs().size();
        message.add("\n").add(wording.message(Phrase.OUTLINE_PARAGRAPHS, count)).add("\n");
        article.paragraphs().stream().limit(shown).forEach(paragraph -> message.add("\n")
                .add(mark(paragraph), Style.NOTE).add("  ")
                .add(Excerpt.clause(paragraph.text(), clause(article.language()))));
        if (count > shown) {
            message.add("\n").add(wording.say(Phrase.OUTLINE_MORE, count - shown), Style.NOTE);
        }
        return message.build();
    }
}
