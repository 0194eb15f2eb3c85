package dev.pilcrow.standin;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Supplier;

/// Carries a request out and answers it, and lets go wrong what is to go wrong.
public final class Serving {

    private Serving() {
    }

    /// @param refusals how the platform says that it refuses
    /// @param work carries the request out
    public static void serve(HttpExchange exchange, Fault fault, RequestLog.Entry entry,
            Function<Fault.Refuses, Answer> refusals, Supplier<Answer> work) throws IOException {
        switch (fault) {
            case Fault.BreaksBefore() -> entry.ended(0);
            case Fault.Html(int status) -> {
                entry.ended(status);
                Front.html(exchange, status);
            }
            case Fault.Refuses refuses -> {
                Answer refused = refusals.apply(refuses);
                entry.ended(refused.status());
                Front.send(exchange, refused);
            }
            case Fault.BreaksAfter() -> carryOut(work, entry);
            case Fault.Slow(var delay) -> {
                Answer answer = carryOut(work, entry);
                sleep(delay.toMillis());
                Front.send(exchange, answer);
            }
            case Fault.Halves() -> {
                byte[] whole = Json.bytes(carryOut(work, entry).body());
                Front.send(exchange, 200, "application/json", whole, whole.length / 2);
            }
            case Fault.Garbage() -> {
                carryOut(work, entry);
                byte[] page = {'o', 'k'};
                Front.send(exchange, 200, "application/json", page, page.length);
            }
            case Fault.None() -> Front.send(exchange, carryOut(work, entry));
        }
    }

    private static Answer carryOut(Supplier<Answer> work, RequestLog.Entry entry) {
        Answer answer = work.get();
        entry.ended(answer.status());
        return answer;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
