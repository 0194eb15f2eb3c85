package dev.pilcrow.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Arrivals as the inbox makes them. Immutable.
record ArrivalBuilder(List<String> keys, String chat, String thread, String person, @Nullable String message,
        @Nullable String root, boolean urgent, boolean question, String payload) {

    static final String CHAT = "telegram/1/-100";

    /// A question of somebody in a chat, with the number of its message.
    static ArrivalBuilder question(String person, int number) {
        return new ArrivalBuilder(List.of("telegram/1/u" + number, "telegram/1/m-100 " + number), CHAT, "", person,
                "-100 " + number, null, false, true, "{\"n\":" + number + "}");
    }

    ArrivalBuilder keyed(String... some) {
        return new ArrivalBuilder(List.of(some), chat, thread, person, message, root, urgent, question, payload);
    }

    ArrivalBuilder in(String other) {
        return new ArrivalBuilder(keys.stream().map(key -> key + " in " + other).toList(), other, thread, person,
                message,
                root, urgent, question, payload);
    }

    ArrivalBuilder thread(String other) {
        return new ArrivalBuilder(keys, chat, other, person, message, root, urgent, question, payload);
    }

    ArrivalBuilder root(String other) {
        return new ArrivalBuilder(keys, chat, thread, person, message, other, urgent, question, payload);
    }

    ArrivalBuilder asUrgent() {
        return new ArrivalBuilder(keys, chat, thread, person, message, root, true, false, payload);
    }

    ArrivalBuilder payload(String other) {
        return new ArrivalBuilder(keys, chat, thread, person, message, root, urgent, question, other);
    }

    Arrival build() {
        String conversation = chat + (thread.isEmpty() ? "" : "/" + thread);
        return new Arrival(keys, "telegram", chat, conversation,
                urgent ? "urgent " + keys.getFirst() : conversation + " " + person, person, message, root, urgent,
                question,
                payload);
    }
}
