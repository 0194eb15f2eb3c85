package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class WordIndexTest {

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    @Test
    void scoresAsLuceneDoes() throws IOException {
        for (int round = 0; round < 20; round++) {
            List<List<String>> terms = IntStream.range(0, 1 + random.nextInt(300)).mapToObj(i -> paragraph()).toList();
            Map<String, Float> query = new TreeMap<>();
            IntStream.range(0, 8).forEach(i -> query.put(term(), random.nextInt(1, 4) / 2f));
            assertThat(new WordIndex(terms).scores(query)).containsExactly(lucene(terms, query), within(1e-5f));
        }
    }

    @Test
    void givesNothingToATermThatStandsNowhere() {
        WordIndex index = new WordIndex(List.of(List.of("a"), List.of()));
        assertThat(index.scores(Map.of("b", 1f))).containsExactly(0, 0);
        assertThat(index.frequency("b")).isZero();
        assertThat(index.frequency("a")).isOne();
        assertThat(new WordIndex(List.of(List.of())).scores(Map.of("b", 1f))).containsExactly(0);
    }

    private List<String> paragraph() {
        int length = random.nextInt(10) == 0 ? 0 : random.nextInt(200);
        return IntStream.range(0, length).mapToObj(i -> term()).toList();
    }

    /// Low numbers are frequent.
    private String term() {
        return "t" + (int) Math.abs(random.nextGaussian() * 40);
    }

    private static float[] lucene(List<List<String>> terms, Map<String, Float> weights) throws IOException {
        float[] scores = new float[terms.size()];
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
                for (List<String> paragraph : terms) {
                    Document document = new Document();
                    document.add(new TextField("terms", String.join(" ", paragraph), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            BooleanQuery.Builder query = new BooleanQuery.Builder();
            weights.forEach((term, weight) -> query.add(new BoostQuery(new TermQuery(new Term("terms", term)), weight),
                    BooleanClause.Occur.SHOULD));
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                for (ScoreDoc found : new IndexSearcher(reader).search(query.build(), terms.size()).scoreDocs) {
                    scores[found.doc] = found.score;
                }
            }
        }
        return scores;
    }
}
