package dev.pilcrow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Floors under the share of questions whose paragraph is found: over a whole set of short articles, and over the first rows
/// of one with long articles, where one miss is four points.
@Tag("quality")
class QualityTest {

    @Test
    void findsTheParagraphOfAChineseQuestion() {
        List<EvaluationRows.Row> rows = answerable("xquad-zh/questions.jsonl", Integer.MAX_VALUE);
        assertThat(found(rows, 1)).isGreaterThanOrEqualTo(95);
        assertThat(found(rows, 3)).isEqualTo(100);
    }

    @Test
    void findsTheParagraphOfAQuestionInTraditionalCharacters() {
        List<EvaluationRows.Row> rows = answerable("drcd-hant/questions.jsonl", 40);
        assertThat(found(rows, 1)).isGreaterThanOrEqualTo(88);
        assertThat(found(rows, 3)).isEqualTo(100);
    }

    private static List<EvaluationRows.Row> answerable(String file, int most) {
        List<EvaluationRows.Row> rows = EvaluationRows.read(file, most).stream()
                .filter(EvaluationRows.Row::answerable).toList();
        assertThat(rows).hasSizeGreaterThan(20);
        return rows;
    }

    /// The percentage of questions with a right paragraph among the first ones found.
    private static double found(List<EvaluationRows.Row> rows, int among) {
        long right = rows.stream()
                .filter(row -> Talk.ask(row.article(), row.question()).retrieved().stream().limit(among)
                        .anyMatch(row::right))
                .count();
        return 100.0 * right / rows.size();
    }
}
