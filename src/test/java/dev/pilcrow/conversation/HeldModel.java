package dev.pilcrow.conversation;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.Composing;
import dev.pilcrow.model.Asked;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// A model over HTTP that writes what it is told, when it is told. Thread-safe.
public final class HeldModel implements AutoCloseable {

    private static final String END = "";

    private final BlockingQueue<String> pieces = new LinkedBlockingQueue<>();
    private final ModelServer server = ModelServer.start(this::reply);
    private volatile String understood = "";
    private volatile boolean fails;
    private volatile boolean holding;

    /// Conversations that are answered in its words.
    public Conversations conversations() {
        LanguageModel model = ScriptedModel.of(server, Wire.OPENAI);
        return Conversations.modelled(Samples.SEARCH, new Composer(), Composing.composer(model),
                new Rewriting(model, Composing.PROMPTS, Samples.SEARCH, new Random(3)), false);
    }

    private Reply reply(Asked asked) {
        if (fails) {
            return new Reply.Status(500, Map.of(), "");
        }
        return asked.text().contains("JSON Lines") ? new Reply.Pieces(Pieces::new) : new Reply.Says(understood);
    }

    public void writes(String piece) {
        pieces.add(piece);
    }

    public void isDone() {
        pieces.add(END);
    }

    /// How it puts a question from now on that does not stand alone, or is in another language than the article.
    public void understands(String question) {
        understood = question;
    }

    public void fails() {
        fails = true;
    }

    /// Is it in the middle of an answer, and not told how it goes on?
    public boolean isHolding() {
        return holding && pieces.isEmpty();
    }

    @Override
    public void close() {
        server.close();
    }

    private final class Pieces implements Iterator<String> {

        private String next = "";
        private boolean taken;

        @Override
        public boolean hasNext() {
            if (!taken) {
                next = take();
                taken = true;
            }
            return !next.equals(END);
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            taken = false;
            return next;
        }

        private String take() {
            try {
                holding = true;
                return pieces.take();
            } catch (InterruptedException gone) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the client has gone", gone);
            } finally {
                holding = false;
            }
        }
    }
}
