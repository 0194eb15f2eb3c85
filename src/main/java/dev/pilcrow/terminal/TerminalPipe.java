package dev.pilcrow.terminal;

import dev.pilcrow.chat.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A pipe, or a file, in place of a terminal: no prompt, no greeting, no escapes, a blank line between the answers.
public final class TerminalPipe implements TerminalReceiver {

    private final BufferedReader in;
    private final PrintStream out;
    private final TerminalGrowth growth = new TerminalGrowth();
    private boolean begun;
    private boolean growing;

    public TerminalPipe(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /// The standard input as it comes, in UTF-8.
    public static TerminalPipe standard(PrintStream out) {
        return new TerminalPipe(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
    }

    /// The next line; none either when nobody reads the answers any more.
    @Override
    public Optional<String> next() {
        try {
            return out.checkError() ? Optional.empty() : Optional.ofNullable(in.readLine());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void grow(Message soFar) {
        begin();
        growing = true;
        out.println(TerminalWriter.plain(growth.more(soFar)));
        out.flush();
    }

    @Override
    public void show(Message message) {
        begin();
        growing = false;
        out.println(TerminalWriter.plain(growth.rest(message)));
        out.flush();
    }

    /// A blank line before every answer but the first.
    private void begin() {
        if (begun && !growing) {
            out.println();
        }
        begun = true;
    }

    @Override
    public void remark(Message message) {
    }

    @Override
    public void onInterrupt(Runnable action) {
    }

    @Override
    public void close() {
    }
}
