package dev.pilcrow.terminal;

import dev.pilcrow.chat.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// A person at a terminal, who can edit the line, call the lines before back, and complete commands. Ctrl-C at the prompt
/// clears the line; Ctrl-D ends the lines.
public final class TerminalKeyboard implements TerminalReceiver {

    private static final String PROMPT = "› ";
    /// For a terminal that does not know its size yet.
    private static final Size USUAL = new Size(80, 24);

    private final Terminal terminal;
    private final LineReader lines;
    private final String prompt;
    private final TerminalGrowth growth = new TerminalGrowth();

    public TerminalKeyboard(Terminal terminal) {
        this.terminal = terminal;
        this.lines = LineReaderBuilder.builder().terminal(terminal)
                .completer(new StringsCompleter(TerminalReader.COMMANDS))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
        this.prompt = new AttributedStringBuilder().styled(AttributedStyle.BOLD, PROMPT).toAnsi(terminal);
    }

    /// The terminal that the program was started in.
    public static TerminalKeyboard open() throws IOException {
        Terminal terminal = TerminalBuilder.builder().encoding(StandardCharsets.UTF_8).build();
        if (terminal.getWidth() == 0) {
            terminal.setSize(USUAL);
        }
        return new TerminalKeyboard(terminal);
    }

    @Override
    public Optional<String> next() {
        terminal.handle(Terminal.Signal.INT, Terminal.SignalHandler.SIG_IGN);
        while (true) {
            try {
                return Optional.of(lines.readLine(prompt));
            } catch (UserInterruptException _) {
                // Ctrl-C at the prompt: a new line.
            } catch (EndOfFileException _) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void grow(Message soFar) {
        print(growth.more(soFar));
        terminal.flush();
    }

    @Override
    public void show(Message message) {
        print(growth.rest(message));
        terminal.writer().println();
        terminal.flush();
    }

    private void print(Message message) {
        for (AttributedString line : TerminalLines.of(TerminalWriter.attributed(message), terminal.getWidth())) {
            line.println(terminal);
        }
    }

    @Override
    public void remark(Message message) {
        show(message);
    }

    @Override
    public void onInterrupt(Runnable action) {
        terminal.handle(Terminal.Signal.INT, _ -> action.run());
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }
}
