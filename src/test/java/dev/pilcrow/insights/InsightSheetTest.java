package dev.pilcrow.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.pilcrow.Hostile;
import dev.pilcrow.answer.Answer;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightSheetTest extends WithLedger {

    private String sheet(int most) throws Exception {
        return sheet(new InsightSheet.Size(most, Long.MAX_VALUE));
    }

    private String sheet(InsightSheet.Size most) throws Exception {
        StringWriter out = new StringWriter();
        ledger.reader().write(ledger.reader().scope(30, "").orElseThrow(), most, out);
        return out.toString();
    }

    private static List<Map<String, String>> rows(String sheet) throws Exception {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(sheet.substring(1))) {
            return rows.readAll();
        }
    }

    @Test
    void aQuestionIsARowThatTellsNobodysName() throws Exception {
        long answer = ledger.answered("telegram/1/2", "telegram:77", "zh", "创始人\n是谁,\"他\"？", 1, 6, 4);
        ledger.vote(answer, "telegram:77", false, "wrong");
        ledger.declined("slack/T/C", "slack:U1", "en", "How many?", 0, Answer.Reason.NOT_SAID, 11);
        String sheet = sheet(9);

        assertThat(rows(sheet)).containsExactly(
                Map.ofEntries(Map.entry("time", "2026-11-24 12:00:00"), Map.entry("platform", "slack"),
                        Map.entry("language", "en"), Map.entry("article", Ledger.ARTICLE.id().substring(0, 12)),
                        Map.entry("question", "How many?"), Map.entry("outcome", "declined"),
                        Map.entry("reason", "not_said"), Map.entry("cited", ""), Map.entry("nearest", "11"),
                        Map.entry("good_votes", "0"), Map.entry("bad_votes", "0"), Map.entry("vote_reasons", "")),
                Map.ofEntries(Map.entry("time", "2026-11-23 12:00:00"), Map.entry("platform", "telegram"),
                        Map.entry("language", "zh"), Map.entry("article", Ledger.ARTICLE.id().substring(0, 12)),
                        Map.entry("question", "创始人 是谁,\"他\"？"), Map.entry("outcome", "grounded"),
                        Map.entry("reason", ""), Map.entry("cited", "6 4"), Map.entry("nearest", ""),
                        Map.entry("good_votes", "0"), Map.entry("bad_votes", "1"), Map.entry("vote_reasons", "wrong")));
        assertThat(sheet).doesNotContain("77").doesNotContain("U1");
        assertThat(rows(sheet(1))).hasSize(1);
    }

    @Test
    void aTableEndsAfterSoManyCharacters() throws Exception {
        for (int i = 0; i < 20; i++) {
            ledger.declined("问".repeat(2_000));
        }
        assertThat(rows(sheet(new InsightSheet.Size(99, 10_000)))).hasSize(5);
        assertThat(rows(sheet(InsightSheet.Size.UNBOUNDED))).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\u200B=1", "\uFEFF@x", "＝1+1", "\r\n-2",
            "=\"a\",\"b\""})
    void noCellIsAFormula(String question) throws Exception {
        ledger.declined(question);

        assertThat(rows(sheet(9)).getFirst().get("question")).startsWith("'");
    }

    @Test
    void hostileQuestionsStayInTheirCells() throws Exception {
        Hostile hostile = new Hostile(new Random(5));
        for (int i = 0; i < 300; i++) {
            ledger.declined(hostile.text(1 + i % 40));
        }
        List<Map<String, String>> rows = rows(sheet(999));

        assertThat(rows).hasSize(300).allSatisfy(row -> {
            assertThat(row).hasSize(InsightSheet.COLUMNS.size()).containsEntry("outcome", "declined");
            assertThat(row.get("question")).doesNotContainPattern("^[=+@\\-\t\r]|[\u202A-\u202E\u0000\n]");
        });
    }
}
