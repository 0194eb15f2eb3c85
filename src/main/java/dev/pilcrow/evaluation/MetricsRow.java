package dev.pilcrow.evaluation;

import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.evaluation.QuestionRow.Answerable;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// A question with what was answered, judged by the rules of the question sets.
record MetricsRow(QuestionRow question, Prediction prediction) {

    private static final int QUOTE_LETTERS = 6;
    private static final int LONGEST_ANSWER = 3;
    /// A byte order mark, which some passages of the public sets begin with and articles are read without.
    private static final String MARK = "\uFEFF";

    boolean isAnswerable() {
        return question.answerable() == Answerable.YES;
    }

    boolean isUnanswerable() {
        return question.answerable() == Answerable.NO;
    }

    boolean answered() {
        return prediction.answered();
    }

    boolean hasPassages() {
        return isAnswerable() && !question.passages().isEmpty();
    }

    boolean hasAnswer() {
        return isAnswerable() && !question.answer().isEmpty();
    }

    /// Whether a right paragraph is among the first retrieved.
    boolean retrieves(int first) {
        return prediction.answer().retrieved().stream().limit(first).anyMatch(this::isRight);
    }

    /// Whether the paragraph of this number has one of the question's passages.
    private boolean isRight(int paragraph) {
        String text = paragraph(paragraph).text();
        return question.passages().stream().map(passage -> passage.replace(MARK, "")).anyMatch(text::contains);
    }

    List<Citation> citations() {
        return prediction.citations();
    }

    /// A citation is right when its paragraph is, and its quote stands there.
    boolean isRight(Citation citation) {
        return isVerbatim(citation) && isRight(citation.paragraph());
    }

    /// A quote is verbatim when it stands in its paragraph and is six letters at the least, or the whole paragraph.
    boolean isVerbatim(Citation citation) {
        String text = paragraph(citation.paragraph()).text();
        long letters = citation.quote().codePoints().filter(Character::isLetter).count();
        return text.contains(citation.quote()) && (letters >= QUOTE_LETTERS || text.equals(citation.quote()));
    }

    /// Whether the text or the quotes of an answer have one text of each group. A declined question has no answer, even
    /// when the paragraph offered instead has the words.
    boolean containsAnswer() {
        StringBuilder words = new StringBuilder(fold(prediction.text()));
        citations().forEach(citation -> words.append('\n').append(fold(citation.quote())));
        return answered() && question.answer().stream()
                .allMatch(group -> group.stream().anyMatch(text -> words.indexOf(fold(text)) >= 0));
    }

    /// Whether the answer quotes more sentences than a reader wants; a question that asks for several may have them.
    boolean isLong() {
        return citations().stream().mapToLong(this::sentences).sum() > LONGEST_ANSWER;
    }

    boolean mayNotBeLong() {
        return answered() && !question.kind().equals("multi");
    }

    private long sentences(Citation citation) {
        int end = citation.start() + citation.quote().length();
        return paragraph(citation.paragraph()).sentences().stream()
                .filter(sentence -> sentence.start() < end && sentence.end() > citation.start()).count();
    }

    private Paragraph paragraph(int number) {
        return question.article().paragraph(number);
    }

    /// A text for comparison: NFKC, lower case, letters and digits only.
    static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).codePoints()
                .filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
