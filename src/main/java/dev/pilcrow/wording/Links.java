package dev.pilcrow.wording;

import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Spot;
import dev.pilcrow.chat.Link;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where readers find articles on the web: on the bot's own pages, or nowhere. Immutable.
public final class Links {

    /// The path of the pages; the start of the article's id follows.
    public static final String PATH = "/a/";
    /// Characters of an id that tell it from all others: 64 bits.
    public static final int ID = 16;

    private final @Nullable URI site;

    private Links(@Nullable URI site) {
        this.site = site;
    }

    /// Nowhere.
    public static Links none() {
        return new Links(null);
    }

    /// On the bot's own pages.
    ///
    /// @param site its address, without a path
    public static Links at(URI site) {
        return new Links(new Link(site).address());
    }

    /// The path of an article's page.
    public static String path(Article article) {
        return PATH + article.id().substring(0, Math.min(ID, article.id().length()));
    }

    /// Where an article is; nothing when it is nowhere.
    @Nullable
    Link to(Article article) {
        return link(path(article));
    }

    /// Where a paragraph is, by its number from 1; nothing when it is nowhere.
    @Nullable
    Link to(Article article, int paragraph) {
        return to(article, Spot.of(paragraph));
    }

    /// Where the words of a citation are; nothing when they are nowhere.
    @Nullable
    Link to(Article article, Citation citation) {
        return to(article, new Spot(citation.paragraph(), citation.start(), citation.end()));
    }

    private @Nullable Link to(Article article, Spot spot) {
        return link(path(article) + "?q=" + spot + "#p" + spot.paragraph());
    }

    private @Nullable Link link(String path) {
        return site == null ? null : new Link(URI.create(site + path));
    }
}
