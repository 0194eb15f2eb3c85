package dev.pilcrow.page;

import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Spot;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Writes paragraphs onto a page, each as what it is in its article, under an anchor with its number. What is written is
/// text, whatever it looks like. Not thread-safe.
///
/// @param article the element that they go into
/// @param title the text of the paragraph that is the article's title
/// @param extract what is shown of each paragraph
/// @param spot what is quoted; none for nothing
/// @param wording the words of the reader's language
record Paper(Element article, String title, Sheet.Extract extract, @Nullable Spot spot, Wording wording) {

    private static final String CELL = "|";
    private static final String CUT = "…";

    void write(Paragraph paragraph) {
        switch (paragraph.form()) {
            case PROSE -> writeProse(paragraph);
            case ITEM -> writeWords(anchored(group("ul").appendElement("li"), paragraph), paragraph);
            case ROW -> writeRow(paragraph);
            case CODE -> writeWords(anchored(article.appendElement("div").addClass("code"), paragraph)
                    .appendElement("pre").attr("tabindex", "0").appendElement("code"), paragraph);
        }
    }

    private void writeProse(Paragraph paragraph) {
        switch (paragraph.kind()) {
            case BODY -> writeWords(anchored(article.appendElement("p"), paragraph), paragraph);
            case HEADING -> writeWords(anchored(
                    article.appendElement(paragraph.text().equals(title) ? "h1" : "h2"), paragraph), paragraph);
            case BYLINE -> writeWords(labelled(anchored(article.appendElement("p").addClass("byline"), paragraph),
                    Phrase.KIND_BYLINE), paragraph);
            case CAPTION -> {
                Element figure = anchored(article.appendElement("figure"), paragraph);
                writeWords(labelled(figure.appendElement("figcaption"), Phrase.KIND_CAPTION), paragraph);
            }
        }
    }

    /// The list or table that goes on, or else a new one.
    private Element group(String tag) {
        Element last = article.lastElementChild();
        return last != null && last.tagName().equals(tag) ? last : article.appendElement(tag);
    }

    private void writeRow(Paragraph paragraph) {
        Element wide = article.lastElementChild();
        if (wide == null || !wide.hasClass("table")) {
            wide = article.appendElement("div").addClass("table").attr("tabindex", "0");
            wide.appendElement("table").appendElement("tbody");
        }
        Element row = wide.expectFirst("tbody").appendElement("tr");
        identified(row, paragraph);
        row.appendElement("th").attr("scope", "row").appendChild(number(paragraph));
        String text = paragraph.text();
        int last = Math.min(text.length(), extract.end());
        for (int start = extract.start(); start <= last;) {
            int end = text.indexOf(CELL, start, last);
            while (end > 0 && text.charAt(end - 1) == '\\') {
                end = text.indexOf(CELL, end + 1, last);
            }
            end = end < 0 ? last : end;
            writeWords(row.appendElement("td"), paragraph, start, end);
            start = end + 1;
        }
    }

    private Element anchored(Element element, Paragraph paragraph) {
        identified(element, paragraph).appendChild(number(paragraph));
        return element;
    }

    private Element identified(Element element, Paragraph paragraph) {
        element.id("p" + paragraph.number());
        return isQuoted(paragraph) ? element.addClass("cited") : element;
    }

    private Element number(Paragraph paragraph) {
        return new Element("a").addClass("n").attr("href", "#p" + paragraph.number())
                .attr("aria-label", wording.say(Phrase.SITE_PARAGRAPH, paragraph.number()))
                .text("¶" + paragraph.number());
    }

    private Element labelled(Element element, Phrase kind) {
        element.appendElement("span").addClass("kind").attr("lang", wording.language().writtenTag())
                .text(wording.say(kind));
        return element;
    }

    private void writeWords(Element element, Paragraph paragraph) {
        String text = paragraph.text();
        if (extract.isCutBefore()) {
            element.appendChild(new TextNode(CUT));
        }
        writeWords(element, paragraph, extract.start(), Math.min(text.length(), extract.end()));
        if (extract.isCutAfter(text)) {
            element.appendChild(new TextNode(CUT));
        }
    }

    /// Writes a stretch of a paragraph, with what is quoted of it marked.
    private void writeWords(Element element, Paragraph paragraph, int start, int end) {
        int from = spot != null && isQuoted(paragraph) ? Math.clamp(spot.start(), start, end) : end;
        int to = spot != null && isQuoted(paragraph) ? Math.clamp(spot.end(), from, end) : end;
        String text = paragraph.text();
        element.appendChild(new TextNode(shown(text.substring(start, from))));
        if (from < to) {
            element.appendElement("mark").appendChild(new TextNode(shown(text.substring(from, to))));
        }
        element.appendChild(new TextNode(shown(text.substring(to, end))));
    }

    private boolean isQuoted(Paragraph paragraph) {
        return spot != null && spot.paragraph() == paragraph.number();
    }

    private static String shown(String text) {
        return CleanText.of(text.replace("\t", "    ")).text();
    }
}
