package dev.pilcrow.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void aShortTextStaysWhole() {
        assertThat(Excerpt.of("一二三", 3)).isEqualTo("一二三");
        assertThat(Excerpt.of("", 3)).isEmpty();
    }

    @Test
    void aLongTextIsCutBetweenCharactersAsReadersCountThem() {
        assertThat(Excerpt.of("👩‍👩‍👧‍👦e\u0301🇹🇼x", 3)).isEqualTo("👩‍👩‍👧‍👦e\u0301🇹🇼…");
        assertThat(Excerpt.of("𠮷野家", 1)).isEqualTo("𠮷…");
        assertThat(Excerpt.of("one two", 4)).isEqualTo("one…");
    }

    @Test
    void aClauseEndsAtAMarkOfEitherWidth() {
        assertThat(Excerpt.clause("拜登政府执政后期,美国商务部发布了规则。", 30)).isEqualTo("拜登政府执政后期…");
        assertThat(Excerpt.clause("深度求索已经证明，构建模型", 30)).isEqualTo("深度求索已经证明…");
        assertThat(Excerpt.clause("In late 2024, the rule was published.", 30)).isEqualTo("In late 2024…");
    }

    @Test
    void aCommaInANumberEndsNoClause() {
        assertThat(Excerpt.clause("About 10,000 chips were sold", 60)).isEqualTo("About 10,000 chips were sold");
        assertThat(Excerpt.clause("一二三四五六七八九十", 5)).isEqualTo("一二三四五…");
    }
}
