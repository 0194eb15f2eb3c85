package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransliterationTest {

    @ParameterizedTest
    @CsvSource({"washington, 华盛顿", "rockefeller, 洛克菲勒", "churchill, 丘吉尔", "einstein, 爱因斯坦", "mozart, 莫扎特",
            "zuckerberg, 扎克伯格",
            "smith, 史密斯", "cook, 库克", "chicago, 芝加哥", "tennessee, 田纳西"})
    void aNameFitsItsTransliteration(String latin, String chinese) {
        assertThat(Transliteration.fits(Transliteration.latin(latin), Transliteration.chinese(chinese))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"washington, 丘吉尔", "tim, 科技", "putin, 拜登", "merkel, 马斯克", "harvard, 斯坦福", "zhang, 库克",
            "smith, 华盛顿", "chicago, 田纳西"})
    void anotherNameDoesNot(String latin, String chinese) {
        assertThat(Transliteration.fits(Transliteration.latin(latin), Transliteration.chinese(chinese))).isFalse();
    }

    @Test
    void doubledLettersAndVowelsSideBySideAreOneSound() {
        assertThat(Transliteration.latin("anna")).isEqualTo(Transliteration.latin("ana"));
        assertThat(Transliteration.latin("phoebe")).isEqualTo(Transliteration.latin("fobe"));
    }

    @Test
    void anEmptyNameFitsNothing() {
        assertThat(Transliteration.fits("", Transliteration.chinese("库克"))).isFalse();
        assertThat(Transliteration.fits("kok", Transliteration.chinese("abc"))).isFalse();
    }
}
