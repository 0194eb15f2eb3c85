package dev.pilcrow.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import java.util.List;
import org.apache.lucene.util.VectorUtil;

/// Finds the paragraphs of an article for a question. Thread-safe.
public final class Search {

    /// Memory for indexed articles, in bytes; the least used make way.
    private static final long ROOM = 256L << 20;

    /// Memory for questions that were encoded, in bytes: some two thousand.
    private static final long QUESTIONS = 32L << 20;

    /// Any Chinese text: segmenting it loads the dictionary.
    private static final String SOMETHING = "一";

    private final VectorStore store;
    private final Encoders encoders = new Encoders();
    private final ParagraphEncoder paragraphs = new ParagraphEncoder(encoders);
    private final QuestionEncoder questions;
    private final QueryReader reader;
    private final Ranker ranker = new Ranker(FusionWeights.shipped());
    private final Cache<String, IndexedArticle> articles = Caffeine.newBuilder().maximumWeight(ROOM)
            .weigher((String id, IndexedArticle article) -> article.weight()).recordStats().build();

    /// Loads nothing yet.
    ///
    /// @param store where vectors of articles are kept from one start to the next
    public Search(VectorStore store) {
        this(store, QUESTIONS);
    }

    /// @param questions memory for questions that were encoded, in bytes; 0 to encode each anew
    public Search(VectorStore store, long questions) {
        this.store = store;
        this.questions = new QuestionEncoder(encoders, questions);
        this.reader = new QueryReader(encoders, this.questions);
    }

    /// What its caches have done.
    public List<CacheFigures> figures() {
        return List.of(CacheFigures.of("articles", articles), paragraphs.figures(), questions.figures());
    }

    /// Forgets the questions that it has encoded.
    public void forget() {
        questions.forget();
    }

    /// Makes an article ready for questions, or takes it from memory.
    public IndexedArticle index(Article article) {
        return articles.get(article.id(), id -> {
            EncoderModel model = EncoderModel.of(article.language());
            prepare(model);
            List<Folded> folded = IndexedArticle.fold(article);
            ArticleVectors wanted = new ArticleVectors(model, id, folded.stream().map(Folded::text).toList());
            IndexedArticle indexed = new IndexedArticle(article, folded,
                    store.encodings(wanted, texts -> paragraphs.encode(model, texts)));
            encoders.of(model);
            return indexed;
        });
    }

    /// Loads beside the indexing what the first question needs. What fails here fails again where it is needed.
    private void prepare(EncoderModel model) {
        Thread.Builder quiet = Thread.ofVirtual().uncaughtExceptionHandler((thread, failure) -> {
        });
        quiet.start(() -> encoders.of(model));
        quiet.start(Glossary::general);
        quiet.start(() -> Segments.of(SOMETHING));
    }

    /// Loads what questions in the language of this one need, and returns when it is there; at once when it was.
    public void prepare(String question) {
        encoders.of(QueryReader.language(question));
        Glossary.general();
    }

    /// The vector of a question as its language's encoder sees it, of unit length; what asking costs at the least.
    public float[] vector(String question) {
        return questions.encode(QueryReader.language(question), Folding.text(question)).vector();
    }

    /// How alike two texts are to an article's encoder: the cosine of their vectors, each brought into the article's space.
    public double likeness(IndexedArticle article, String one, String other) {
        return VectorUtil.dotProduct(vectorFor(article, one), vectorFor(article, other));
    }

    private float[] vectorFor(IndexedArticle article, String text) {
        Language read = QueryReader.language(text);
        Language written = article.article().language();
        return read == written ? vector(text) : encoders.map(read, written).apply(vector(text));
    }

    /// Ranks the paragraphs of an article for a question.
    public Evidence find(IndexedArticle article, String question) {
        return find(article, question, "");
    }

    /// Ranks the paragraphs of an article for a question that follows others.
    ///
    /// @param context content words of the questions before; empty when the question stands for itself
    public Evidence find(IndexedArticle article, String question, String context) {
        return ranker.rank(reader.read(question, context, article), article);
    }
}
