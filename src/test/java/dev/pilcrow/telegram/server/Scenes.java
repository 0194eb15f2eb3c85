package dev.pilcrow.telegram.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import org.jspecify.annotations.Nullable;

/// Puts messages into chats, people's and the bot's, and tells the bot of those that it may see.
final class Scenes {

    private static final long TELEGRAM = 777_000;

    private final World world;

    Scenes(World world) {
        this.world = world;
    }

    /// Puts a person's message into a chat.
    ChatMessage says(Account author, Where where, @Nullable ChatMessage replied, ObjectNode content) {
        synchronized (world) {
            ChatMessage message = add(author, where, replied, content);
            arrives(message);
            return message;
        }
    }

    ChatMessage edits(ChatMessage message, String text) {
        synchronized (world) {
            ChatMessage old = message.now();
            ObjectNode json = old.json().deepCopy();
            json.remove("entities");
            json.setAll(Talk.text(text));
            json.put("edit_date", world.now().getEpochSecond());
            ChatMessage changed = new ChatMessage(old.chat(), old.author(), json, old.replyTo(), old.edits() + 1);
            old.chat().log().put(changed);
            arrives(changed, old.chat().kind() == Chat.Kind.CHANNEL ? "edited_channel_post" : "edited_message");
            return changed;
        }
    }

    /// Puts a post into a channel, and forwards it to the group with the comments.
    ChatMessage post(Chat channel, String text) {
        synchronized (world) {
            Account owner = world.account("Owner", null, null, false);
            ChatMessage post = says(owner, channel, null, Talk.text(text));
            Chat discussion = channel.linked();
            if (discussion != null) {
                ObjectNode content = Talk.forward(post).put("is_automatic_forward", true);
                says(new Account(world, TELEGRAM, false, "Telegram", null, null, channel), discussion, null, content);
            }
            return post;
        }
    }

    Chat discussion(Chat channel) {
        synchronized (world) {
            Chat there = channel.linked();
            if (there != null) {
                return there;
            }
            Chat group = world.open(Chat.Kind.SUPERGROUP, channel.title() + " Chat", false, Standing.MEMBER);
            channel.linked(group);
            group.linked(channel);
            return group;
        }
    }

    Topic topic(Chat chat, String name) {
        synchronized (world) {
            ObjectNode content = Json.object();
            content.putObject("forum_topic_created").put("name", name).put("icon_color", 7_322_096);
            int number = chat.nextId();
            content.put("message_thread_id", number).put("is_topic_message", true);
            Account creator = chat.kind() == Chat.Kind.PRIVATE
                    ? chat.person()
                    : world.account("Admin", null, null, false);
            ChatMessage message = new ChatMessage(chat, creator, frame(chat, creator, number).setAll(content), 0, 0);
            chat.log().put(message);
            Topic topic = new Topic(chat, number, name);
            chat.topics().add(topic);
            arrives(message);
            return topic;
        }
    }

    /// Puts a message of anybody into a chat, in the right thread, and tells nobody.
    ChatMessage add(Account author, Where where, @Nullable ChatMessage replied, ObjectNode content) {
        Chat chat = where.chat();
        int topic = topic(where, replied);
        ObjectNode json = frame(chat, author, chat.nextId());
        int replyTo = replied == null ? 0 : replied.id();
        if (topic != 0) {
            json.put("message_thread_id", topic).put("is_topic_message", true);
            replyTo = replied == null ? topic : replyTo;
        } else if (replied != null && chat.kind() == Chat.Kind.SUPERGROUP) {
            json.put("message_thread_id", replied.thread() == 0 ? replied.id() : replied.thread());
        }
        ChatMessage message = new ChatMessage(chat, author, json.setAll(content), replyTo, 0);
        chat.log().put(message);
        return message;
    }

    /// Tells the bot of a new message.
    void arrives(ChatMessage message) {
        arrives(message, message.chat().kind() == Chat.Kind.CHANNEL ? "channel_post" : "message");
    }

    /// The message as the Bot API has it, with what it replies to.
    static ObjectNode wire(ChatMessage message) {
        ObjectNode json = message.json().deepCopy();
        if (message.replyTo() != 0) {
            message.chat().find(message.replyTo())
                    .ifPresent(replied -> json.set("reply_to_message", replied.json().deepCopy()));
        }
        return json;
    }

    private void arrives(ChatMessage message, String type) {
        if (Sight.sees(message)) {
            world.updates().add(type, wire(message));
        }
    }

    private ObjectNode frame(Chat chat, Account author, int number) {
        ObjectNode json = Json.object().put("message_id", number);
        Chat mask = chat.kind() == Chat.Kind.CHANNEL ? chat : author.mask();
        if (chat.kind() != Chat.Kind.CHANNEL) {
            json.set("from", author.json());
        }
        if (mask != null) {
            json.set("sender_chat", mask.json());
        }
        json.put("date", world.now().getEpochSecond());
        json.set("chat", chat.json());
        return json;
    }

    private static int topic(Where where, @Nullable ChatMessage replied) {
        if (where.topic() != 0) {
            return where.topic();
        }
        return replied != null && replied.inTopic() && replied.chat() == where.chat() ? replied.thread() : 0;
    }
}
