package dev.pilcrow.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Hostile;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.terminal.TerminalWriter;
import dev.pilcrow.wording.Wordings;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsightTextTest extends WithLedger {

    private List<String> lines(ReaderLanguage language, int days) {
        return new InsightText(Wordings.packaged().in(language)).lines(ledger.reader().read(days, "").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void noLineIsWiderThanAHundredColumns(ReaderLanguage language) {
        Hostile hostile = new Hostile(new Random(5));
        ledger.fillMonth();
        for (int i = 0; i < 100; i++) {
            ledger.declined(hostile.text(1 + i));
        }
        for (int days : List.of(1, 30, 90, 365)) {
            assertThat(lines(language, days)).allSatisfy(line -> {
                assertThat(Columns.of(line)).isLessThanOrEqualTo(InsightText.WIDTH);
                assertThat(TerminalWriter.plain(line)).doesNotContain("\n");
            });
        }
    }

    @Test
    void barsAndCellsShowHowMuchIsAsked() {
        for (int i = 0; i < 4; i++) {
            ledger.answered("telegram/1/2", "ann", "zh", "创始人是谁？", 0, 6);
        }
        ledger.answered("slack/T/C", "ann", "en", "Who?", 1, 6, 25);
        ledger.declined("有多少员工？");

        assertThat(lines(ReaderLanguage.ENGLISH, 7)).contains("  Questions             6", "  Answered              5",
                "       ▂█  ≤ 5", "  Telegram              " + "█".repeat(50) + " 5",
                "  Slack                 " + "█".repeat(10) + " 1", "  1×      有多少员工？", "          Nearest: ¶6 ¶4")
                .anySatisfy(line -> assertThat(line).contains("¶6    █ 5"))
                .anySatisfy(line -> assertThat(line).contains("¶25   ░ 1"));
    }
}
