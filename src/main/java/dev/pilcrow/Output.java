package dev.pilcrow;

import dev.pilcrow.chat.Message;
import dev.pilcrow.terminal.TerminalGrowth;
import dev.pilcrow.terminal.TerminalWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The program's two streams, in UTF-8 whatever the locale, and which of them a person is looking at.
///
/// @param out for answers
/// @param err for everything else
/// @param terminals which streams are terminals
/// @param growth what of an answer has been shown
record Output(PrintStream out, PrintStream err, Terminals terminals, TerminalGrowth growth) {

    /// Which of the standard streams are terminals. Java cannot tell them apart, so `deploy/pilcrow` says.
    record Terminals(boolean in, boolean out, boolean err) {

        /// The streams named by their numbers, such as `012`.
        static Terminals numbered(String numbers) {
            return new Terminals(numbers.contains("0"), numbers.contains("1"), numbers.contains("2"));
        }
    }

    static Output standard() {
        return new Output(utf8(FileDescriptor.out), utf8(FileDescriptor.err),
                Terminals.numbered(System.getProperty("pilcrow.terminals", "")), new TerminalGrowth());
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
    }

    /// Writes what has come of a message to a person.
    void grow(Message soFar) {
        out.println(TerminalWriter.styled(growth.more(soFar)));
        out.flush();
    }

    /// Writes a message, or what is left of it, to a person or to a pipe.
    void print(Message message) {
        Message rest = growth.rest(message);
        out.println(terminals.out() ? TerminalWriter.styled(rest) : TerminalWriter.plain(rest));
    }

    /// Writes a sentence to the output.
    void say(String sentence) {
        out.println(TerminalWriter.plain(sentence));
        out.flush();
    }

    /// Shows how far the work is, in place of what was shown before; nothing where nobody looks on.
    void progress(String state) {
        if (terminals.err()) {
            err.print("\r\u001B[K" + state);
            err.flush();
        }
    }

    /// Writes a sentence for the operator.
    void complain(String sentence) {
        err.println(TerminalWriter.plain(sentence));
        err.flush();
    }
}
