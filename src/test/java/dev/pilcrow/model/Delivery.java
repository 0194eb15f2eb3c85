package dev.pilcrow.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Carries out one reply. Interrupted when the client has gone.
final class Delivery {

    private static final String JSON = "application/json";
    private static final int LONGEST_CHUNK = 600;
    /// Long enough for the client to have read what came before the reset, which may discard it.
    private static final Duration BEFORE_THE_BREAK = Duration.ofMillis(50);

    private final boolean streamed;
    private final WireForm form;
    private final HttpAnswer out;
    private final Runnable ending;

    /// @param ending is called when no more than the end of the answer is left to be sent
    Delivery(boolean streamed, WireForm form, HttpAnswer out, Runnable ending) {
        this.streamed = streamed;
        this.form = form;
        this.out = out;
        this.ending = ending;
    }

    void give(Reply reply) throws IOException, InterruptedException {
        switch (reply) {
            case Reply.Says(String text) -> says(text);
            case Reply.Empty() -> says("");
            case Reply.Pieces(Iterable<String> pieces) -> pieces(pieces);
            case Reply.Status(int code, Map<String, String> headers, String body) -> whole(code, headers, bytes(body));
            case Reply.NoBody() -> whole(200, Map.of(), new byte[0]);
            case Reply.Garbage() -> whole(200, Map.of(), Bodies.garbage());
            case Reply.Dribbles(String text, Duration between) -> dribbles(text, between);
            case Reply.Hangs() -> Thread.sleep(Duration.ofDays(1));
            case Reply.Resets() -> {
                ending.run();
                out.reset();
            }
            case Reply.ResetsAfter(String text) -> {
                start(text);
                Thread.sleep(BEFORE_THE_BREAK);
                ending.run();
                out.reset();
            }
            case Reply.Halves(String text) -> {
                start(text);
                Thread.sleep(BEFORE_THE_BREAK);
                ending.run();
                out.finish();
            }
            case Reply.EndsEarly(String text) -> endsEarly(text);
            case Reply.WrongSchema() -> wrongSchema();
            case Reply.Endless() -> endless();
        }
    }

    private void says(String text) throws IOException {
        if (!streamed) {
            whole(200, Map.of(), bytes(form.whole(text, true)));
            return;
        }
        start(text);
        end(form.closing(text));
    }

    private void pieces(Iterable<String> pieces) throws IOException {
        StringBuilder said = new StringBuilder();
        if (streamed) {
            out.chunkedHead(form.streamType());
            send(form.opening());
        }
        for (String piece : pieces) {
            said.append(piece);
            if (streamed) {
                send(form.piece(piece));
            }
        }
        if (streamed) {
            end(form.closing(said.toString()));
        } else {
            whole(200, Map.of(), bytes(form.whole(said.toString(), true)));
        }
    }

    private void endsEarly(String text) throws IOException {
        if (streamed) {
            start(text);
            end("");
        } else {
            whole(200, Map.of(), bytes(form.whole(text, false)));
        }
    }

    private void wrongSchema() throws IOException {
        if (streamed) {
            out.chunkedHead(form.streamType());
            end(form.event(Bodies.OTHER_SHAPE));
        } else {
            whole(200, Map.of(), bytes(Bodies.OTHER_SHAPE));
        }
    }

    private void dribbles(String text, Duration between) throws IOException, InterruptedException {
        byte[] body = bytes(streamed
                ? form.opening() + form.piece(text) + form.closing(text)
                : form.whole(text, true));
        if (streamed) {
            out.chunkedHead(form.streamType());
            out.chunkStart(body.length);
        } else {
            out.head(200, JSON, Map.of(), body.length);
        }
        for (int i = 0; i < body.length - 1; i++) {
            out.bytes(body, i, i + 1);
            out.flush();
            Thread.sleep(between);
        }
        ending.run();
        out.bytes(body, body.length - 1, body.length);
        if (streamed) {
            out.chunkEnd();
            out.lastChunk();
        }
        out.flush();
    }

    private void endless() throws IOException {
        String[] ends = {form.opening(), form.closing("")};
        if (!streamed) {
            ends = form.whole("∞", true).split("∞", -1);
        }
        out.chunkedHead(streamed ? form.streamType() : JSON);
        send(ends[0]);
        for (int i = 0; i < Reply.Endless.MOST_PIECES; i++) {
            send(streamed ? form.piece(i + " ") : i + " ");
        }
        end(ends[1]);
    }

    /// The head and all that comes before the end.
    private void start(String text) throws IOException {
        if (!streamed) {
            String whole = form.whole(text, true);
            String quoted = WireForm.quoted(text);
            out.head(200, JSON, Map.of(), bytes(whole).length);
            byte[] start = bytes(whole.substring(0, whole.lastIndexOf(quoted) + quoted.length() - 1));
            out.bytes(start, 0, start.length);
            out.flush();
            return;
        }
        SplittableRandom random = new SplittableRandom(text.hashCode());
        String pieces = Bodies.cut(text, random).stream().map(form::piece).collect(Collectors.joining());
        byte[] body = bytes(form.opening() + pieces);
        out.chunkedHead(form.streamType());
        for (int i = 0, next; i < body.length; i = next) {
            next = Math.min(body.length, i + random.nextInt(1, LONGEST_CHUNK));
            out.chunk(body, i, next);
            out.flush();
        }
        out.flush();
    }

    private void send(String text) throws IOException {
        byte[] bytes = bytes(text);
        out.chunk(bytes, 0, bytes.length);
        out.flush();
    }

    private void end(String text) throws IOException {
        ending.run();
        byte[] bytes = bytes(text);
        out.chunk(bytes, 0, bytes.length);
        out.lastChunk();
        out.flush();
    }

    private void whole(int code, Map<String, String> headers, byte[] body) throws IOException {
        ending.run();
        out.head(code, JSON, headers, body.length);
        out.bytes(body, 0, body.length);
        out.flush();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
