package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The articles that the operator can name: files, or the built-in one.
final class Articles {

    private final ArticleReader reader = new ArticleReader();
    private final Config config;

    Articles(Config config) {
        this.config = config;
    }

    /// The article that is named on the command line, or else in the settings, or else the built-in one.
    Article named(Optional<String> name) throws BadUseException {
        Optional<String> file = name.or(config::article);
        return file.isPresent() ? open(file.get()) : reader.builtIn();
    }

    Article open(Path file) throws BadUseException {
        return open(file.toString());
    }

    private Article open(String file) throws BadUseException {
        try {
            return reader.read(file);
        } catch (UnreadableArticleException unreadable) {
            throw new BadUseException(phrase(unreadable.problem()), unreadable.file());
        } catch (IOException unreadable) {
            throw new BadUseException(Phrase.ARTICLE_FORBIDDEN, file);
        }
    }

    private static Phrase phrase(UnreadableArticleException.Problem problem) {
        return switch (problem) {
            case MISSING -> Phrase.ARTICLE_MISSING;
            case FOLDER -> Phrase.ARTICLE_FOLDER;
            case FORBIDDEN -> Phrase.ARTICLE_FORBIDDEN;
            case EMPTY -> Phrase.ARTICLE_EMPTY;
            case TOO_LARGE -> Phrase.ARTICLE_TOO_LARGE;
            case TOO_MANY_LINES -> Phrase.ARTICLE_TOO_MANY_LINES;
            case NOT_TEXT -> Phrase.ARTICLE_NOT_TEXT;
            case UNKNOWN_FORMAT -> Phrase.ARTICLE_UNKNOWN_FORMAT;
            case ADDRESS -> Phrase.ARTICLE_ADDRESS;
        };
    }
}
