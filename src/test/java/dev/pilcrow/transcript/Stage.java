package dev.pilcrow.transcript;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.answer.Composing;
import dev.pilcrow.conversation.HeldModel;
import dev.pilcrow.inbox.Trap;
import dev.pilcrow.store.Arrival;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// Where a transcript is played: a chat, the bot in it, and perhaps a model.
final class Stage implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final String SILENT = Transcript.BOT + " is silent\n";
    /// A question of a platform that this process does not have.
    private static final String FOREIGN = """
            {"keys":["other"],"place":{"platform":"elsewhere","account":"bot","chat":"1","thread":"","isPrivate":true},
            "person":{"id":"1"},"incoming":{"kind":"question","text":"?"}}""";

    private static final Pattern ASKED = Pattern.compile("(\\S+) has just asked (\\d+) questions");
    private static final Pattern WAITING = Pattern.compile("(\\d+) questions of others wait");
    private static final Pattern WRITES = Pattern.compile("the model (also )?writes: (.+) \\[¶(\\d+) “(.+)”]");
    private static final Pattern UNDERSTANDS = Pattern.compile("the model understands: (.+)");

    private final Trap trap;
    private final @Nullable HeldModel model;
    private final PlayedChat chat;
    private int others;

    Stage(Scene scene, PlayedChat chat) {
        this.trap = scene.trap();
        this.model = scene.model();
        this.chat = chat;
    }

    /// Does a step.
    ///
    /// @return what the bot does then
    String play(Transcript.Step step) {
        if (step instanceof Transcript.Nothing) {
            return "";
        }
        chat.watch();
        if (step instanceof Transcript.Direction(String words)) {
            direct(words);
            settle();
            return ASKED.matcher(words).matches() ? "" : chat.told(isHeld());
        }
        chat.does(step);
        settle();
        String told = chat.told(isHeld());
        return told.isEmpty() ? SILENT : told;
    }

    private void direct(String words) {
        Matcher asked = ASKED.matcher(words);
        Matcher waiting = WAITING.matcher(words);
        if (asked.matches()) {
            IntStream.range(0, Integer.parseInt(asked.group(2))).forEach(_ -> chat.asks(asked.group(1), "?"));
        } else if (waiting.matches()) {
            others = Integer.parseInt(waiting.group(1));
            chat.store().inbox().accept(IntStream.range(0, others).mapToObj(Stage::foreign).toList(), others, others);
        } else if (words.equals("from now on answering fails")) {
            trap.always(Trap.Stage.REPLY, () -> new IllegalStateException("as the transcript says"));
        } else {
            direct(Objects.requireNonNull(model, () -> "no direction without a model: " + words), words);
        }
    }

    private static Arrival foreign(int number) {
        return new Arrival(List.of("other " + number), "elsewhere", "elsewhere/bot/1", "elsewhere/bot/1", "elsewhere",
                "elsewhere/1", null, null, false, true, FOREIGN);
    }

    private void direct(HeldModel model, String words) {
        Matcher writes = WRITES.matcher(words);
        Matcher understands = UNDERSTANDS.matcher(words);
        boolean waits = model.isHolding();
        String before = chat.looks();
        if (writes.matches()) {
            model.writes(Composing.line(writes.group(2), Integer.parseInt(writes.group(3)), writes.group(4)));
            waits &= writes.group(1) == null;
        } else if (understands.matches()) {
            model.understands(understands.group(1));
            return;
        } else {
            switch (words) {
                case "the model finds nothing" -> model.writes("{\"not_in_article\":true}\n");
                case "the model is done" -> model.isDone();
                case "the model fails from now on" -> model.fails();
                default -> throw new IllegalArgumentException("no direction: " + words);
            }
        }
        if (waits) {
            awaitChange(before);
        }
    }

    /// Waits until the chat looks different, but no longer than a while.
    private void awaitChange(String before) {
        try {
            await().atMost(A_WHILE).pollInterval(OFTEN).until(() -> !chat.looks().equals(before));
        } catch (ConditionTimeoutException _) {
            // It shows nothing of it.
        }
    }

    /// Waits until the bot has done all that it can. Who waits for a model is shown that the question is read.
    private void settle() {
        if (model == null) {
            await().atMost(SOON).pollInterval(OFTEN).until(() -> isDoneBut(0));
            return;
        }
        await().atMost(SOON).pollInterval(OFTEN).during(QUIET).until(() -> isDoneBut(isHeld() ? 1 : 0));
        if (isHeld()) {
            await().atMost(SOON).until(chat::isPatienceAsked);
        }
    }

    private boolean isHeld() {
        return model != null && model.isHolding();
    }

    private boolean isDoneBut(int questions) {
        return chat.isHandedOver() && chat.store().inbox().waiting() == others + questions;
    }

    @Override
    public void close() {
        chat.close();
        if (model != null) {
            model.close();
        }
    }
}
