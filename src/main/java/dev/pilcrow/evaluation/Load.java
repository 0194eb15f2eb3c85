package dev.pilcrow.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// As many readers as there are cores, each asking one question after the other, of one contender and then the other.
final class Load {

    private static final int SLICES = 6;

    private final List<String> questions;
    private final int readers;
    private final double[] rates = new double[2];

    /// Measures in short slices by turns.
    ///
    /// @param millis how long each contender answers in all
    Load(Contender one, Contender other, List<String> questions, int readers, long millis) {
        this.questions = questions;
        this.readers = readers;
        slice(one, millis / SLICES);
        slice(other, millis / SLICES);
        for (int i = 0; i < SLICES; i++) {
            rates[0] += slice(one, millis / SLICES) / SLICES;
            rates[1] += slice(other, millis / SLICES) / SLICES;
        }
    }

    /// Answers a second of the first contender.
    double first() {
        return rates[0];
    }

    /// Answers a second of the second contender.
    double second() {
        return rates[1];
    }

    private double slice(Contender contender, long millis) {
        LongAdder answers = new LongAdder();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        List<Thread> threads = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            int offset = reader * 7;
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = offset; System.nanoTime() < end; i++) {
                    contender.ask(questions.get(i % questions.size()));
                    answers.increment();
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
        return answers.sum() * 1e9 / (System.nanoTime() - start);
    }
}
