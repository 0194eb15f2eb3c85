package dev.pilcrow.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.insights.Insights.Group;
import dev.pilcrow.store.InsightTable.Unanswered;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

    /// Questions that come down to something else, without which every word of two questions were a frequent one.
    private static final List<String> OTHERS = List.of("北京明天天气怎么样？", "英伟达的股价跌了多少？", "谁赢了世界杯？", "哪里能买到这本书？",
            "How tall is Mount Everest?", "Where is the headquarters of Intel?", "Which chips are banned?");

    private static Unanswered asked(String question, long times) {
        return new Unanswered(question, times, "{\"answer\":{\"nearest\":[6,4]}}");
    }

    private static List<Group> groups(String... questions) {
        return Grouping.of(Stream.concat(Stream.of(questions), OTHERS.stream()).map(one -> asked(one, 1)).toList())
                .stream().filter(group -> OTHERS.stream().noneMatch(group.wordings()::contains)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"深度求索有多少员工？|深度求索有多少員工", "深度求索有多少员工？|深度求索的员工有多少人？", "梁文锋是哪一年出生的？|梁文锋哪年出生",
            "Who is the CEO of Nvidia?|who is the ceo of nvidia", "Who is the CEO of Nvidia?|Who’s Nvidia’s CEO?",
            "When was DeepSeek founded?|when was  Deepseek founded??"})
    void puttingOneQuestionInOtherWordsMakesNoOtherGroup(String one, String other) {
        assertThat(groups(one, other)).singleElement().satisfies(group -> assertThat(group.wordings())
                .containsExactly(one, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"谁创立了深度求索？|深度求索是什么时候创立的？", "拜登今年多少岁？|特朗普今年多少岁？",
            "Who is the CEO of Nvidia?|Who is the CEO of Intel?", "When was DeepSeek founded?|Who founded DeepSeek?",
            "2024年的收入是多少？|2025年的收入是多少？", "😀😀|？？？"})
    void questionsForOtherThingsStayApart(String one, String other) {
        assertThat(groups(one, other)).hasSize(2);
    }

    @Test
    void aGroupTellsHowOftenItWasAskedInWhichWordsAndWhatIsNearest() {
        List<Group> groups = Grouping.of(List.of(asked("英伟达的股价？", 9), asked("深度求索有多少员工？", 7), asked("深度求索有多少员工", 4),
                asked("深度求索，有多少员工", 1), asked("深度求索有多少員工", 1), asked("深度求索有多少员工！", 1)));

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst()).isEqualTo(new Group(List.of("深度求索有多少员工？", "深度求索有多少员工", "深度求索，有多少员工", "深度求索有多少員工"),
                1, 14, List.of(6, 4)));
    }

    @Test
    void tenThousandQuestionsTakeSomeSeconds() {
        List<String> words = List.of("深度求索", "梁文锋", "拜登", "英伟达", "芯片", "出口管制", "规则", "华盛顿", "员工", "股价", "收入", "大学",
                "总部", "电话",
                "模型", "训练", "成本", "算力", "人工智能", "北京");
        Random random = new Random(1);
        List<Unanswered> questions = IntStream.range(0, 10_000).mapToObj(i -> asked(
                words.get(random.nextInt(words.size())) + "的" + words.get(random.nextInt(words.size())) + i + "和"
                        + words.get(random.nextInt(words.size())) + (i % 2 == 0 ? "有多少？" : "在哪里？"),
                1)).toList();
        long start = processor();

        List<Group> groups = Grouping.of(questions);

        assertThat(groups.stream().mapToLong(Group::times).sum()).isEqualTo(10_000);
        assertThat(Duration.ofNanos(processor() - start)).isLessThan(Duration.ofSeconds(10));
    }

    /// The processor's time, as others may be busy on this machine.
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
