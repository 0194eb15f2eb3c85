package dev.pilcrow.telegram;

import static org.awaitility.Awaitility.await;

import dev.pilcrow.answer.Composing;
import dev.pilcrow.store.Arrival;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/// Where a transcript is played: one chat, the people in it, the bot, and perhaps a model.
final class TranscriptStage implements AutoCloseable {

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

    private final TranscriptScene scene;
    private final TelegramTalk talk;
    private final Chat chat;
    private final Map<String, Account> people = new LinkedHashMap<>();
    private final Map<String, ChatMessage> said = new LinkedHashMap<>();
    private int others;

    private TranscriptStage(TranscriptScene scene, TelegramTalk talk) {
        this.scene = scene;
        this.talk = talk;
        scene.people.forEach((name, language) -> people.put(name, talk.server.person(name, language)));
        chat = scene.group.isEmpty()
                ? talk.server.dm(people.values().iterator().next())
                : talk.server.supergroup(scene.group);
    }

    static TranscriptStage of(TranscriptScene scene, Path folder) {
        return new TranscriptStage(scene, scene.begin(folder));
    }

    /// Does a step.
    ///
    /// @return what the bot does then
    String play(Transcript.Step step) {
        if (step instanceof Transcript.Nothing) {
            return "";
        }
        TranscriptWatch watch = new TranscriptWatch(talk.server, chat);
        if (step instanceof Transcript.Direction direction) {
            direct(direction.words());
            settle();
            return ASKED.matcher(direction.words()).matches() ? "" : watch.told(null, said, isHeld());
        }
        Press press = act(step);
        settle();
        String told = watch.told(press, said, isHeld());
        return told.isEmpty() ? SILENT : told;
    }

    private @Nullable Press act(Transcript.Step step) {
        return switch (step) {
            case Transcript.Says says -> keep(says.who(), person(says.who()).says(chat, says.words()));
            case Transcript.Replies says -> keep(says.who(),
                    person(says.who()).replies(chat.botMessages().getLast(), says.words()));
            case Transcript.Edits says -> keep(says.who(),
                    person(says.who()).edits(Objects.requireNonNull(said.get(says.who())), says.words()));
            case Transcript.Sends sends -> keep(sends.who(), send(person(sends.who()), sends));
            case Transcript.Presses presses -> person(presses.who()).presses(with(presses.label()), presses.label());
            case Transcript.Nothing _,Transcript.Direction _ -> null;
        };
    }

    private @Nullable Press keep(String who, ChatMessage message) {
        said.put(who, message);
        return null;
    }

    private Account person(String name) {
        return Objects.requireNonNull(people.get(name), () -> "nobody is called " + name);
    }

    /// The bot's newest message with this button.
    private ChatMessage with(String label) {
        return chat.botMessages().reversed().stream().filter(one -> one.buttons().contains(label)).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in\n" + chat));
    }

    private ChatMessage send(Account who, Transcript.Sends sends) {
        return switch (sends.what()) {
            case "photo" -> who.sendsPhoto(chat, sends.words().isEmpty() ? null : sends.words());
            case "sticker" -> who.sendsSticker(chat);
            default -> who.sendsVoice(chat);
        };
    }

    private void direct(String words) {
        Matcher asked = ASKED.matcher(words);
        Matcher waiting = WAITING.matcher(words);
        if (asked.matches()) {
            IntStream.range(0, Integer.parseInt(asked.group(2))).forEach(_ -> person(asked.group(1)).says(chat, "?"));
        } else if (waiting.matches()) {
            others = Integer.parseInt(waiting.group(1));
            talk.store.inbox().accept(IntStream.range(0, others).mapToObj(TranscriptStage::foreign).toList(), others,
                    others);
        } else if (words.equals("from now on answering fails")) {
            scene.trap.always(Trap.Stage.REPLY, () -> new IllegalStateException("as the transcript says"));
        } else {
            direct(Objects.requireNonNull(scene.model, () -> "no direction without a model: " + words), words);
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
        String before = chat.toString();
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
            await().atMost(A_WHILE).pollInterval(OFTEN).until(() -> !chat.toString().equals(before));
        } catch (ConditionTimeoutException _) {
            // It shows nothing of it.
        }
    }

    /// Waits until the bot has done all that it can. Who waits for a model is shown that the question is read.
    private void settle() {
        if (scene.model == null) {
            await().atMost(SOON).pollInterval(OFTEN).until(() -> isDoneBut(0));
            return;
        }
        await().atMost(SOON).pollInterval(OFTEN).during(QUIET).until(() -> isDoneBut(isHeld() ? 1 : 0));
        if (isHeld()) {
            await().atMost(SOON).until(() -> talk.server.counts().containsKey("setMessageReaction"));
        }
    }

    private boolean isHeld() {
        HeldModel model = scene.model;
        return model != null && model.isHolding();
    }

    private boolean isDoneBut(int questions) {
        return talk.server.pending() == 0 && talk.server.waitingPresses() == 0
                && talk.store.inbox().waiting() == others + questions;
    }

    /// What is wrong by Telegram's rules.
    List<String> violations() {
        return talk.server.violations();
    }

    @Override
    public void close() {
        talk.close();
        if (scene.model != null) {
            scene.model.close();
        }
    }
}
