package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.chat.PlatformContract;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Entity;
import dev.pilcrow.telegram.server.TelegramServer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/// Telegram is a platform as every other.
@BesideOthers
class TelegramContractTest extends PlatformContract {

    private final TelegramServer server = TelegramServer.start();
    private final Account li = server.person("Li", null);
    private final Chat dm = server.dm(li);
    private final TelegramPlatform telegram = new TelegramPlatform(
            new TelegramSettings(new Secret(server.token()), URI.create(server.url()), null, Map.of(),
                    TelegramLimits.unlimited(), InstantSource.system()));

    @AfterEach
    void close() {
        telegram.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    private static Place place(Chat chat) {
        return new Place(TelegramPlatform.NAME, "1", Long.toString(chat.id()), "", chat.id() > 0);
    }

    private static MessageId id(ChatMessage message) {
        return new MessageId(Long.toString(message.chat().id()), Integer.toString(message.id()));
    }

    private Optional<ChatMessage> find(MessageId message) {
        return dm.find(Integer.parseInt(message.id()));
    }

    @Override
    protected Platform platform() {
        return telegram;
    }

    @Override
    protected Place place() {
        return place(dm);
    }

    @Override
    protected Place closed() {
        return place(server.strangeGroup("Strangers"));
    }

    @Override
    protected MessageId says(String text) {
        return id(li.says(dm, text));
    }

    @Override
    protected void presses(MessageId message, String label) {
        li.presses(find(message).orElseThrow(), label);
    }

    @Override
    protected void deletes(MessageId message) {
        li.deletes(find(message).orElseThrow());
    }

    @Override
    protected Optional<String> shown(MessageId message) {
        return find(message).map(ChatMessage::text);
    }

    @Override
    protected String quoted(MessageId message) {
        return find(message).map(ChatMessage::quote).orElse("");
    }

    @Override
    protected List<String> acting(MessageId message) {
        return find(message).orElseThrow().entities().stream().map(Entity::type).toList();
    }

    @Override
    protected int count() {
        return dm.botMessages().size();
    }

    @Override
    protected void floods(Duration time) {
        server.fail("editMessageText", Fault.tooMany(Math.toIntExact(time.toSeconds())));
    }

    @Override
    protected void losesTheNextAnswer() {
        server.fail("sendMessage", new Fault.BreaksAfter());
    }
}
