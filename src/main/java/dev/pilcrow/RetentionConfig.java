package dev.pilcrow;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The setting of how long what readers wrote is kept.
///
/// @param kept so long
/// @param problems what the operator has to change
record RetentionConfig(Duration kept, List<Remark> problems) {

    static final String RETENTION = "PILCROW_RETENTION";
    private static final int USUAL = 90;
    private static final int LEAST = 1;
    private static final int MOST = 3650;

    RetentionConfig {
        problems = List.copyOf(problems);
    }

    static RetentionConfig read(Map<String, String> settings) {
        String set = settings.getOrDefault(RETENTION, Integer.toString(USUAL)).strip();
        int days = set.matches("\\d{1,4}") ? Integer.parseInt(set) : 0;
        return days >= LEAST && days <= MOST
                ? new RetentionConfig(Duration.ofDays(days), List.of())
                : new RetentionConfig(Duration.ofDays(USUAL),
                        List.of(Remark.of(Phrase.CONFIG_DAYS, RETENTION, LEAST, MOST)));
    }
}
