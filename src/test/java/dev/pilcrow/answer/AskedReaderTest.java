package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"深度求索的创始人是谁?|PERSON", "哪位专家担心管控?|PERSON", "首席执行官叫什么名字?|PERSON",
            "誰批評了規則?|PERSON",
            "文章是什么时候发表的?|DATE", "哪一天发表的?|DATE", "何時發表的?|DATE", "哪年收紧了限制?|DATE", "梁文锋今年多大年纪?|AGE", "他几岁?|AGE",
            "限制了多少个国家?|NUMBER", "有几家公司?|NUMBER", "有多少名员工?|NUMBER", "花了多少钱?|MONEY", "训练花费多少美元?|MONEY", "公司的市值是多少?|MONEY",
            "股价跌了多少?|MONEY", "良品率是多少?|PERCENT", "占比多少?|PERCENT", "他在哪里任教?|PLACE", "来自哪个国家?|PLACE", "總部在哪?|PLACE",
            "哪所大学聘用了他?|ORGANISATION", "他是哪家公司的首席执行官?|ORGANISATION", "哪个机构发布了规则?|ORGANISATION", "为什么说封锁没用?|REASON",
            "為何收緊限制?|REASON", "缘何如此?|REASON", "文章的标题是什么?|TITLE", "他怎么看竞争?|OPINION", "欧盟作何反应?|OPINION",
            "混合专家模型有什么用处?|OTHER",
            "开源模型的成本|OTHER", "好几年过去了吗|OTHER", "几乎所有人都同意吗|OTHER"})
    void tellsWhatAChineseQuestionAsksFor(String question, Asked type) {
        assertThat(asked(question, Language.CHINESE).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Who founded DeepSeek?|PERSON", "Whose idea was it?|PERSON",
            "When was it published?|DATE",
            "In which year did the US tighten the limits?|DATE", "How long did it take?|DATE",
            "How old is Liang Wenfeng?|AGE",
            "How many countries are limited?|NUMBER", "How much memory does it need?|NUMBER",
            "How much money did it cost?|MONEY",
            "How much did the training cost?|MONEY", "What is his net worth?|MONEY",
            "What percentage of chips is made there?|PERCENT",
            "Where does he teach?|PLACE", "Which country leads?|PLACE",
            "Which company criticised the rule?|ORGANISATION",
            "What university did she attend?|ORGANISATION", "Why does Chorzempa worry?|REASON",
            "What caused the change?|REASON",
            "What is the title of the article?|TITLE", "What did Karp say about competition?|OPINION",
            "How did the EU react?|OPINION",
            "What is a mixture of experts?|OTHER", "Did it work?|OTHER"})
    void tellsWhatAnEnglishQuestionAsksFor(String question, Asked type) {
        assertThat(asked(question, Language.ENGLISH).type()).isEqualTo(type);
    }

    @Test
    void givesThePlaceOfTheAskingWords() {
        String question = "限制了多少个国家?";
        AskedReader.Asking asking = asked(question, Language.CHINESE);
        assertThat(question.substring(asking.start(), asking.end())).isEqualTo("多少");
        AskedReader.Asking none = asked("开源模型", Language.CHINESE);
        assertThat(none.start()).isEqualTo(4);
        assertThat(none.end()).isEqualTo(4);
    }

    @Test
    void asksForNothingInABlankText() {
        assertThat(asked("", Language.CHINESE).type()).isEqualTo(Asked.OTHER);
        assertThat(asked("", Language.ENGLISH).type()).isEqualTo(Asked.OTHER);
    }

    private static AskedReader.Asking asked(String question, Language language) {
        return AskedReader.asked(Folding.text(question), language);
    }
}
