package dev.pilcrow.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span.Style;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TerminalWriterTest {

    @Test
    void boldIsBoldAndNotesAreDim() {
        Message message = new Message.Builder().add("答", Style.BOLD).add(" ").add("[1]", Style.NOTE).build();
        assertThat(TerminalWriter.styled(message)).isEqualTo("\u001B[1m答\u001B[0m \u001B[2m[1]\u001B[0m");
        assertThat(TerminalWriter.plain(message)).isEqualTo("答 [1]");
    }

    @Test
    void nothingInAnArticleCommandsTheTerminal() {
        Message message = new Message.Builder().add("a\u001B]0;title\u0007b\rc\u009B31m\u202Ed\te\n", Style.BOLD)
                .build();
        assertThat(TerminalWriter.plain(message)).isEqualTo("a\uFFFD]0;title\uFFFDb\uFFFDc\uFFFD31m\uFFFDd e\n");
        assertThat(TerminalWriter.styled(message)).doesNotContain("\u001B]", "\u009B", "\r");
    }

    @Test
    void linesBreakWhereTheirLanguageBreaksThem() {
        assertThat(lines("one two three four", 9)).containsExactly("one two ", "three ", "four");
        assertThat(lines("深度求索创始人，梁文锋", 14)).containsExactly("深度求索创始", "人，梁文锋");
        assertThat(lines("first\n\nlast", 80)).containsExactly("first", "", "last");
    }

    @Test
    void aWordThatIsLongerThanALineStaysWhole() {
        assertThat(lines("a " + "x".repeat(30) + " b", 10)).containsExactly("a ", "x".repeat(30) + " ", "b");
    }

    private static java.util.List<String> lines(String text, int columns) {
        return TerminalLines.of(new AttributedString(text), columns).stream().map(AttributedString::toString).toList();
    }
}
