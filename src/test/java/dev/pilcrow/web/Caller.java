package dev.pilcrow.web;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A platform that calls a hook of the bot's, and shows that it is itself; and how others may try to pass for it.
abstract class Caller implements AutoCloseable {

    private final AtomicInteger taken = new AtomicInteger();

    /// Who calls.
    enum Who {
        TELEGRAM, SLACK;

        /// @param folder for what the bot keeps
        Caller calls(Path folder) {
            return switch (this) {
                case TELEGRAM -> new TelegramCaller();
                case SLACK -> new SlackCaller(folder);
            };
        }

        /// As rows of the reliability table tell it.
        String told() {
            return this == TELEGRAM ? "" : " platform=slack";
        }
    }

    /// The hook as the program has it.
    abstract Hook bare();

    /// Something good to send.
    abstract byte[] body(Random random);

    /// What shows that it is itself, each with its line end.
    abstract String headers(byte[] body);

    /// A request of somebody else's.
    ///
    /// @param number tells in which way it is forged
    abstract RawRequest forged(int number, Random random);

    /// The hook, which counts what it takes.
    Hook hook() {
        Hook bare = bare();
        return new Hook(bare.path(), bare.proof(), body -> {
            String answer = bare.receiver().receive(body);
            taken.incrementAndGet();
            return answer;
        });
    }

    /// How many bodies were taken.
    int taken() {
        return taken.get();
    }

    RawRequest request(byte[] body, boolean signed) {
        return RawRequest.post(bare().path(), signed ? headers(body) : "", body);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
