package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Where a bot may write, and how it is told that it no longer may.
class MembersTest extends WithServer {

    @Test
    void aBlockedBotCannotWriteAndIsToldSo() throws TelegramApiException {
        alice.blocks();
        var update = client.newest().getMyChatMember();
        assertThat(update.getNewChatMember().getStatus()).isEqualTo("kicked");
        assertThat(update.getChat().getId()).isEqualTo(alice.id());
        assertThat(refusal(() -> client.send(dm, "hello"))).isEqualTo("403 Forbidden: bot was blocked by the user");
        alice.unblocks();
        assertThat(client.newest().getMyChatMember().getNewChatMember().getStatus()).isEqualTo("member");
        assertThat(refusal(() -> client.send(dm, "hello"))).isEqualTo("done");
    }

    @Test
    void aKickedBotCannotWriteAndIsToldSo() throws TelegramApiException {
        Chat group = server.supergroup("Readers");
        group.kicksBot(alice);
        assertThat(client.updates(0)).hasSize(1);
        assertThat(client.newest().getMyChatMember().getNewChatMember().getStatus()).isEqualTo("kicked");
        assertThat(refusal(() -> client.send(group, "hello")))
                .isEqualTo("403 Forbidden: bot was kicked from the supergroup chat");
        alice.says(group, "/ask anybody?");
        assertThat(server.pending()).isEqualTo(1);
    }

    @Test
    void aBotThatIsLetInIsToldSo() throws TelegramApiException {
        Chat group = server.strangeGroup("Readers");
        assertThat(refusal(() -> client.send(group, "hello")))
                .isEqualTo("403 Forbidden: bot is not a member of the supergroup chat");
        group.addsBot(alice);
        var updates = client.updates(0);
        assertThat(updates.getFirst().getMyChatMember().getOldChatMember().getStatus()).isEqualTo("left");
        assertThat(updates.get(1).getMessage().getNewChatMembers()).hasSize(1);
        assertThat(refusal(() -> client.send(group, "hello"))).isEqualTo("done");
    }

    @Test
    void chatsAndPeopleCanBeGone() throws TelegramApiException {
        Chat group = server.supergroup("Readers");
        group.vanishes();
        assertThat(refusal(() -> client.send(group, "hello"))).isEqualTo("400 Bad Request: chat not found");
        alice.leavesTelegram();
        assertThat(refusal(() -> client.send(dm, "hello"))).isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void aGroupThatBecomesASupergroupTellsItsNewNumber() throws TelegramApiException {
        Chat group = server.group("Readers");
        Chat supergroup = group.migrates(alice);
        var updates = client.updates(0);
        assertThat(updates.getFirst().getMessage().getMigrateToChatId()).isEqualTo(supergroup.id());
        assertThat(updates.getFirst().getMessage().getChatId()).isEqualTo(group.id());
        assertThat(updates.get(1).getMessage().getMigrateFromChatId()).isEqualTo(group.id());
        assertThat(updates.get(1).getMessage().getChatId()).isEqualTo(supergroup.id());
        var refused = catchThrowableOfType(TelegramApiRequestException.class, () -> client.send(group, "hello"));
        assertThat(refused.getErrorCode()).isEqualTo(400);
        assertThat(refused.getParameters().getMigrateToChatId()).isEqualTo(supergroup.id());
        assertThat(refusal(() -> client.send(supergroup, "hello"))).isEqualTo("done");
    }

    @Test
    void theBotLeavesAndAsksAboutChats() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        Chat group = channel.discussion();
        var full = client.execute(GetChat.builder().chatId(group.id()).build());
        assertThat(full.getLinkedChatId()).isEqualTo(channel.id());
        client.execute(LeaveChat.builder().chatId(group.id()).build());
        assertThat(refusal(() -> client.send(group, "hello"))).startsWith("403");
    }
}
