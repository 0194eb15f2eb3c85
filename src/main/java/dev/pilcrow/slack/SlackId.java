package dev.pilcrow.slack;

import dev.pilcrow.chat.MessageId;
import org.jspecify.annotations.Nullable;

/// What {@link MessageId#id} names on Slack: a message by its time, what can only be answered or changed through an
/// address, or a window.
sealed interface SlackId {

    /// A message.
    record Time(String ts) implements SlackId {
    }

    /// A command, a shortcut, or a message that only one person sees.
    record Url(String url) implements SlackId {
    }

    /// A window, with its title, as it must be told again when the window is changed.
    record Window(String view, String title) implements SlackId {
    }

    static SlackId of(MessageId message) {
        String id = message.id();
        return switch (id.isEmpty() ? ' ' : id.charAt(0)) {
            case 'u' -> new Url(id.substring(1));
            case 'v' -> {
                int blank = id.indexOf(' ');
                yield blank < 0
                        ? new Window(id.substring(1), "")
                        : new Window(id.substring(1, blank), id.substring(blank + 1));
            }
            default -> new Time(id);
        };
    }

    static MessageId url(String channel, String url) {
        return new MessageId(channel, 'u' + url);
    }

    static MessageId window(String channel, String view, String title) {
        return new MessageId(channel, 'v' + view + ' ' + title);
    }

    /// The address at which something is answered; empty when it is answered otherwise.
    static String url(@Nullable MessageId message) {
        return message != null && of(message) instanceof Url(String url) ? url : "";
    }
}
