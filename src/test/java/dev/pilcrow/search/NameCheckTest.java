package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameCheckTest {

    private static final NameCheck BUILT_IN = new NameCheck(Claims.index(Samples.BUILT_IN));

    @ParameterizedTest
    @CsvFileSource(resources = "/answer/faithful-claims.txt", delimiter = '|', quoteCharacter = '`')
    void aClaimMayNameWhatItsParagraphsNameInEitherLanguage(String paragraphs, String claim) {
        assertThat(absent(claim, paragraphs)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4 5 | The US Treasury Department issued rules late in the Biden administration on the global spread of AI chips.
            5 | Intel and policy experts have sharply criticized the rules.
            5 | The Hoover Institution calls the diffusion rule an attempt to build a centrally planned global computing economy.
            7 | Tim Cook is a senior fellow at the Brookings Institution.
            7 | John Villasenor, a senior fellow at Harvard, thinks limiting 150 countries is fanciful.
            7 | Villasenor teaches law and management in Chicago.
            6 | The founder of DeepSeek is Zhang Wei.
            9 | Paul Krugman of the Peterson Institute worries that controls will be tightened reflexively.
            9 | Martin Chorzempa of the Cato Institute worries that controls will be tightened.
            11 | Musk says DeepSeek partly overcame the hardware limits imposed by American export controls.
            11 | DeepSeek's V3 paper suggests that the company worked around the speed limits set by the US in 2022.
            12 | The Obama administration may tighten the controls further.
            15 | Satya Nadella, CEO of the AI consultancy Evident, says the gap is shrinking.
            18 | Mousavizadeh says that American restrictions forced France to find another way.
            19 | BBC notes that the controls could push China to develop its own chips.
            21 | Sam Altman wrote in a blog post that export controls are no way to avoid competing with China.
            21 | Dario Amodei, CEO of Microsoft, wrote a blog post.
            22 | Alex Karp, who heads Oracle, says that Americans must work harder.
            23 | Reuters reviewed DeepSeek's sudden rise in an article of January 31.
            24 | Hollywood has begun to imitate Chinese products, the article says.
            25 | Britain's Guardian wrote that China has long been a software superpower.
            25 | Germany's Financial Times wrote that China has long been a software superpower.
            4 | CNBC reported that DeepSeek rivals the best products of Google.
            2 | CNBC argued that the US must not make such a mistake in its AI chip trade war with Japan.
            8 | Stanford lists risks such as closer technological ties between more countries and China.
            8 | The RAND report says that chipmakers would gain market share.
            6 | Li Wenfeng founded DeepSeek.
            12 | Wang Wei may tighten controls.
            24 | Apple has begun to imitate Chinese products.
            """)
    void anotherNameInAnEnglishClaimIsAbsent(String paragraphs, String claim) {
        assertThat(absent(claim, paragraphs)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5 | 拜登政府后期，美国商务部发布规则，遭到英特尔等公司批评。
            5 | 卡内基国际和平基金会认为该规则是想打造中央计划的全球计算经济。
            6 | 深度求索的创始人是任正非。
            7 | 教授王小明认为限制150个国家发展快速计算的想法异想天开。
            7 | 蒂姆·库克是布鲁金斯学会的非常驻高级研究员。
            9 | 彼得森国际经济研究所的保罗·克鲁格曼担心美国会加强管控。
            11 | 马斯克说，深度求索部分突破了美国出口管制带来的限制。
            12 | 奥巴马政府可能继续加强管控。
            15 | 微软公司的亚历山德拉·穆萨维扎德指出，开源与闭源模型的差距在缩小。
            18 | 穆萨维扎德称，美方的限制反而迫使法国采用MoE等方法。
            21 | OpenAI的达里奥·阿莫迪写道，要赢就得拥有比中国更好的模型。
            22 | 帕兰提尔首席执行官张伟说，必须更加努力。
            23 | 路透社1月31日发文复盘了深度求索的崛起。
            25 | 德国《金融时报》认为中国早已是软件超级大国。
            25 | 英国《卫报》认为中国早已是软件超级大国。
            4 | CNBC称深度求索可与Google的产品媲美。
            12 | 库克说，管控可能继续加强。
            7 | 教授张文锋表示限制是异想天开。
            6 | 深度求索由任正非创立。
            24 | 上海近年来模仿起中国产品。
            """)
    void anotherNameInAChineseClaimIsAbsent(String paragraphs, String claim) {
        assertThat(absent(claim, paragraphs)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"马丁·路德·金在华盛顿发表了演说。|Martin Luther King gave a speech in Washington.",
            "日本外相岩屋毅访问了北京。|The Japanese foreign minister visited Beijing.",
            "公司支付了500万港元。|The company paid HK$5 million.",
            "He taught physics at Berkeley for years.|他多年在伯克利教授物理学。"})
    void whatOnlyLooksLikeAnOfficeOrANameIsNone(String article, String claim) {
        NameCheck check = new NameCheck(Claims.index(Samples.text(article)));
        assertThat(check.absentOffices(claim, List.of(1))).isEmpty();
        assertThat(check.absent(claim, List.of(1))).doesNotContain("HK", "King");
    }

    @Test
    void anotherOfficeIsAbsent() {
        NameCheck check = new NameCheck(Claims.index(Samples.text("塞拉利昂卫生部长班古拉说，疫情已得到控制。")));
        assertThat(check.absentOffices("塞拉利昂总统班古拉说，疫情已得到控制。", List.of(1))).containsExactly("总统");
        assertThat(check.absentOffices("Finance Minister Bangura said so.", List.of(1))).isNotEmpty();
        assertThat(check.absentOffices("The health minister said so.", List.of(1))).isEmpty();
    }

    @Test
    void aCountryIsNotSaidByAWordThatSoundsLikeIt() {
        NameCheck check = new NameCheck(Claims.index(Samples.text("Dairy Queen的总公司位于明尼苏达州。")));
        assertThat(check.absent("在肯尼亚，Dairy Queen的总公司位于明尼苏达州。", List.of(1))).containsExactly("肯尼亚");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张小国说，差距在缩小。", "王英华说，差距在缩小。", "黄海海说，差距在缩小。", "徐小明还表示，差距在缩小。"})
    void aSpeakerIsANameWhateverWordItMakesWithTheVerb(String claim) {
        assertThat(absent(claim, "15")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"文章说，差距在缩小。", "公司方面还称，差距在缩小。", "高层认为，差距在缩小。", "文中写道，差距在缩小。", "白皮书指出，差距在缩小。"})
    void aSpeakerThatIsAWordIsNoName(String claim) {
        assertThat(absent(claim, "15")).isEmpty();
    }

    @Test
    void anAbsentNameIsGivenAsTheClaimWritesIt() {
        assertThat(absent("Tim Cook, who leads Anthropic, wrote a post with José Álvarez.", "21"))
                .containsExactly("Tim Cook", "José Álvarez");
        assertThat(absent("教授王小明在Stanford写道。", "21")).containsExactlyInAnyOrder("Stanford", "王小明");
    }

    @Test
    void aNameMayStandInAnyOfTheParagraphs() {
        String claim = "Chorzempa and Mousavizadeh speak of controls.";
        assertThat(absent(claim, "11 18")).isEmpty();
        assertThat(absent(claim, "11")).isNotEmpty();
        assertThat(absent(claim, "")).isNotEmpty();
    }

    @Test
    void datesAndTheFirstWordOfASentenceAreNoNames() {
        assertThat(absent("However, in May I met nobody. Nobody came on Monday. Restrictions help.", "14")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"公司偷偷往产品里加了东西。", "他们会说明方法,从而高度重视。", "这是马上要做的事,张贴公告即可。"})
    void ordinaryWordsOfAChineseClaimAreNoNames(String claim) {
        assertThat(absent(claim, "14")).isEmpty();
    }

    @Test
    void everyLatinWordOfAChineseClaimIsAName() {
        assertThat(absent("该公司开源了llama模型。", "16")).containsExactly("llama");
        assertThat(absent("该公司用C语言写了模型。", "16")).containsExactly("C");
    }

    @ParameterizedTest
    @CsvSource({"Wen-feng Liang founded it.", "LIANG Wenfeng founded it.", "Liang Wenfeng's firm.",
            "Liang founded it."})
    void aChineseNameMayBeSpeltInLatinLettersInEitherOrder(String claim) {
        assertThat(absent(claim, "6")).isEmpty();
    }

    @Test
    void aChineseNameIsFoundInAnEnglishArticleByItsReading() {
        NameCheck check = of("The start-up was founded by Wang Xiaoming in Hangzhou. It has forty workers now.");
        assertThat(check.absent("创始人王小明在杭州。", List.of(1))).isEmpty();
        assertThat(check.absent("创始人任正非在杭州。", List.of(1))).containsExactly("任正非");
        assertThat(check.absent("创始人王小明在上海。", List.of(1))).containsExactly("上海");
    }

    @Test
    void aTransliteratedNameIsFoundInAnEnglishArticleByItsSound() {
        NameCheck check = of("Henrik Lindgren of the Nordic Institute told the Guardian that France would vote no.");
        assertThat(check.absent("北欧研究所的亨里克·林德格伦对《卫报》说,法国会投反对票。", List.of(1))).isEmpty();
        assertThat(check.absent("蒂姆·库克对《卫报》说,法国会投反对票。", List.of(1))).containsExactly("蒂姆·库克");
        assertThat(check.absent("林德格伦对《卫报》说,德国会投反对票。", List.of(1))).containsExactly("德国");
    }

    @Test
    void aCountryMayStandAsAnAdjectiveOrAsOneCharacter() {
        assertThat(of("The Chinese and French governments agreed on Canadian timber.")
                .absent("China, France and Canada agreed.", List.of(1))).isEmpty();
        assertThat(of("海关数据显示,今年对华出口增长,中美贸易额也有所回升。").absent("Exports to China and the United States grew.", List.of(1)))
                .isEmpty();
        assertThat(of("其中的方法和日期都没有公布,意义也不大。").absent("The deal includes China, France and Japan.", List.of(1)))
                .isNotEmpty();
    }

    private static List<String> absent(String claim, String paragraphs) {
        return BUILT_IN.absent(claim,
                Stream.of(paragraphs.split(" ")).filter(number -> !number.isEmpty()).map(Integer::valueOf).toList());
    }

    private static NameCheck of(String text) {
        return new NameCheck(Claims.index(Samples.text(text)));
    }
}
