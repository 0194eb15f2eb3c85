package dev.pilcrow.terminal;

import dev.pilcrow.chat.Message;

/// Tells what of a message that grows, line by line, has not been shown yet. Not thread-safe.
public final class TerminalGrowth {

    private String shown = "";

    /// The lines that have come, without the end of the last one, which whoever shows them makes.
    public Message more(Message soFar) {
        int start = start(soFar);
        int end = soFar.text().endsWith("\n") ? soFar.text().length() - 1 : soFar.text().length();
        shown = soFar.text();
        return soFar.part(Math.min(start, end), end);
    }

    /// What is left of the whole message; all of it when it goes on otherwise than it began. The next message is another.
    public Message rest(Message whole) {
        int start = start(whole);
        shown = "";
        return whole.part(start, whole.text().length());
    }

    private int start(Message message) {
        return message.text().startsWith(shown) ? shown.length() : 0;
    }
}
