package dev.pilcrow.desk;

import dev.pilcrow.chat.Root;
import dev.pilcrow.inbox.DeliveryJson;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.InboxTable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Knows what a thread hangs on. Telegram tells its text only with a direct reply to it, not with a press of a button, so it
/// is looked for in the question, and in what was asked before in the thread. Thread-safe.
///
/// @param inbox keeps what was handed over
record Roots(InboxTable inbox) {

    /// So many of a thread's first questions are looked at.
    private static final int FIRST = 20;

    /// What the thread of a press hangs on, with its text where anybody has told it.
    ///
    /// @param kept the answer with the button
    Optional<Root> of(Received press, Kept kept) {
        Root root = press.delivery().root();
        if (root == null || !root.text().isEmpty()) {
            return Optional.ofNullable(root);
        }
        return inbox.row(kept.delivery()).flatMap(row -> told(row, root))
                .or(() -> inbox.answered(kept.conversation(), FIRST).stream()
                        .flatMap(row -> told(row, root).stream()).findFirst())
                .or(() -> Optional.of(root));
    }

    private static Optional<Root> told(Claimed row, Root root) {
        return Optional.ofNullable(root(row))
                .filter(one -> one.message().equals(root.message()) && !one.text().isEmpty());
    }

    private static @Nullable Root root(Claimed row) {
        try {
            return DeliveryJson.read(row.arrival().payload()).root();
        } catch (IllegalArgumentException ofAnotherVersion) {
            return null;
        }
    }
}
