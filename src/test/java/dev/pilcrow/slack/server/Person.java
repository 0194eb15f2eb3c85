package dev.pilcrow.slack.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Somebody who writes: a person or a bot.
public final class Person {

    private final World world;
    private final String id;
    private final String name;
    private final String locale;
    private final boolean bot;

    Person(World world, String id, String name, String locale, boolean bot) {
        this.world = world;
        this.id = id;
        this.name = name;
        this.locale = locale;
        this.bot = bot;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    /// Such as `en-US`.
    public String locale() {
        return locale;
    }

    boolean isBot() {
        return bot;
    }

    /// What calls somebody in a text.
    public String mention() {
        return "<@" + id + ">";
    }

    /// Says something outside of threads.
    public SlackMessage says(Place place, String text) {
        return world.scenes().says(this, place, "", text, Json.object());
    }

    /// Says something in the thread that begins with this message.
    public SlackMessage says(Place place, String thread, String text) {
        return world.scenes().says(this, place, thread, text, Json.object());
    }

    /// Says something to the bot, whose name it puts before it.
    public SlackMessage asks(Place place, String text) {
        return says(place, world.bot().mention() + " " + text);
    }

    /// Says something in a message's thread.
    public SlackMessage replies(SlackMessage message, String text) {
        return says(message.place(), message.root(), text);
    }

    /// Says something in a message's thread, and shows it outside of it too.
    public SlackMessage broadcasts(SlackMessage message, String text) {
        return world.scenes().broadcasts(this, message, text);
    }

    /// Puts a file there, with a text that may be empty.
    public SlackMessage sendsFile(Place place, String text) {
        return world.scenes().says(this, place, "", text, Talk.file(this));
    }

    /// Changes what it said.
    public SlackMessage edits(SlackMessage message, String text) {
        return world.scenes().edits(message, text);
    }

    public void deletes(SlackMessage message) {
        world.scenes().deletes(message);
    }

    /// @param command with its slash
    public Interaction command(Place place, String command, String text) {
        return world.interactions().command(this, place, command, text);
    }

    /// Presses what has this label or action id, as the message stands now.
    public Interaction presses(SlackMessage message, String labelOrActionId) {
        return world.interactions().press(this, message.now(), labelOrActionId);
    }

    /// Presses what has this label or action id, as the view stands now.
    public Interaction presses(View view, String labelOrActionId) {
        return world.interactions().press(this, view, labelOrActionId);
    }

    /// Takes the message's shortcut with this callback id.
    public Interaction shortcut(SlackMessage message, String callbackId) {
        return world.interactions().shortcut(this, message.now(), callbackId);
    }

    /// Sends the form that is open.
    ///
    /// @param values what is filled in, by action id; for something chosen its value or its label
    public Interaction submits(Map<String, String> values) {
        return world.interactions().submit(this, openView(), values);
    }

    /// Closes the form that is open.
    public void closesView() {
        world.interactions().close(this, openView());
    }

    /// The form or window that is open.
    public Optional<View> view() {
        return world.views().open(this);
    }

    private View openView() {
        return view().orElseThrow(() -> new AssertionError("no view is open"));
    }

    /// What the bot's home shows.
    public Optional<View> home() {
        return world.views().home(this);
    }

    public void opensHome() {
        world.events().homeOpened(this, "home");
    }

    /// Opens the conversation with the bot.
    public void opensMessages() {
        world.events().homeOpened(this, "messages");
    }

    /// Begins a thread with the bot in the way of the older assistants; gives its number.
    public String startsThread() {
        return world.events().threadStarted(this);
    }

    /// Stops the bot from answering in a message's thread.
    public void stops(SlackMessage message) {
        world.events().stopped(this, message);
    }

    /// As interactions name it.
    ObjectNode json() {
        String handle = name.toLowerCase(Locale.ROOT).replace(' ', '.');
        return Json.object().put("id", id).put("username", handle).put("name", handle).put("team_id", World.TEAM);
    }

    @Override
    public String toString() {
        return name;
    }
}
