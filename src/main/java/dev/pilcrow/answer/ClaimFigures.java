package dev.pilcrow.answer;

import dev.pilcrow.answer.ClaimCheck.Checked;
import dev.pilcrow.answer.ClaimCheck.Failure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How many sentences of a model's passed their check since the start, and how many failed it, by reason. Thread-safe.
final class ClaimFigures {

    static final String KEPT = "kept";

    private final Map<String, LongAdder> counts;

    ClaimFigures() {
        Map<String, LongAdder> all = new LinkedHashMap<>();
        all.put(KEPT, new LongAdder());
        for (Failure failure : Failure.values()) {
            if (failure != Failure.NOTHING) {
                all.put(key(failure), new LongAdder());
            }
        }
        counts = Collections.unmodifiableMap(all);
    }

    /// Counts a sentence.
    ///
    /// @return it
    Checked count(Checked checked) {
        add(switch (checked) {
            case Checked.Kept _ -> KEPT;
            case Checked.Dropped dropped -> key(dropped.failure());
        });
        return checked;
    }

    /// Counts what was no sentence.
    void broken() {
        add(key(Failure.FORM));
    }

    private void add(String key) {
        LongAdder count = counts.get(key);
        if (count != null) {
            count.increment();
        }
    }

    Map<String, Long> now() {
        Map<String, Long> now = new LinkedHashMap<>();
        counts.forEach((key, count) -> now.put(key, count.sum()));
        return now;
    }

    private static String key(Failure failure) {
        return failure.name().toLowerCase(Locale.ROOT);
    }
}
