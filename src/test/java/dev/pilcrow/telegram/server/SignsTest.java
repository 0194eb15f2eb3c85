package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// Reactions, drafts, "typing" and the lists of commands.
class SignsTest extends WithServer {

    private static SetMessageReaction reaction(ChatMessage message, String emoji) {
        return SetMessageReaction.builder().chatId(message.chat().id()).messageId(message.id())
                .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji(emoji).build())).build();
    }

    private SendMessageDraft draft(Chat chat, int id) {
        return SendMessageDraft.builder().chatId(chat.id()).draftId(id).text("An ans").build();
    }

    private static SetMyCommands commands(String name, String language) {
        return SetMyCommands.builder().command(new BotCommand(name, "Ask about the article")).languageCode(language)
                .scope(new BotCommandScopeAllPrivateChats()).build();
    }

    @Test
    void aReactionIsOneOfTheStandardEmojis() throws TelegramApiException {
        ChatMessage question = alice.says(dm, "Who was he?");
        client.execute(reaction(question, "👀"));
        assertThat(server.reactions(question)).containsExactly("👀");
        assertThat(refusal(() -> client.execute(reaction(question, "⏳"))))
                .isEqualTo("400 Bad Request: REACTION_INVALID");
        assertThat(server.reactions(question)).containsExactly("👀");
    }

    @Test
    void aChatMayAllowOnlySomeReactions() throws TelegramApiException {
        Chat group = server.supergroup("Readers");
        group.allowsReactions("👍");
        ChatMessage question = alice.says(group, "/ask Who was he?");
        assertThat(refusal(() -> client.execute(reaction(question, "👀")))).contains("REACTION_INVALID");
        assertThat(refusal(() -> client.execute(reaction(question, "👍")))).isEqualTo("done");
    }

    @Test
    void aDraftGrowsInPrivateChatsOnly() throws TelegramApiException {
        client.execute(draft(dm, 7));
        assertThat(dm.draft()).isEqualTo("An ans");
        client.send(dm, "An answer.");
        assertThat(dm.draft()).isEmpty();
        assertThat(refusal(() -> client.execute(draft(server.supergroup("Readers"), 7))))
                .contains("TEXTDRAFT_PEER_INVALID");
    }

    @Test
    void typingIsCounted() throws TelegramApiException {
        client.execute(SendChatAction.builder().chatId(dm.id()).action("typing").build());
        assertThat(dm.typing()).isEqualTo(1);
        assertThat(refusal(() -> client.execute(SendChatAction.builder().chatId(dm.id()).action("dancing").build())))
                .contains("wrong parameter action");
    }

    @Test
    void commandsAreListedByScopeAndLanguage() throws TelegramApiException {
        client.execute(commands("ask", "zh"));
        assertThat(server.commands("all_private_chats", "zh")).containsExactly("ask");
        assertThat(server.commands("all_private_chats", "")).isEmpty();
        var there = client.execute(
                GetMyCommands.builder().scope(new BotCommandScopeAllPrivateChats()).languageCode("zh").build());
        assertThat(there).extracting(BotCommand::getCommand).containsExactly("ask");
        assertThat(client.execute(GetMyCommands.builder().scope(new BotCommandScopeDefault()).build())).isEmpty();
    }

    @Test
    void aLanguageHasTwoLetters() throws TelegramApiException {
        assertThat(refusal(() -> client.execute(commands("ask", "zh-hans")))).contains("invalid language code");
        assertThat(refusal(() -> client.execute(commands("Ask!", "zh")))).contains("BOT_COMMAND_INVALID");
    }
}
