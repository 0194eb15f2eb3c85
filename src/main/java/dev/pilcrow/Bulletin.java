package dev.pilcrow;

import dev.pilcrow.chat.Health;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What the operator of a running bot is told: a sentence of its own where people read the log, a line of it where programs
/// do.
///
/// @param wording the operator's words
/// @param output for sentences
/// @param form of the log
record Bulletin(Wording wording, Output output, LogForm form) {

    private static final Logger LOG = Logger.getLogger(Bulletin.class.getName());
    private static final Duration LOOK = Duration.ofMillis(250);
    /// So many looks at a platform that has not answered yet before the operator is told.
    private static final int FIRST_SILENCE = 20;

    /// Tells one thing.
    void tell(Phrase phrase, Object... values) {
        String sentence = wording.say(phrase, values);
        switch (form) {
            case CONSOLE -> output.complain(sentence);
            case JSON -> LOG.log(Level.INFO, sentence);
        }
    }

    /// Tells how platforms fare, whenever that changes, until the process is asked to end.
    void watch(List<Served> served, Ending ending) {
        Map<Served, Health> told = new HashMap<>();
        for (int looks = 0; !ending.await(LOOK); looks++) {
            for (Served one : served) {
                Health health = one.platform().health();
                if (health != told.getOrDefault(one, Health.SILENT)
                        || health == Health.SILENT && looks == FIRST_SILENCE) {
                    tell(one, health);
                    told.put(one, health);
                }
            }
        }
    }

    private void tell(Served one, Health health) {
        switch (health) {
            case GOOD -> tell(Phrase.SERVE_GOOD, one.title());
            case STANDBY -> tell(Phrase.SERVE_STANDBY, one.title());
            case SILENT -> tell(Phrase.SERVE_SILENT, one.title(), one.api());
            case CONFLICT -> tell(Phrase.SERVE_CONFLICT);
            case REFUSED -> tell(Phrase.SERVE_REFUSED, one.title(), one.token());
        }
    }
}
