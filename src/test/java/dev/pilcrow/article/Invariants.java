package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// What holds for every article, whatever file it came from.
final class Invariants {

    private Invariants() {
    }

    static void hold(Article article) {
        int end = 0;
        int number = 0;
        for (Paragraph paragraph : article.paragraphs()) {
            assertThat(paragraph.number()).isEqualTo(++number);
            assertThat(paragraph.start()).isGreaterThanOrEqualTo(end);
            end = paragraph.start() + paragraph.text().length();
            assertThat(article.text().startsWith(paragraph.text(), paragraph.start())).isTrue();
            sentencesCover(paragraph.text(), paragraph.number(), paragraph.sentences());
        }
        assertThat(article.title()).isNotBlank().hasSizeLessThanOrEqualTo(125);
        assertThat(article.id()).matches("[0-9a-f]{64}");
    }

    /// Every character that is not white space is in exactly one sentence, and no sentence begins or ends with one
    /// that is.
    static void sentencesCover(String text, int paragraph, List<Sentence> sentences) {
        int end = 0;
        for (Sentence sentence : sentences) {
            assertThat(sentence.paragraph()).isEqualTo(paragraph);
            assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
            assertThat(text.substring(end, sentence.start()).chars()).allMatch(Glyphs::white);
            assertThat(text.substring(sentence.start(), sentence.end())).isEqualTo(sentence.text());
            assertThat(Glyphs.white(text.charAt(sentence.start()))).isFalse();
            assertThat(Glyphs.white(text.charAt(sentence.end() - 1))).isFalse();
            end = sentence.end();
        }
        assertThat(text.substring(end).chars()).allMatch(Glyphs::white);
    }

    /// Offsets only grow, and the original behind a folded character folds to a text that has it.
    static void leadsBack(String original) {
        Folded folded = Folding.fold(original);
        int start = 0;
        int end = 0;
        for (int i = 0; i < folded.text().length(); i++) {
            assertThat(folded.start(i)).isGreaterThanOrEqualTo(start);
            assertThat(folded.end(i)).isGreaterThanOrEqualTo(end).isGreaterThan(folded.start(i));
            start = folded.start(i);
            end = folded.end(i);
            assertThat(Folding.text(original.substring(start, end))).contains(folded.text().substring(i, i + 1));
        }
        assertThat(end).isLessThanOrEqualTo(original.length());
    }
}
