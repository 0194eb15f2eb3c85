package dev.pilcrow;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The settings of the log.
///
/// @param form how its lines are written
/// @param texts does it show what readers ask and are answered?
/// @param problems what the operator has to change
record LogConfig(LogForm form, boolean texts, List<Remark> problems) {

    private static final String FORM = "PILCROW_LOG";
    private static final String TEXTS = "PILCROW_LOG_TEXT";

    LogConfig {
        problems = List.copyOf(problems);
    }

    static LogConfig read(Map<String, String> settings) {
        List<Remark> problems = new ArrayList<>();
        boolean json = isSecond(settings, FORM, "console", "json", problems);
        boolean texts = isSecond(settings, TEXTS, "no", "yes", problems);
        return new LogConfig(json ? LogForm.JSON : LogForm.CONSOLE, texts, problems);
    }

    /// Is it the second of the two words that a setting may have? It is the first when it is not set.
    private static boolean isSecond(Map<String, String> settings, String name, String first, String second,
            List<Remark> problems) {
        String set = settings.getOrDefault(name, first).strip();
        if (!set.equals(first) && !set.equals(second)) {
            problems.add(Remark.of(Phrase.CONFIG_CHOICE, name, first, second));
        }
        return set.equals(second);
    }
}
