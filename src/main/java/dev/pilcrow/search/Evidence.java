package dev.pilcrow.search;

import dev.pilcrow.article.Language;
import dev.pilcrow.article.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What search found for a question: the paragraphs, ranked, and how well each word of the question is met in each of
/// their sentences. Paragraphs are counted from 0 here. Immutable.
public final class Evidence {

    private static final int PART = 2;

    private final Query query;
    private final IndexedArticle article;
    private final List<Integer> order;
    private final double[] scores;
    private final float[][] signals;
    private final Map<Integer, LateInteraction> late;
    private final float[] idf;

    Evidence(Query query, IndexedArticle article, List<Integer> order, double[] scores, float[][] signals,
            Map<Integer, LateInteraction> late, float[] idf) {
        this.query = query;
        this.article = article;
        this.order = order;
        this.scores = scores;
        this.signals = signals;
        this.late = late;
        this.idf = idf;
    }

    public Query query() {
        return query;
    }

    public IndexedArticle article() {
        return article;
    }

    /// The paragraphs that were looked at closely, best first.
    public List<Integer> order() {
        return order;
    }

    /// The fused score of a paragraph.
    public double score(int paragraph) {
        return scores[paragraph];
    }

    /// What one signal says of a paragraph, on the signal's own scale.
    public float signal(Signal signal, int paragraph) {
        return signals[signal.ordinal()][paragraph];
    }

    /// For each content word of the question its weight: rarer in the article, heavier.
    public float weight(int word) {
        return idf[word];
    }

    /// The sentences of a paragraph.
    public List<Sentence> sentences(int paragraph) {
        return article.article().paragraphs().get(paragraph).sentences();
    }

    /// The folded characters of a sentence.
    public String folded(int paragraph, int sentence) {
        return article.units(paragraph).get(sentence).folded();
    }

    /// Mean over the question's tokens of the best cosine in a sentence.
    public float tokens(int paragraph, int sentence) {
        LateInteraction interaction = late.get(paragraph);
        return interaction == null ? 0 : LateInteraction.mean(interaction.sentence(sentence));
    }

    /// How well a content word is met in a sentence: 1 when it or an alternative stands there, else the mean cosine of its
    /// tokens with the best tokens of the sentence.
    public float met(int word, int paragraph, int sentence) {
        Query.Word asked = query.words().get(word);
        if (stands(asked, article.units(paragraph).get(sentence).matchable(), article.article().language())) {
            return 1;
        }
        LateInteraction interaction = late.get(paragraph);
        return interaction == null ? 0 : soft(asked, interaction.sentence(sentence));
    }

    /// The same over the whole paragraph.
    public float met(int word, int paragraph) {
        Query.Word asked = query.words().get(word);
        if (stands(asked, article, paragraph)) {
            return 1;
        }
        LateInteraction interaction = late.get(paragraph);
        return interaction == null ? 0 : soft(asked, interaction.paragraph());
    }

    /// The names that a sentence holds and the question does not, folded.
    public List<String> newNames(int paragraph, int sentence) {
        return article.names(article.units(paragraph).get(sentence)).stream()
                .filter(name -> !query.matching().contains(name)).toList();
    }

    /// Where a content word of the question, or an alternative, stands in a sentence's folded characters, as
    /// `[start, end]`.
    public List<int[]> places(int word, int paragraph, int sentence) {
        Query.Word asked = query.words().get(word);
        String folded = folded(paragraph, sentence);
        List<int[]> places = new ArrayList<>();
        if (article.article().language() == Language.ENGLISH) {
            String stem = Stems.of(asked.text());
            Stems.words(folded).stream().filter(place -> Stems.of(folded.substring(place[0], place[1])).equals(stem))
                    .forEach(places::add);
            return places;
        }
        for (String form : Stream.concat(Stream.of(asked.text()), asked.alternatives().stream()).toList()) {
            for (int at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
                places.add(new int[]{at, at + form.length()});
            }
        }
        return places;
    }

    /// The cosine of the question's vector and the paragraph's.
    public float cosine(int paragraph) {
        return signal(query.translated() ? Signal.MAPPED_VECTOR : Signal.VECTOR, paragraph);
    }

    /// Does the word, or an alternative, stand anywhere in the article?
    public boolean stands(int word) {
        Query.Word asked = query.words().get(word);
        return article.contains(asked.text()) || !asked.alternatives().isEmpty();
    }

    /// How many paragraphs have a pair of syllables of this word: more than none when it may be a misspelt name.
    public int sounds(int word) {
        return Sounds.terms(query.words().get(word).text()).stream().mapToInt(article.sounds()::frequency).max()
                .orElse(0);
    }

    /// Is a word a name that the article does not have, not even with a character or a sound otherwise?
    public boolean isForeign(int word) {
        Query.Word asked = query.words().get(word);
        return asked.name() && !stands(word) && sounds(word) == 0 && !partStands(asked.text());
    }

    /// Do two neighbouring characters of a word stand in the article?
    private boolean partStands(String text) {
        for (int i = 0; i + PART <= text.length(); i++) {
            if (article.contains(text.substring(i, i + PART))) {
                return true;
            }
        }
        return false;
    }

    private float soft(Query.Word word, float[] best) {
        Encoding question = query.encoding();
        List<Float> values = new ArrayList<>();
        for (int q = 0; q < question.size(); q++) {
            if (question.starts()[q] >= word.start() && question.ends()[q] <= word.end()) {
                values.add(best[q]);
            }
        }
        return (float) values.stream().mapToDouble(Float::doubleValue).average().orElse(0);
    }

    static boolean stands(Query.Word word, IndexedArticle article, int paragraph) {
        return article.contains(paragraph, word.text())
                || word.alternatives().stream().anyMatch(form -> article.contains(paragraph, form));
    }

    private static boolean stands(Query.Word word, String matchable, Language language) {
        return matchable.contains(IndexedArticle.matchable(word.text(), language)) || word.alternatives().stream()
                .anyMatch(form -> matchable.contains(IndexedArticle.matchable(form, language)));
    }
}
