package dev.pilcrow.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    @Test
    void aLineIsAQuestionUnlessItStartsWithASlash() {
        assertThat(Commands.read("  谁是/passage 7? ")).isEqualTo(new Incoming.Question("谁是/passage 7?"));
        assertThat(Commands.read("/article")).isEqualTo(new Incoming.Outline());
        assertThat(Commands.read("/SUMMARY please")).isEqualTo(new Incoming.Summary());
        assertThat(Commands.read("/reset")).isEqualTo(new Incoming.Reset());
        assertThat(Commands.read("/help")).isEqualTo(new Incoming.Help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passage 7", "/passage   7 ", "／passage ７", "/passage　7", "/passage ¶7", "/passage [7]",
            "/passage\t007"})
    void aPassageIsNamedByItsNumberHoweverItIsTyped(String line) {
        assertThat(Commands.read(line)).isEqualTo(new Incoming.Passage(7));
    }

    @Test
    void aPassageWithoutANumberIsNone() {
        assertThat(Commands.read("/passage")).isEqualTo(new Incoming.NoPassage(""));
        assertThat(Commands.read("/passage -1")).isEqualTo(new Incoming.NoPassage("-1"));
        assertThat(Commands.read("/passage 99999999999")).isEqualTo(new Incoming.NoPassage("99999999999"));
    }

    @Test
    void anUnknownCommandIsRepeatedInPart() {
        assertThat(Commands.read("/")).isEqualTo(new Incoming.Unknown("/"));
        assertThat(Commands.read("/" + "x".repeat(100_000)))
                .isEqualTo(new Incoming.Unknown("/" + "x".repeat(39) + "…"));
    }
}
