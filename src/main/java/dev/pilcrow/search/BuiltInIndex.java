package dev.pilcrow.search;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.Folded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;

/// The step of the build that makes the built-in article's vectors. It does nothing when they are there already.
public final class BuiltInIndex {

    private BuiltInIndex() {
    }

    /// Makes them.
    ///
    /// @param arguments the folder to write to
    public static void main(String... arguments) throws IOException {
        LogManager.getLogManager().reset(); // the libraries' talk about graphics cards
        Path folder = Path.of(arguments[0]);
        Article article = new ArticleReader().builtIn();
        EncoderModel model = EncoderModel.of(article.language());
        List<String> texts = IndexedArticle.fold(article).stream().map(Folded::text).toList();
        ArticleVectors wanted = new ArticleVectors(model, article.id(), texts);
        if (VectorStore.builtIn(wanted).isPresent()) {
            return;
        }
        List<Encoding> encodings = new ParagraphEncoder(new Encoders()).encode(model, texts);
        try (VectorWriter writer = new VectorWriter(folder.resolve(wanted.file()), wanted)) {
            for (Encoding encoding : encodings) {
                writer.add(encoding);
            }
            writer.finish();
        }
        folder.resolve(wanted.file()).toFile().setReadable(true, false);
    }
}
