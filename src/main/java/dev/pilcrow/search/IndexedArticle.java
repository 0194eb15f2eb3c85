package dev.pilcrow.search;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Folded;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.article.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.util.VectorUtil;

/// An article made ready for questions: folded, its terms indexed, its paragraphs encoded, its names mined. Immutable and
/// thread-safe; about 600 bytes a character, most of it token vectors.
public final class IndexedArticle {

    /// A sentence as search sees it.
    ///
    /// @param sentence the sentence, verbatim
    /// @param index its place among the article's sentences, from 0
    /// @param folded its folded characters
    /// @param matchable the same, as words are looked for in it
    /// @param from its first token in its paragraph's encoding
    /// @param to after its last token; `from == to` when it has none
    record Unit(Sentence sentence, int index, String folded, String matchable, int from, int to) {

        int paragraph() {
            return sentence.paragraph() - 1;
        }
    }

    private final Article article;
    private final List<Folded> folded;
    private final List<Encoding> encodings;
    private final List<List<Unit>> units;
    private final List<Unit> allUnits;
    private final WordIndex words;
    private final WordIndex sounds;
    private final Names names;
    private final List<String> matchable;
    private final JoinedText text;
    private final VectorTable vectors;
    private final NameCheck nameCheck = new NameCheck(this);
    private final ReaderLanguage writing;
    private final ConcurrentMap<Integer, Set<String>> namesByUnit = new ConcurrentHashMap<>();

