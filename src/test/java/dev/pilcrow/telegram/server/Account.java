package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import org.jspecify.annotations.Nullable;

/// Somebody who writes: a person, a bot, or an administrator or a channel under whose name a person writes. Immutable.
public final class Account {

    private final World world;
    private final long id;
    private final boolean bot;
    private final String firstName;
    private final @Nullable String username;
    private final @Nullable String language;
    private final @Nullable Chat mask;

    /// @param language as `language_code`
    /// @param mask the chat in whose name it writes
    Account(World world, long id, boolean bot, String firstName, @Nullable String username, @Nullable String language,
            @Nullable Chat mask) {
        this.world = world;
        this.id = id;
        this.bot = bot;
        this.firstName = firstName;
        this.username = username;
        this.language = language;
        this.mask = mask;
    }

    public long id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    /// Says something.
    ///
    /// @param named who of those that the text names by their first names is meant, though they are not called by @name
    public ChatMessage says(Where where, String text, Account... named) {
        return world.scenes().says(this, where, null, Talk.text(text, named));
    }

    /// Says something in reply to a message, in its thread.
    public ChatMessage replies(ChatMessage message, String text, Account... named) {
        return world.scenes().says(this, message.chat(), message, Talk.text(text, named));
    }

    /// Says something in reply to some words of a message.
    public ChatMessage quotes(ChatMessage message, String words, String text) {
        ObjectNode content = Talk.text(text);
        content.putObject("quote").put("text", words).put("position", message.text().indexOf(words))
                .put("is_manual", true);
        return world.scenes().says(this, message.chat(), message, content);
    }

    /// Says something by way of a bot, as its inline answers are said.
    public ChatMessage saysVia(Account other, Where where, String text) {
        ObjectNode content = Talk.text(text);
        content.set("via_bot", other.json());
        return world.scenes().says(this, where, null, content);
    }

    /// Says nothing but what is in a picture, with or without a caption.
    public ChatMessage sendsPhoto(Where where, @Nullable String caption) {
        return world.scenes().says(this, where, null, Talk.photo(caption));
    }

    public ChatMessage sendsVoice(Where where) {
        return world.scenes().says(this, where, null, Talk.voice());
    }

    public ChatMessage sendsSticker(Where where) {
        return world.scenes().says(this, where, null, Talk.sticker());
    }

    /// Sends again what somebody said.
    public ChatMessage forwards(ChatMessage message, Where where) {
        return world.scenes().says(this, where, null, Talk.forward(message));
    }

    /// Changes what it said.
    public ChatMessage edits(ChatMessage message, String text) {
        return world.scenes().edits(message, text);
    }

    /// Deletes a message; no bot is told.
    public void deletes(ChatMessage message) {
        message.chat().log().delete(message.id());
    }

    /// Presses the button with this label, as the message stands now.
    public Press presses(ChatMessage message, String label) {
        ChatMessage now = message.now();
        return world.presses().press(this, now, now.data(label));
    }

    /// Sends what no button has, as a forged app does.
    public Press forges(ChatMessage message, String data) {
        return world.presses().press(this, message.now(), data);
    }

    /// Stops the bot in the private chat.
    public void blocks() {
        world.members().stand(world.dm(this), this, Standing.KICKED);
    }

    public void unblocks() {
        world.members().stand(world.dm(this), this, Standing.MEMBER);
    }

    /// Deletes the account.
    public void leavesTelegram() {
        world.deactivate(this);
    }

    boolean isBot() {
        return bot;
    }

    /// What follows the @ when it is mentioned; null for none.
    public @Nullable String username() {
        return username;
    }

    @Nullable
    Chat mask() {
        return mask;
    }

    ObjectNode usernameJson() {
        return username == null ? Json.object() : Json.object().put("username", username);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", id).put("is_bot", bot).put("first_name", firstName);
        json.setAll(usernameJson());
        if (language != null) {
            json.put("language_code", language);
        }
        return json;
    }

    @Override
    public String toString() {
        return firstName;
    }
}
