package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.answer.ClaimCheck.Checked;
import dev.pilcrow.model.Fence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Samples;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What it costs to check an answer, beside what it costs to encode the question, in one run.
@Tag("reliability")
class CheckSpeedTest {

    private static final int ROUNDS = 300;
    private static final String QUESTION = "马丁·乔泽帕对美国的芯片出口管制怎么看？";
    private static final List<Drafted.Sentence> CHINESE = List.of(
            drafted("乔泽帕担心美国政府会大幅加强管控。", 9, "条件反射般地大幅加强管控"),
            drafted("他解释说，2022年的管制设定了芯片之间通信速度的参数。", 11, "2022年美国对中国实施管制时,设定了关于芯片之间通信速度的特定参数"),
            drafted("乔泽帕说深度求索似乎用软硬件工程作了大量优化。", 14, "通过巧妙的软件和硬件工程进行了大量优化"));
    private static final List<Drafted.Sentence> ENGLISH = List.of(
            drafted("Martin Chorzempa fears that the US government will tighten controls sharply.", 9, "条件反射般地大幅加强管控"),
            drafted("He explained that the controls of 2022 set parameters for the speed between chips.", 11,
                    "2022年美国对中国实施管制时,设定了关于芯片之间通信速度的特定参数"),
            drafted("DeepSeek optimised its software and hardware, Chorzempa said.", 14, "通过巧妙的软件和硬件工程进行了大量优化"));

    @Test
    void checkingAnAnswerCostsLessThanEncodingItsQuestion() {
        IndexedArticle article = Samples.builtIn();
        Search search = new Search(VectorStore.none(), 0);
        Passages passages = Passages.of(Composing.task(QUESTION).own(), Composing.task(QUESTION).found());
        ClaimCheck check = new ClaimCheck(article, passages, new Fence("0123456789abcdef0"));
        List<Double> encoded = new ArrayList<>();
        List<Double> chinese = new ArrayList<>();
        List<Double> english = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            boolean warm = round >= ROUNDS;
            time(() -> search.vector(QUESTION), warm, encoded);
            time(() -> CHINESE.forEach(check::check), warm, chinese);
            time(() -> ENGLISH.forEach(check::check), warm, english);
        }
        assertThat(CHINESE).extracting(check::check).hasOnlyElementsOfType(Checked.Kept.class);
        Effort.report(
                "checking an answer of three sentences: chinese=%.2f ms english=%.2f ms; encoding its question: %.2f ms"
                        .formatted(median(chinese), median(english), median(encoded)));
        assertThat(median(chinese)).isLessThan(median(encoded));
        assertThat(median(english)).isLessThan(median(encoded));
    }

    private static Drafted.Sentence drafted(String claim, int paragraph, String quote) {
        return new Drafted.Sentence(claim, List.of(new Drafted.Quote(paragraph, quote)));
    }

    private static void time(Runnable work, boolean kept, List<Double> times) {
        long start = System.nanoTime();
        work.run();
        if (kept) {
            times.add((System.nanoTime() - start) / 1e6);
        }
    }

    private static double median(List<Double> times) {
        Collections.sort(times);
        return times.get(times.size() / 2);
    }
}
