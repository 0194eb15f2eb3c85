package dev.pilcrow.evaluation;

import java.util.List;

/// Two contenders asked the same questions in turns, one question at a time; who is first changes every round.
final class Turns {

    /// What is known of one contender.
    private record Times(Contender contender, Samples asked, Samples embedded, Samples beyond, Samples answered) {

        Times(Contender contender) {
            this(contender, new Samples(), new Samples(), new Samples(), new Samples());
        }

        /// Embeds and asks, or asks and embeds: what is done second finds the question in the processor's caches.
        void ask(String question, boolean last) {
            long before = last ? 0 : asked.time(() -> contender.ask(question));
            long embedding = embedded.time(() -> contender.embed(question));
            beyond.add((last ? asked.time(() -> contender.ask(question)) : before) - embedding);
            answered.time(() -> contender.answer(question));
        }
    }

    private final Times first;
    private final Times second;

    Turns(Contender one, Contender other, List<String> questions, Bench.Effort effort) {
        round(new Times(one), new Times(other), questions, effort.warmUp());
        first = new Times(one);
        second = new Times(other);
        round(first, second, questions, effort.rounds());
    }

    private static void round(Times one, Times other, List<String> questions, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (String question : questions) {
                (round % 2 == 0 ? one : other).ask(question, round % 4 < 2);
                (round % 2 == 0 ? other : one).ask(question, round % 4 < 2);
            }
        }
    }

    private Times of(Contender contender) {
        return contender == first.contender() ? first : second;
    }

    /// Time of a question, in milliseconds.
    double asked(Contender contender, double share) {
        return of(contender).asked().millis(share);
    }

    /// Time of a question with its answer, in milliseconds.
    double answered(Contender contender, double share) {
        return of(contender).answered().millis(share);
    }

    /// Time of embedding a question alone, in milliseconds.
    double embedded(Contender contender, double share) {
        return of(contender).embedded().millis(share);
    }

    /// Time of a question less that of embedding it just before, in milliseconds.
    double beyond(Contender contender, double share) {
        return of(contender).beyond().millis(share);
    }
}
