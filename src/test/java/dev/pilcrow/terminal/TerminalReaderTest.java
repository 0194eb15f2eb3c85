package dev.pilcrow.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.chat.Incoming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReaderTest {

    @Test
    void aLineIsAQuestionUnlessItStartsWithASlash() {
        assertThat(TerminalReader.read("  谁是/passage 7? ")).isEqualTo(new Incoming.Question("谁是/passage 7?"));
        assertThat(TerminalReader.read("/article")).isEqualTo(new Incoming.Outline());
        assertThat(TerminalReader.read("/SUMMARY please")).isEqualTo(new Incoming.Summary());
        assertThat(TerminalReader.read("/reset")).isEqualTo(new Incoming.Reset());
        assertThat(TerminalReader.read("/help")).isEqualTo(new Incoming.Help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/passage 7", "/passage   7 ", "／passage ７", "/passage　7", "/passage ¶7", "/passage [7]",
            "/passage\t007"})
    void aPassageIsNamedByItsNumberHoweverItIsTyped(String line) {
        assertThat(TerminalReader.read(line)).isEqualTo(new Incoming.Passage(7));
    }

    @Test
    void aPassageWithoutANumberIsNone() {
        assertThat(TerminalReader.read("/passage")).isEqualTo(new Incoming.NoPassage(""));
        assertThat(TerminalReader.read("/passage -1")).isEqualTo(new Incoming.NoPassage("-1"));
        assertThat(TerminalReader.read("/passage 99999999999")).isEqualTo(new Incoming.NoPassage("99999999999"));
    }

    @Test
    void anUnknownCommandIsRepeatedInPart() {
        assertThat(TerminalReader.read("/")).isEqualTo(new Incoming.Unknown("/"));
        assertThat(TerminalReader.read("/" + "x".repeat(100_000)))
                .isEqualTo(new Incoming.Unknown("/" + "x".repeat(39) + "…"));
    }
}
