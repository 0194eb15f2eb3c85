package dev.pilcrow.terminal;

import dev.pilcrow.chat.Message;
import java.io.IOException;
import java.util.Optional;

/// The person or pipe at the other end of the chat: lines come in, messages go out.
public sealed interface TerminalReceiver extends AutoCloseable permits TerminalKeyboard, TerminalPipe {

    /// The next line; nothing when there will be no more.
    Optional<String> next();

    /// Shows what has come of a message that grows line by line; {@link #show} shows the rest.
    void grow(Message soFar);

    /// Shows a message, or the rest of one that has grown.
    void show(Message message);

    /// Shows a message that a person wants and a pipe does not, such as a greeting.
    void remark(Message message);

    /// What is to be done when the reader interrupts, until the next line is asked for.
    void onInterrupt(Runnable action);

    /// Gives the terminal back.
    @Override
    void close() throws IOException;
}
