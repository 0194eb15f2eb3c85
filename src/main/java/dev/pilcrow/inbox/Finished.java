package dev.pilcrow.inbox;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Incoming;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A delivery that this process has worked on to its end, without a word of what was written.
///
/// @param id its number in the inbox
/// @param platform the name of its platform
/// @param conversation where it was written, in one word that tells who writes
/// @param kind what it was
/// @param outcome what became of it
/// @param attempts how often it was worked on
/// @param answer the number of its answer; none when it has none
/// @param composer what the answer was composed by; empty when there is none
/// @param stages how long each stage took that it went through here
/// @param whole how long all of it took, from its arrival
public record Finished(long id, String platform, String conversation, Kind kind, Outcome outcome, int attempts,
        @Nullable Long answer, String composer, Map<Stage, Duration> stages, Duration whole) {

    /// What was delivered.
    public enum Kind {
        QUESTION,
        /// A question that a button offers.
        OFFERED,
        /// A question that was changed.
        EDITED,
        /// What may be a question, and calls nobody.
        OVERHEARD, SUMMARY,
        /// What is no question.
        EVENT;

        static Kind of(Incoming incoming) {
            return switch (incoming) {
                case Incoming.Question _ -> QUESTION;
                case Incoming.Edited _ -> EDITED;
                case Incoming.Overheard _ -> OVERHEARD;
                case Incoming.Summary _ -> SUMMARY;
                case Incoming.Pressed pressed -> pressed.action() instanceof Action.Ask ? OFFERED : EVENT;
                case Incoming.Wish _,Incoming.Event _ -> EVENT;
            };
        }
    }

    public Finished {
        stages = Map.copyOf(stages);
    }

    /// Was it a question, or as much work as one?
    public boolean isQuestion() {
        return kind != Kind.EVENT;
    }
}
