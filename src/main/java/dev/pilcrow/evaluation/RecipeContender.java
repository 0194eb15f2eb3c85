package dev.pilcrow.evaluation;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import dev.pilcrow.article.Article;
import dev.pilcrow.search.IndexedArticle;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What LangChain4j's own tutorial does, with the same Chinese model and one segment a paragraph.
final class RecipeContender implements Contender {

    private static final int MOST = 10;
    private static final String PARAGRAPH = "paragraph";

    private final EmbeddingModel model = new BgeSmallZhV15QuantizedEmbeddingModel();
    private @Nullable volatile ContentRetriever retriever;

    @Override
    public String name() {
        return "LangChain4j";
    }

    @Override
    public void index(Article article) {
        List<TextSegment> segments = segments(article);
        hold(model.embedAll(segments).content(), segments);
    }

    @Override
    public void take(IndexedArticle indexed) {
        hold(IntStream.range(0, indexed.size()).mapToObj(i -> Embedding.from(indexed.vector(i).clone())).toList(),
                segments(indexed.article()));
    }

    private static List<TextSegment> segments(Article article) {
        return article.paragraphs().stream()
                .map(p -> TextSegment.from(p.text(), new Metadata().put(PARAGRAPH, p.number()))).toList();
    }

    private void hold(List<Embedding> embeddings, List<TextSegment> segments) {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        store.addAll(embeddings, segments);
        retriever = EmbeddingStoreContentRetriever.builder().embeddingStore(store).embeddingModel(model)
                .maxResults(MOST).minScore(0.0).build();
    }

    @Override
    public List<Integer> ask(String question) {
        ContentRetriever held = retriever;
        if (held == null) {
            throw new IllegalStateException("no article yet");
        }
        return held.retrieve(Query.from(question)).stream()
                .map(content -> content.textSegment().metadata().getInteger(PARAGRAPH)).toList();
    }

    @Override
    public void embed(String question) {
        model.embed(question);
    }
}
