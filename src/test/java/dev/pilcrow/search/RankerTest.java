package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RankerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"封闭模型的权重受到怎样的管控?|10", "彼得森研究所的专家有什么担心?|9", "混合专家模型有什么用处?|18",
            "英伟达为什么批评商务部的规则?|5", "What did the head of Palantir say in an interview?|22",
            "Which mode of experts made the data set smaller and saved energy?|18", "金融時報如何評論中國的電子商務?|25",
            "帕蓝提尔的首席执行官|22", "What does Mousavizade say about technology blockades?|20"})
    void ranksTheParagraphThatAnswersFirst(String question, int paragraph) {
        assertThat(first(question)).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"英國金融時報的文章怎麼說?|英国金融时报的文章怎么说?", "誰寫了關於晶片的論文?|谁写了关于芯片的论文?",
            "開源模型的成本趨近於什麼?|开源模型的成本趋近于什么?", "拜登政府執政後期發布了什麼規則?|拜登政府执政后期发布了什么规则?", "軟體和硬體工程|软件和硬件工程"})
    void bothScriptsOfAQuestionRankAlike(String traditional, String simplified) {
        assertThat(order(traditional)).isEqualTo(order(simplified));
    }

    @Test
    void ranksNoParagraphTwice() {
        List<Integer> order = order("深度求索的创始人是谁?");
        assertThat(order).hasSizeLessThanOrEqualTo(25).doesNotHaveDuplicates()
                .isSubsetOf(IntStream.range(0, 25).boxed().toList());
        assertThat(order).hasSize(Ranker.CANDIDATES);
    }

    @Test
    void ranksTheSameEachTime() {
        assertThat(order("芯片限制的效果")).isEqualTo(order("芯片限制的效果"));
    }

    @Test
    void scoresFallAlongTheOrder() {
        Evidence evidence = Samples.SEARCH.find(Samples.builtIn(), "开源模型的成本");
        for (int i = 1; i < evidence.order().size(); i++) {
            assertThat(evidence.score(evidence.order().get(i)))
                    .isLessThanOrEqualTo(evidence.score(evidence.order().get(i - 1)));
        }
    }

    @Test
    void ranksAnArticleOfOneParagraph() {
        Evidence evidence = Samples.SEARCH.find(Samples.index("深度求索的创始人是梁文锋。"), "创始人是谁?");
        assertThat(evidence.order()).containsExactly(0);
        assertThat(evidence.score(0)).isFinite();
    }

    @Test
    void ranksAnArticleOfPunctuation() {
        IndexedArticle article = Samples.index("。。。\n!!!\n——\n……");
        for (String question : List.of("谁?", "Who is it?", "……", "")) {
            Evidence evidence = Samples.SEARCH.find(article, question);
            assertThat(evidence.order()).hasSize(article.size()).doesNotHaveDuplicates();
            evidence.order().forEach(paragraph -> assertThat(evidence.score(paragraph)).isFinite());
        }
    }

    @Test
    void findsTheOneParagraphInALongArticle() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(i == 41 ? "灯塔的看守人名叫沈一舟,他养了两只山羊。\n" : "第" + i + "天的天气晴朗,人们照常上班,街上的商店都开着门。\n");
        }
        IndexedArticle article = Samples.index(text.toString());
        assertThat(Samples.first(article, "谁看守灯塔?")).isEqualTo(42);
        assertThat(Samples.first(article, "Who keeps the lighthouse?")).isEqualTo(42);
        assertThat(Samples.SEARCH.find(article, "谁看守灯塔?").order()).hasSize(Ranker.CANDIDATES);
    }

    @Test
    void ranksParagraphsThatAreAllTheSame() {
        Evidence evidence = Samples.SEARCH.find(Samples.index("芯片出口。\n芯片出口。\n芯片出口。"), "芯片");
        assertThat(evidence.order()).containsExactlyInAnyOrder(0, 1, 2);
        evidence.order().forEach(paragraph -> assertThat(evidence.score(paragraph)).isFinite());
    }

    @Test
    void takesAQuestionOfTwoThousandCharacters() {
        String question = "穆萨维扎德说技术封锁无法真正做到吗?".repeat(120).substring(0, 2000);
        assertThat(first(question)).isEqualTo(20);
    }

    @Test
    void takesAQuestionOfTwoThousandDifferentCharacters() {
        StringBuilder question = new StringBuilder();
        for (int c = 0x4E00; question.length() < 2000; c++) {
            question.appendCodePoint(c);
        }
        assertThat(order(question.toString())).isNotEmpty().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀😀😀", "👨‍👩‍👧‍👦", "مرحبا بالعالم", "שלום", "\u200b\u200b", "\u202e谁是创始人\u202c",
            "\ufeff", "\ud83d", "\ude00",
            "?", "\u0000", "<script>alert(1)</script>", "' OR 1=1 --", "AND OR NOT (", "terms:*", "\\", "𠀀𠀁𠀂"})
    void takesAnyCharacters(String question) {
        Evidence evidence = Samples.SEARCH.find(Samples.builtIn(), question);
        assertThat(evidence.order()).isNotEmpty().doesNotHaveDuplicates();
        evidence.order().forEach(paragraph -> assertThat(evidence.score(paragraph)).isFinite());
    }

    @Test
    void charactersThatAreNotSeenChangeNothing() {
        assertThat(order("深\u200b度求索\u200f的创始人\ufeff是谁?")).isEqualTo(order("深度求索的创始人是谁?"));
    }

    @Test
    void standardisingBringsMeanAndDeviation() {
        assertThat(Ranker.standardised(new float[]{1, 3})).containsExactly(-1, 1);
        assertThat(Ranker.standardised(new float[]{5, 5, 5})).containsOnly(0);
        assertThat(Ranker.standardised(new float[]{7})).containsOnly(0);
    }

    private static int first(String question) {
        return Samples.first(Samples.builtIn(), question);
    }

    private static List<Integer> order(String question) {
        return Samples.SEARCH.find(Samples.builtIn(), question).order();
    }
}
