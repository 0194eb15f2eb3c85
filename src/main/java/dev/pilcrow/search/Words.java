package dev.pilcrow.search;

import dev.pilcrow.article.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts folded texts into the terms that word ranking counts: for Chinese articles single characters, pairs of
/// characters and Latin words; for English ones stemmed words without the commonest. Thread-safe.
final class Words {

    private static final Analyzer CHINESE = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            int every = CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA
                    | CJKBigramFilter.HANGUL;
            return new TokenStreamComponents(source, new CJKBigramFilter(source, every, true));
        }
    };
    private static final Analyzer ENGLISH = new EnglishAnalyzer();

    private Words() {
    }

    static Analyzer analyzer(Language language) {
        return switch (language) {
            case CHINESE -> CHINESE;
            case ENGLISH -> ENGLISH;
        };
    }

    /// The terms of a folded text, in order, repeated as often as they stand there.
    static List<String> terms(String folded, Language language) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer(language).tokenStream("", folded)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
