package dev.pilcrow.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.search.Samples;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Lines of pictures, over the whole built-in article.
class TypesetterTest {

    private static final Typesetter NARROW = new Typesetter(15, 200);

    private static List<String> lines(String text) {
        return NARROW.lines(new Passage(List.of(Piece.plain(text)), 0)).stream()
                .map(line -> line.pieces().stream().map(Piece::text).collect(Collectors.joining())).toList();
    }

    @Test
    void noLineIsTooLongAndNoWordIsLost() {
        Samples.BUILT_IN.paragraphs().forEach(paragraph -> {
            Passage passage = new Passage(List.of(Piece.plain(paragraph.text())), 0);
            assertThat(NARROW.lines(passage)).allMatch(line -> line.width() <= 200);
            assertThat(String.join("", lines(paragraph.text())).replace(" ", ""))
                    .isEqualTo(paragraph.text().replace(" ", ""));
        });
    }

    @Test
    void noLineBeginsWithWhatEndsASentenceOrEndsWithWhatBeginsAQuote() {
        Samples.BUILT_IN.paragraphs().stream().flatMap(paragraph -> lines(paragraph.text()).stream())
                .forEach(line -> assertThat(line).doesNotMatch("[,。、；：？！）》”…].*").doesNotMatch(".*[（《“【]"));
    }

    @Test
    void wordsKeepTheirLookAcrossLines() {
        Piece bold = new Piece("深度求索".repeat(10), Set.of(Piece.Mark.BOLD));
        List<Typesetter.Line> lines = NARROW.lines(new Passage(List.of(Piece.plain("文章里写道："), bold), 0));
        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.getFirst().pieces()).extracting(piece -> piece.is(Piece.Mark.BOLD))
                .containsExactly(false, true);
        assertThat(lines.getLast().pieces()).allMatch(piece -> piece.is(Piece.Mark.BOLD));
    }
}
