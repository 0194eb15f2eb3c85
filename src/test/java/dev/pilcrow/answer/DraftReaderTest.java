package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Drafted.Broken;
import dev.pilcrow.answer.Drafted.NotSaid;
import dev.pilcrow.answer.Drafted.Quote;
import dev.pilcrow.answer.Drafted.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftReaderTest {

    private static final String LINE = "{\"claim\":\"甲说“{乙}”\\n😀\",\"quotes\":[{\"paragraph\":6,\"quote\":\"a\\\"}b\"}]}";
    private static final Sentence READ = new Sentence("甲说“{乙}”\n😀", List.of(new Quote(6, "a\"}b")));

    @Test
    void aLineIsToldAsSoonAsItIsCompleteWhereverItWasCut() {
        for (int cut = 1; cut < LINE.length(); cut++) {
            DraftReader reader = new DraftReader();
            assertThat(reader.add(LINE.substring(0, cut))).isEmpty();
            assertThat(reader.add(LINE.substring(cut))).containsExactly(READ);
            assertThat(reader.end()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s\n%s\n", "```json\n%s\n%s\n```", "[%s,\n%s]", "Here it is: %s and %s.", "%s%s",
            "<think>{\"claim\":\"no\",\"quotes\":[]} {\n</think>\n%s\n%s", "\uFEFF%s\r\n%s"})
    void whatStandsBetweenObjectsDoesNotMatter(String around) {
        assertThat(read(around.formatted(LINE, LINE))).containsExactly(READ, READ);
    }

    @Test
    void anObjectMayStandInSeveralLines() {
        assertThat(
                read("{\n  \"claim\": \"甲\",\n  \"quotes\": [\n    {\"paragraph\": \"¶6\", \"quote\": \"乙\"}\n  ]\n}"))
                .containsExactly(new Sentence("甲", List.of(new Quote(6, "乙"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"claim\":\"甲\",\"quotes\":{\"paragraph\":6,\"quote\":\"乙\"}}",
            "{\"claim\":\"甲\",\"paragraph\":6,\"quote\":\"乙\"}",
            "{\"claim\":\"甲\",\"paragraph\":\"[6]\",\"quotes\":[\"乙\"]}",
            "{\"claim\":\"甲\",\"paragraph\":6,\"quotes\":\"乙\"}"})
    void aQuoteMayStandOtherwise(String line) {
        assertThat(read(line)).containsExactly(new Sentence("甲", List.of(new Quote(6, "乙"))));
    }

    @Test
    void theArticleMayNotSayIt() {
        assertThat(read("{\"not_in_article\": true}")).containsExactly(new NotSaid());
        assertThat(read("{\"not_in_article\": false}")).containsExactly(new Broken());
    }

    @Test
    void aLineThatIsNotFinishedIsBrokenAndTheNextIsRead() {
        assertThat(read("{\"claim\":\"甲\n" + LINE)).containsExactly(new Broken(), READ);
        assertThat(read(LINE + "\n{\"claim\":\"甲\",\"quo")).containsExactly(READ, new Broken());
        assertThat(read("{\"claim\":甲}\n" + LINE)).containsExactly(new Broken(), READ);
        assertThat(read("{\"answer\":\"甲\"}")).containsExactly(new Broken());
    }

    @Test
    void anObjectWithoutEndIsGivenUp() {
        assertThat(read("{\"claim\":\"" + "长".repeat(20_000))).startsWith(new Broken());
        assertThat(new DraftReader().add("{\"claim\":\"" + "长".repeat(20_000))).as("before the end")
                .containsExactly(new Broken());
        assertThat(read("{".repeat(40_000))).hasSizeLessThan(5).allMatch(new Broken()::equals);
    }

    @Test
    void proseIsNothing() {
        assertThat(read("抱歉，我无法回答这个问题。")).isEmpty();
    }

    private static List<Drafted> read(String text) {
        DraftReader reader = new DraftReader();
        List<Drafted> read = new ArrayList<>(reader.add(text));
        read.addAll(reader.end());
        return read;
    }
}
