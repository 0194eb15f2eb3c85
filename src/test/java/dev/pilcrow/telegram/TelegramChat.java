package dev.pilcrow.telegram;

import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.store.Store;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import dev.pilcrow.transcript.PlayedChat;
import dev.pilcrow.transcript.Scene;
import dev.pilcrow.transcript.Transcript;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A chat on Telegram in which a transcript is played.
final class TelegramChat implements PlayedChat {

    private static final String SIGN = "setMessageReaction";

    private final TelegramTalk talk;
    private final Chat chat;
    private final Map<String, Account> people = new LinkedHashMap<>();
    private final Map<String, ChatMessage> said = new LinkedHashMap<>();
    private @Nullable Press press;
    /// How many signs there were when something was said last.
    private int signs;
    private TelegramWatch watch;

    private TelegramChat(Scene scene, TelegramTalk talk) {
        this.talk = talk;
        scene.people().forEach((name, language) -> people.put(name, talk.server.person(name, language)));
        chat = scene.group().isEmpty()
                ? talk.server.dm(people.values().iterator().next())
                : talk.server.supergroup(scene.group());
        watch = new TelegramWatch(talk.server, chat);
    }

    static TelegramChat of(Scene scene, Path folder) {
        return new TelegramChat(scene, TelegramTalk.of(TelegramTalk.Parts.in(folder)
                .respondent(store -> scene.respondent(store, TestScreen.of(TelegramLimits.TEXT)))
                .limited(scene.limited(TelegramTalk.FAST))));
    }

    @Override
    public Store store() {
        return talk.store;
    }

    @Override
    public void watch() {
        press = null;
        watch = new TelegramWatch(talk.server, chat);
    }

    @Override
    public void does(Transcript.Step step) {
        switch (step) {
            case Transcript.Says says -> says(says.who(), who -> who.says(chat, says.words()));
            case Transcript.Replies says ->
                says(says.who(), who -> who.replies(chat.botMessages().getLast(), says.words()));
            case Transcript.Edits says -> says(says.who(),
                    who -> who.edits(Objects.requireNonNull(said.get(says.who())), says.words()));
            case Transcript.Sends sends -> says(sends.who(), who -> send(who, sends));
            case Transcript.Presses presses ->
                press = person(presses.who()).presses(with(presses.label()), presses.label());
            case Transcript.Does does -> throw new IllegalArgumentException("nobody does this: " + does.what());
            case Transcript.Nothing _,Transcript.Direction _ -> throw new IllegalArgumentException("nobody does this");
        }
    }

    private void says(String who, Function<Account, ChatMessage> saying) {
        signs = signs();
        said.put(who, saying.apply(person(who)));
    }

    /// How many signs the bot has put on messages.
    private int signs() {
        return talk.server.counts().getOrDefault(SIGN, 0);
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

    @Override
    public void asks(String who, String words) {
        person(who).says(chat, words);
    }

    @Override
    public String told(boolean slow) {
        return watch.told(press, said, slow);
    }

    @Override
    public String looks() {
        return chat.toString();
    }

    @Override
    public boolean isHandedOver() {
        return talk.server.pending() == 0 && talk.server.waitingPresses() == 0;
    }

    @Override
    public boolean isPatienceAsked() {
        return signs() > signs;
    }

    @Override
    public List<String> violations() {
        return talk.server.violations();
    }

    @Override
    public void close() {
        talk.close();
    }
}
