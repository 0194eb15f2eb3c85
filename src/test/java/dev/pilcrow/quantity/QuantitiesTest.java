package dev.pilcrow.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Folding;
import dev.pilcrow.quantity.Quantity.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/quantity/quantities.txt", delimiter = '|', maxCharsPerColumn = 200)
    void aClaimIsCoveredByTheSameQuantitiesInAnyWriting(String claim, String source, boolean covered) {
        assertThat(Quantities.covered(Folding.text(claim), Folding.text(source))).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一些人", "一个人", "一家公司", "一直", "一定", "第一", "唯一", "一方面", "十分重要", "千万要小心", "万一失败", "老百姓",
            "四处都是", "五花八门", "四川和九江", "三星公司", "三番五次", "数百人", "几千人", "七八个人", "三四十人", "成千上万", "八路军", "周末", "半岛",
            "数十名", "one of them", "a man", "the first time", "a second look", "it may rain", "they march on", "gpt-4",
            "covid-19", "the r1 model", "the a100 chip", "hundreds of people", "tens of thousands", "the first half",
            "several million", "world war ii", "from zero"})
    void aWordThatOnlyLooksLikeANumeralClaimsNothing(String text) {
        assertThat(Quantities.claimed(Folding.text(text))).isEmpty();
    }

    @Test
    void aParagraphStatesEveryReading() {
        assertThat(Quantities.stated("1.5亿")).contains(number("150000000"), number("1.5"));
        assertThat(Quantities.stated("三分之一")).contains(number("3"), number("1"));
        assertThat(Quantities.stated("2月11日")).contains(new Quantity(Kind.MONTH, BigDecimal.TWO), number("2"),
                number("11"));
        assertThat(Quantities.stated("一些")).contains(number("1"));
        assertThat(Quantities.stated("三四个")).contains(number("3"), number("4"));
        assertThat(Quantities.stated("十几个")).contains(number("10"));
        assertThat(Quantities.stated("上世纪九十年代")).contains(number("90"), number("1990"));
        assertThat(Quantities.stated("it may be a dozen")).contains(number("12"), new Quantity(Kind.MONTH,
                BigDecimal.valueOf(5)));
    }

    @Test
    void aPercentageIsAKindOfItsOwn() {
        assertThat(Quantities.claimed("5%")).containsExactly(new Quantity(Kind.PERCENT, BigDecimal.valueOf(5)));
        assertThat(Quantities.stated("百分之五")).contains(new Quantity(Kind.PERCENT, BigDecimal.valueOf(5)), number("5"));
    }

    @Test
    void anEmptyTextHasNone() {
        assertThat(Quantities.stated("")).isEmpty();
        assertThat(Quantities.covered("", "")).isTrue();
    }

    @Test
    void aHugeTextOfNumeralsTakesNoQuadraticTime() {
        for (String unit : List.of("9", "一", "亿", "1亿", "亿1万", "三点五", "多万", " million", "one ", "1,000,", "分之", "-5",
                "a", "iv", "一千")) {
            String text = "1" + unit.repeat(300_000 / unit.length());
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Quantities.stated(text), unit);
        }
    }

    private static Quantity number(String value) {
        return new Quantity(Kind.NUMBER, new BigDecimal(value));
    }
}
