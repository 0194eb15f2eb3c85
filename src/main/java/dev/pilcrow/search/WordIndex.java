package dev.pilcrow.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/// A word ranking of an article's paragraphs: BM25 as Lucene computes it (k1 1.2, b 0.75), in memory. Thread-safe.
final class WordIndex {

    private static final String FIELD = "terms";
    /// Lucene refuses more clauses; only a question of nonsense has so many different terms.
    private static final int MOST_TERMS = 1000;

    private final IndexSearcher searcher;
    private final int size;

    /// @param terms for each paragraph, its terms
    WordIndex(List<List<String>> terms) {
        size = terms.size();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setMergeScheduler(NoMergeScheduler.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (List<String> paragraph : terms) {
                Document document = new Document();
                document.add(new TextField(FIELD, String.join(" ", paragraph), Field.Store.NO));
                writer.addDocument(document);
            }
            writer.commit();
            searcher = new IndexSearcher(DirectoryReader.open(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The score of every paragraph for weighted terms; 0 where none stands.
    float[] scores(Map<String, Float> terms) {
        float[] scores = new float[size];
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        terms.entrySet().stream().limit(MOST_TERMS).forEach(term -> query.add(
                new BoostQuery(new TermQuery(new Term(FIELD, term.getKey())), term.getValue()),
                BooleanClause.Occur.SHOULD));
        try {
            searcher.search(query.build(), new Scores.Manager(scores));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scores;
    }

    /// How many paragraphs hold a term.
    int frequency(String term) {
        try {
            return searcher.getIndexReader().docFreq(new Term(FIELD, term));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes every score to its paragraph's place; cheaper than a ranking when all are wanted.
    private static final class Scores extends SimpleCollector {

        private final float[] scores;
        private int base;
        private @Nullable Scorable scorer;

        private Scores(float[] scores) {
            this.scores = scores;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            scores[base + document] = scorer == null ? 0 : scorer.score();
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }

        private record Manager(float[] scores) implements CollectorManager<Scores, Void> {

            @Override
            public Scores newCollector() {
                return new Scores(scores);
            }

            @Override
            @SuppressWarnings("NullAway") // Void has no other value
            public Void reduce(Collection<Scores> collectors) {
                return null;
            }
        }
    }
}
