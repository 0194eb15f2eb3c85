package dev.pilcrow.inbox;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Post;
import dev.pilcrow.store.AnswerTable;
import dev.pilcrow.store.Forgotten;
import dev.pilcrow.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Answers a question with the question, from the store like the real one, as slowly or badly as its words say: `slow`
/// waits until it is let go or interrupted, `grow` grows, `fail` fails, `fail once` fails the first time.
public final class EchoRespondent implements Respondent {

    private final Store store;
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger stopped = new AtomicInteger();
    private volatile Duration effort = Duration.ZERO;

    public EchoRespondent(Store store) {
        this.store = store;
    }

    public void letGo() {
        gate.countDown();
    }

    /// Answers made.
    public int made() {
        return made.get();
    }

    /// Answers that were stopped while they were made.
    int stopped() {
        return stopped.get();
    }

    public void setEffort(Duration effort) {
        this.effort = effort;
    }

    @Override
    public boolean isMeant(Incoming.Overheard overheard) {
        return overheard.text().endsWith("?");
    }

    @Override
    public String subject(Received received) {
        return "subject";
    }

    @Override
    public Post working(Received received) {
        return Post.of(Message.plain("…"), List.of(List.of(new Button("stop", new Action.Stop(received.id())))));
    }

    @Override
    public Reply reply(Received received, Consumer<Post> growing) {
        return switch (received.delivery().incoming()) {
            case Incoming.Question question -> answer(received, question.text(), growing);
            case Incoming.Overheard overheard -> answer(received, overheard.text(), growing);
            case Incoming.Edited edited -> answer(received, edited.text(), growing);
            case Incoming.Summary _ -> answer(received, "summary", growing);
            case Incoming.Pressed(String _, Action.Show show) ->
                new Reply.Changes(Objects.requireNonNull(received.delivery().message()),
                        Post.of(Message.plain("passage " + show.citation())), null);
            case Incoming.Pressed _ -> new Reply.Toasts("toast");
            case Incoming.Wordless _ -> new Reply.Silent();
            case Incoming.Wish _,Incoming.Event _ -> new Reply.Says(Post.of(Message.plain("told")));
        };
    }

    private Reply answer(Received received, String question, Consumer<Post> growing) {
        made.incrementAndGet();
        try {
            if (question.startsWith("grow")) {
                for (String part : List.of("one", "one two", "one two three")) {
                    growing.accept(Post.of(Message.plain(part)));
                    Thread.sleep(60);
                }
            }
            if (question.startsWith("slow")) {
                gate.await();
            }
            Thread.sleep(effort);
        } catch (InterruptedException hurried) {
            stopped.incrementAndGet();
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
        if (question.equals("fail") || question.equals("fail once") && failures.getAndIncrement() == 0) {
            throw new IllegalStateException("secret detail");
        }
        long answer = store.answers().save(received.id(), received.conversation(),
                received.delivery().person().id(), "article", "en", question, "grounded", "", "{}");
        return new Reply.Answered(echo(question), answer, Outcome.ANSWERED, "echo");
    }

    private static Post echo(String question) {
        return Post.of(Message.plain("answer to " + question));
    }

    @Override
    public Reply.Answered again(long answer) {
        return new Reply.Answered(
                echo(store.answers().find(answer).map(AnswerTable.Saved::question).orElse("nothing") + " again"),
                answer, Outcome.ANSWERED, "echo");
    }

    @Override
    public String stopping(Received pressed, boolean own) {
        return own ? "stopping" : "not yours";
    }

    @Override
    public Post forgotten(Received pressed, Forgotten removed) {
        return Post.of(Message.plain("removed " + removed.answers() + " answers and " + removed.votes() + " votes"));
    }

    @Override
    public String notForgetting(Received pressed) {
        return "not yours to remove";
    }

    @Override
    public Post stopped(Received received) {
        return Post.of(Message.plain("stopped"));
    }

    @Override
    public Post sorry(Received received) {
        return Post.of(Message.plain("sorry"));
    }

    @Override
    public Post busy(Received received) {
        return Post.of(Message.plain("busy"));
    }

    @Override
    public Post limited(Received received, Duration delay) {
        return Post.of(Message.plain("wait " + delay.toSeconds()));
    }
}
