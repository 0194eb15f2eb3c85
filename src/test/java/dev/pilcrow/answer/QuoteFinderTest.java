package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteFinderTest {

    private static final IndexedArticle ARTICLE = Samples.index("""
            他說：“AI 企業在2025年投資了１,１４０亿元,比上年多一倍;其中《金融时报》提到的只有三家。”据悉,好。
            The firm, founded in 1999, sold 1,140 chips; "we run faster," she said. It left the U.S. in May.
            短句。
            重复的话重复的话，另一句重复的话。
            """);
    private final QuoteFinder quotes = new QuoteFinder(ARTICLE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1|AI企业在2025年投资了1,140亿元|他說：“AI 企業在2025年投資了１,１４０亿元,",
            "1|企業在２０２５年投資|他說：“AI 企業在2025年投資了１,１４０亿元,", "1|\"比上年多一倍…|比上年多一倍;", "1|其中《金融时报》提到的只有三家。|其中《金融时报》提到的只有三家。",
            "1|投资了1140亿元|", "1|AI企业在2026年投资|", "1|比上年多兩倍|", "2|SOLD 1,140 chips| sold 1,140 chips;",
            "2|founded in 1999| founded in 1999,", "2|founded in 1998|",
            "2|left the U.S. in may|It left the U.S. in May.",
            "3|短句|短句。", "4|另一句重复的话|另一句重复的话。"})
    void theArticlesOwnClausesAreCited(int paragraph, String quote, String cited) {
        List<Citation> found = quotes.find(paragraph, quote);
        if (cited == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).singleElement().extracting(citation -> citation.quote().strip())
                    .isEqualTo(cited.strip());
        }
    }

    @Test
    void everyCitationStandsInItsParagraphAndIsNoSplinter() {
        for (String quote : List.of("AI", "好", "据悉", "只有三家", "1,140")) {
            for (int paragraph = 1; paragraph <= 4; paragraph++) {
                String text = ARTICLE.article().paragraph(paragraph).text();
                for (Citation citation : quotes.find(paragraph, quote)) {
                    assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
                    assertThat(citation.quote().equals(text)
                            || citation.quote().codePoints().filter(Character::isLetter).count() >= 6)
                            .as("%s in %s", quote, citation).isTrue();
                }
            }
        }
    }

    @Test
    void whatWasLeftOutDividesAQuoteInTwo() {
        assertThat(quotes.find(2, "The firm … sold 1,140 chips...It left the U.S.")).extracting(Citation::quote)
                .containsExactly("The firm,", "sold 1,140 chips;", "It left the U.S. in May.");
        assertThat(quotes.find(2, "It left the U.S. … sold 1,140 chips")).as("in another order").isEmpty();
        assertThat(quotes.find(2, "The firm … sold 2,000 chips")).isEmpty();
    }

    @Test
    void aQuotationIsClosedWhenItBeganWithinTheQuote() {
        QuoteFinder finder = new QuoteFinder(Samples.index("他说：“请跑得快一点吧。”然后他走出了房间。"));
        assertThat(finder.find(1, "他说：“请跑得快一点吧")).extracting(Citation::quote).containsExactly("他说：“请跑得快一点吧。”");
        assertThat(finder.find(1, "然后他走出了房间")).extracting(Citation::quote).containsExactly("然后他走出了房间。");
    }

    @Test
    void aFewLettersThatStandThereTwiceAreNoQuote() {
        assertThat(quotes.find(4, "重复")).isEmpty();
        assertThat(quotes.find(4, "重复的话")).isEmpty();
        assertThat(quotes.find(4, "另一句")).hasSize(1);
        assertThat(quotes.find(4, "……")).isEmpty();
        assertThat(quotes.find(4, "。")).isEmpty();
    }

    @Test
    void aQuoteIsFoundInTheOnlyParagraphThatHasIt() {
        assertThat(quotes.only(List.of(1, 2, 3, 4), "founded in 1999")).contains(2);
        assertThat(quotes.only(List.of(1, 3, 4), "founded in 1999")).isEmpty();
        assertThat(quotes.only(List.of(1), "1,140")).contains(1);
        assertThat(quotes.only(List.of(1, 2), "1,140")).as("two have it").isEmpty();
    }

    @Test
    void twoLettersAreNoQuoteUnlessTheyAreTheWholeParagraph() {
        assertThat(quotes.find(1, "据悉")).isEmpty();
        assertThat(quotes.find(3, "短句")).hasSize(1);
    }

    @Test
    void aSentenceThatIsHardlyAWordIsCitedWithItsParagraph() {
        assertThat(quotes.find(1, "据悉，好")).extracting(Citation::quote)
                .containsExactly(ARTICLE.article().paragraph(1).text());
    }

    @Test
    void thePartsOfOneClauseAreOneCitation() {
        assertThat(quotes.find(1, "AI企业…1,140亿元")).extracting(citation -> citation.quote().strip())
                .containsExactly("他說：“AI 企業在2025年投資了１,１４０亿元,");
    }
}
