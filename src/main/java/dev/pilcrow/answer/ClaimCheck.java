package dev.pilcrow.answer;

import dev.pilcrow.article.Folding;
import dev.pilcrow.model.Fence;
import dev.pilcrow.quantity.Quantities;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Overlap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Holds what a model says to the article: a sentence is kept when each quote stands in a paragraph that the model was
/// given, and every number, date, name, office, title, quotation and address of the sentence stands in the paragraphs quoted. What
/// is unambiguous is repaired. It asks no model and runs no encoder. Thread-safe.
final class ClaimCheck {

    /// What came of a sentence.
    sealed interface Checked {

        record Kept(Claim claim) implements Checked {
        }

        record Dropped(Failure failure) implements Checked {
        }
    }

    /// Why a sentence was dropped, as a repair tells the model.
    enum Failure {
        NOTHING, NO_QUOTE, QUOTE, NUMBER, NAME, UNSUPPORTED, FORM;

        /// Its name in the prompts.
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    /// Characters of a sentence.
    private static final int LONGEST = 600;
    /// Sentences share more than this with the paragraphs that they are about (README, decisions).
    static final double LEAST_OVERLAP = 0.1;
    private static final Pattern MARKER = Pattern.compile(
            "\\s*(?:[\\[【［]\\s*\\^?(?:ids?|ref|p|¶|第)?\\s*[:：]?\\s*(\\d{1,6})\\s*段?\\s*[\\]】］]|[(（]\\s*(?:ids?\\s*[:：]|ref|¶|第)\\s*(\\d{1,6})\\s*段?\\s*[)）])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private final IndexedArticle article;
    private final Passages passages;
    private final Fence fence;
    private final QuoteFinder quotes;
    private final Map<Integer, Boolean> instructing = new ConcurrentHashMap<>();

    /// @param fence the line between instructions and material, which no answer may have
    ClaimCheck(IndexedArticle article, Passages passages, Fence fence) {
        this.article = article;
        this.passages = passages;
        this.fence = fence;
        this.quotes = new QuoteFinder(article);
    }

    Checked check(Drafted.Sentence drafted) {
        if (drafted.quotes().isEmpty()) {
            return new Checked.Dropped(Failure.NO_QUOTE);
        }
        Set<Citation> cited = new LinkedHashSet<>();
        for (Drafted.Quote quote : drafted.quotes()) {
            List<Citation> found = locate(quote, drafted.claim());
            if (found.isEmpty()) {
                return new Checked.Dropped(Failure.QUOTE);
            }
            cited.addAll(found);
        }
        List<Integer> paragraphs = cited.stream().map(Citation::paragraph).distinct().toList();
        String source = paragraphs.stream().map(number -> article.foldedParagraph(number).text())
                .collect(Collectors.joining("\n"));
        String text = UNSEEN.matcher(unmarked(drafted.claim(), source)).replaceAll(" ").strip();
        return failure(text, paragraphs, source).<Checked>map(Checked.Dropped::new)
                .orElseGet(() -> new Checked.Kept(new Claim(text, List.copyOf(cited))));
    }

    /// A quote in the paragraph that it names, or that a marker of the sentence names when it names none, or else in the
    /// only other paragraph given in which it stands.
    private List<Citation> locate(Drafted.Quote quote, String claim) {
        int named = quote.paragraph() > 0 ? quote.paragraph() : marked(claim).orElse(0);
        if (passages.paragraph(named).isPresent()) {
            List<Citation> found = quotes.find(named, quote.text());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return quotes.only(passages.paragraphs(), quote.text()).map(number -> quotes.find(number, quote.text()))
                .orElse(List.of());
    }

    /// The paragraph that the only marker of a sentence names.
    private static Optional<Integer> marked(String claim) {
        Set<Integer> numbers = MARKER.matcher(claim).results().map(ClaimCheck::number).collect(Collectors.toSet());
        return numbers.size() == 1 ? numbers.stream().findFirst() : Optional.empty();
    }

    /// A sentence without the markers that name paragraphs; what stands in brackets in the paragraphs is no marker.
    private String unmarked(String claim, String source) {
        String squeezed = Squeezed.of(source).text();
        return MARKER.matcher(claim).replaceAll(marker -> {
            boolean stands = squeezed.contains(Squeezed.of(Folding.text(marker.group()).strip()).text());
            boolean names = passages.paragraph(number(marker)).isPresent();
            return names && !stands ? "" : Matcher.quoteReplacement(marker.group());
        });
    }

    private static int number(MatchResult marker) {
        return Integer.parseInt(marker.group(1) == null ? marker.group(2) : marker.group(1));
    }

    private Optional<Failure> failure(String text, List<Integer> paragraphs, String source) {
        String folded = Folding.text(text);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of(Failure.FORM);
        }
        if (!Quantities.covered(folded, source)) {
            return Optional.of(Failure.NUMBER);
        }
        if (fence.isIn(folded) || !Verbatim.stands(folded, source)
                || !article.nameCheck().absent(text, paragraphs).isEmpty()
                || !article.nameCheck().absentOffices(text, paragraphs).isEmpty()) {
            return Optional.of(Failure.NAME);
        }
        boolean supported = Overlap.of(article, text, paragraphs) > LEAST_OVERLAP
                && paragraphs.stream().noneMatch(this::instructs);
        return supported ? Optional.empty() : Optional.of(Failure.UNSUPPORTED);
    }

    /// Does a paragraph tell whoever reads it what to say or do? A model may have obeyed it.
    private boolean instructs(int paragraph) {
        return instructing.computeIfAbsent(paragraph, number -> article.article().paragraph(number).sentences().stream()
                .anyMatch(sentence -> Request.isInstruction(article.folded(sentence))));
    }
}
