package dev.pilcrow.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

    @Test
    void chineseCharactersTakeTwoColumns() {
        assertThat(Columns.of("abc")).isEqualTo(3);
        assertThat(Columns.of("深度求索 AI")).isEqualTo(11);
        assertThat(Columns.fit("深度", 6)).isEqualTo("深度  ");
    }

    @Test
    void whatIsTooWideIsCutAtAWholeCharacter() {
        assertThat(Columns.cut("深度求索", 8)).isEqualTo("深度求索");
        assertThat(Columns.cut("深度求索", 7)).isEqualTo("深度求…");
        assertThat(Columns.cut("深度求索", 6)).isEqualTo("深度…");
        assertThat(Columns.of(Columns.fit("深度求索", 6))).isEqualTo(6);
    }
}