    IndexedArticle(Article article, List<Folded> folded, List<Encoding> encodings) {
        this.article = article;
        this.writing = ReaderLanguage.of(article);
        this.folded = List.copyOf(folded);
        this.encodings = List.copyOf(encodings);
        List<List<Unit>> byParagraph = new ArrayList<>();
        List<Unit> all = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            List<Unit> ofOne = new ArrayList<>();
            for (Sentence sentence : paragraph.sentences()) {
                Unit unit = unit(sentence, all.size());
                ofOne.add(unit);
                all.add(unit);
            }
            byParagraph.add(List.copyOf(ofOne));
        }
        units = List.copyOf(byParagraph);
        allUnits = List.copyOf(all);
        words = new WordIndex(folded.stream().map(f -> Words.terms(f.text(), article.language())).toList());
        sounds = new WordIndex(folded.stream()
                .map(f -> article.language() == Language.CHINESE ? Sounds.terms(f.text()) : List.<String>of())
                .toList());
        names = Names.mine(article, folded);
        matchable = folded.stream().map(f -> matchable(f.text(), article.language())).toList();
        text = new JoinedText(matchable);
        vectors = new VectorTable(this.encodings);
    }

    /// Folds the paragraphs of an article, in order.
    static List<Folded> fold(Article article) {
        return article.paragraphs().stream().map(paragraph -> Folding.fold(paragraph.text())).toList();
    }

    private Unit unit(Sentence sentence, int index) {
        Folded whole = folded.get(sentence.paragraph() - 1);
        Encoding encoding = encodings.get(sentence.paragraph() - 1);
        int start = lowerBound(whole, sentence.start());
        int end = lowerBound(whole, sentence.end());
        int from = 0;
        while (from < encoding.size() && encoding.starts()[from] < start) {
            from++;
        }
        int to = from;
        while (to < encoding.size() && encoding.ends()[to] <= end) {
            to++;
        }
        String text = whole.text().substring(start, end);
        return new Unit(sentence, index, text, matchable(text, article.language()), from, to);
    }

    /// The first folded character that begins at or after an offset of the original.
    private static int lowerBound(Folded folded, int offset) {
        int low = 0;
        int high = folded.text().length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (folded.start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public Article article() {
        return article;
    }

    /// The language that it is written in, with its writing.
    public ReaderLanguage writing() {
        return writing;
    }

    /// How many paragraphs it has.
    public int size() {
        return folded.size();
    }

    /// A paragraph's folded characters, with the way back.
    ///
    /// @param number the paragraph's number, from 1
    public Folded foldedParagraph(int number) {
        return folded.get(number - 1);
    }

    String folded(int paragraph) {
        return folded.get(paragraph).text();
    }

    /// A paragraph's vector in the space of its language's encoder, of unit length.
    public float[] vector(int paragraph) {
        return encodings.get(paragraph).vector();
    }

    Encoding encoding(int paragraph) {
        return encodings.get(paragraph);
    }

    List<Unit> units(int paragraph) {
        return units.get(paragraph);
    }

    List<Unit> units() {
        return allUnits;
    }

    WordIndex words() {
        return words;
    }

    WordIndex sounds() {
        return sounds;
    }

    Names names() {
        return names;
    }

    /// Tells which names its paragraphs say.
    public NameCheck nameCheck() {
        return nameCheck;
    }

    /// Does a folded word or phrase stand anywhere in the article?
    public boolean contains(String wanted) {
        return text.contains(matchable(wanted, article.language()));
    }

    /// Those of the first paragraphs in which a folded word or phrase stands.
    BitSet paragraphsWith(String wanted, int first) {
        return text.partsWith(matchable(wanted, article.language()), first);
    }

    /// Cosine of every paragraph's vector with this one, of unit length.
    float[] cosines(float[] vector) {
        return vectors.products(vector);
    }

    /// Does a folded word or phrase stand in a paragraph?
    boolean contains(int paragraph, String wanted) {
        return matchable.get(paragraph).contains(matchable(wanted, article.language()));
    }

    /// A folded text as it is searched for words: as it is in Chinese, as stems between spaces in English.
    static String matchable(String folded, Language language) {
        return switch (language) {
            case CHINESE -> folded;
            case ENGLISH -> {
                StringBuilder stems = new StringBuilder(" ");
                for (int[] word : Stems.words(folded)) {
                    stems.append(Stems.of(folded.substring(word[0], word[1]))).append(' ');
                }
                yield stems.toString();
            }
        };
    }

    /// The names in a sentence, folded: in Chinese those that the article shows to be names and words that no dictionary
    /// knows, in English capitalised words that do not begin the sentence.
    Set<String> names(Unit unit) {
        return namesByUnit.computeIfAbsent(unit.index(), index -> namesIn(unit));
    }

    private Set<String> namesIn(Unit unit) {
        Set<String> found = new LinkedHashSet<>();
        switch (article.language()) {
            case CHINESE -> {
                names.chinese().stream().filter(unit.folded()::contains).forEach(found::add);
                for (int[] word : Segments.contentWords(unit.folded())) {
                    String text = unit.folded().substring(word[0], word[1]);
                    if (Segments.isUnknown(text) || Stems.words(text).size() == 1 && !text.matches("[\\d.]+")) {
                        found.add(text);
                    }
                }
            }
            case ENGLISH -> {
                String text = unit.sentence().text();
                for (int[] word : Stems.words(text)) {
                    if (word[0] > 1 && Character.isUpperCase(text.charAt(word[0]))) {
                        found.add(Folding.text(text.substring(word[0], word[1])));
                    }
                }
            }
        }
        return found;
    }

    /// The folded characters of one of the article's sentences.
    public String folded(Sentence sentence) {
        return unit(sentence).folded();
    }

    private Unit unit(Sentence sentence) {
        return units.get(sentence.paragraph() - 1).stream().filter(unit -> unit.sentence().equals(sentence)).findFirst()
                .orElseThrow();
    }

    /// The people that a sentence names, folded: names with their parts divided by dots, and in English two capitalised
    /// words or more in a row.
    public Set<String> people(Sentence sentence) {
        return names.people(unit(sentence).folded(), sentence.text(), article.language());
    }

    /// Cosine of two paragraphs, by their numbers.
    public double similarity(int one, int other) {
        return VectorUtil.dotProduct(encoding(one - 1).vector(), encoding(other - 1).vector());
    }

    /// How much of a paragraph a sentence of it has, by its tokens: the mean over the paragraph's tokens of the best cosine
    /// with a token of the sentence.
    public double likeWhole(int paragraph, int sentence) {
        Encoding encoding = encoding(paragraph - 1);
        return LateInteraction.mean(new LateInteraction(encoding, encoding, units(paragraph - 1)).sentence(sentence));
    }

    /// About how much memory it takes, in bytes.
    int weight() {
        long bytes = 0;
        for (Encoding encoding : encodings) {
            bytes += encoding.weight() + 2L * encoding.dimensions();
        }
        return (int) Math.min(Integer.MAX_VALUE, bytes + 12L * text.length());
    }
}
