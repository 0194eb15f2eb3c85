package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Article;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static final Names BUILT_IN = names(Samples.BUILT_IN);

    @ParameterizedTest
    @CsvSource({"john villasenor, 约翰·维拉塞诺", "martin chorzempa, 马丁·乔泽帕", "alexandra mousavizadeh, 亚历山德拉·穆萨维扎德",
            "dario amodei, 达里奥·阿莫迪", "alex karp, 亚历克斯·卡普"})
    void pairsALatinNameWithTheChineseOneBeforeIt(String latin, String chinese) {
        assertThat(BUILT_IN.chinese(latin)).contains(chinese);
        assertThat(BUILT_IN.latin(chinese)).contains(latin);
    }

    @ParameterizedTest
    @CsvSource({"villasenor, 维拉塞诺", "chorzempa, 乔泽帕", "mousavizadeh, 穆萨维扎德", "amodei, 阿莫迪", "karp, 卡普"})
    void knowsThePersonByTheFamilyNameAlone(String latin, String chinese) {
        assertThat(BUILT_IN.chinese(latin)).contains(chinese);
        assertThat(BUILT_IN.latin("教授" + chinese + "说")).contains(latin);
    }

    @Test
    void pairsAnAbbreviationWithTheNameItStandsBehind() {
        assertThat(BUILT_IN.chinese("cnbc")).anyMatch(form -> form.endsWith("频道"));
        assertThat(BUILT_IN.chinese("deepseek")).contains("深度求索");
        assertThat(BUILT_IN.chinese("palantir")).contains("帕兰提尔");
    }

    @ParameterizedTest
    @CsvSource({"villasenr, 维拉塞诺", "mousavizade, 穆萨维扎德", "chorzempha, 乔泽帕", "jon villasenor, 约翰·维拉塞诺",
            "amodai, 阿莫迪"})
    void findsANameWhoseLettersAreMisspelt(String misspelt, String chinese) {
        assertThat(BUILT_IN.chinese(misspelt)).contains(chinese);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidia", "musk", "trump", "carp", "brookings", "harp"})
    void takesNoOtherNameForANameOfTheArticle(String other) {
        assertThat(BUILT_IN.chinese(other)).isEmpty();
    }

    @Test
    void spellsALatinWordAsTheArticleDoes() {
        assertThat(BUILT_IN.spelling("antropic")).isEqualTo("anthropic");
        assertThat(BUILT_IN.spelling("depseek")).isEqualTo("deepseek");
        assertThat(BUILT_IN.spelling("cnbc")).isEqualTo("cnbc");
        assertThat(BUILT_IN.spelling("cnn")).isEqualTo("cnn");
        assertThat(BUILT_IN.spelling("microsoft")).isEqualTo("microsoft");
    }

    @Test
    void trustsTheFirstLetterAndShortWords() {
        assertThat(Names.near("villasenor", "villasenor")).isTrue();
        assertThat(Names.near("villasanor", "villasenor")).isTrue();
        assertThat(Names.near("willasenor", "villasenor")).isFalse();
        assertThat(Names.near("karp", "kark")).isFalse();
        assertThat(Names.near("karpa", "karps")).isTrue();
        assertThat(Names.near("karpas", "karpyz")).isFalse();
    }

    @Test
    void takesANameWithDotsOfEitherKind() {
        Names names = names(Samples.text("在场的有教授约翰・维拉塞诺,还有研究员马丁·乔泽帕。"));
        assertThat(names.chinese()).contains("约翰·维拉塞诺", "马丁·乔泽帕");
    }

    @Test
    void endsANameWithDotsBeforeTheWordsBehindIt() {
        Names names = names(Samples.text("记者约翰・维拉塞诺在场。后来马丁·乔泽帕也到了。"));
        assertThat(names.chinese()).contains("约翰·维拉塞诺", "马丁·乔泽帕");
    }

    @Test
    void findsNoPairInAnArticleWithoutOne() {
        Names names = names(Samples.text("今天天气很好(确实如此),大家都去公园(约三百人)散步。"));
        assertThat(names.chinese("villasenor")).isEmpty();
        assertThat(names.latin("公园")).isEmpty();
    }

    @Test
    void anEnglishArticleHasItsOwnSpellingsOnly() {
        Names names = names(Samples.text("Dario Amodei runs Anthropic. He wrote a post on export controls."));
        assertThat(names.spelling("antropic")).isEqualTo("anthropic");
        assertThat(names.chinese("amodei")).isEmpty();
    }

    private static Names names(Article article) {
        return Names.mine(article, IndexedArticle.fold(article));
    }
}
