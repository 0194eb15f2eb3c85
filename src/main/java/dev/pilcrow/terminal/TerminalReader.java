package dev.pilcrow.terminal;

import dev.pilcrow.chat.Commands;
import dev.pilcrow.chat.Incoming;
import java.util.List;

/// Reads a line as what the reader wants: a command when it starts with a slash, a question otherwise.
final class TerminalReader {

    /// The commands, as completion offers them.
    static final List<String> COMMANDS = List.of("/passage", "/article", "/summary", "/sources", "/reset", "/help");

    private TerminalReader() {
    }

    static Incoming.Wish read(String line) {
        return Commands.read(line);
    }
}
