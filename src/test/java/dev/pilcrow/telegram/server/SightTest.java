package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/// What a bot is told of in a group, and under whose name.
class SightTest extends WithServer {

    private final Chat group = server.supergroup("Readers");

    private List<String> told() throws TelegramApiException {
        return client.updates(-100).stream().map(update -> update.getMessage().getText()).toList();
    }

    @Test
    void withPrivacyTheBotSeesInGroupsOnlyWhatIsMeantForIt() throws TelegramApiException {
        alice.says(group, "among ourselves");
        alice.says(group, "/ask Who was he?");
        alice.says(group, "/ask@pilcrow_bot Who was she?");
        alice.says(group, "/ask@other_bot Who were they?");
        alice.says(group, "Do you know, @pilcrow_bot?");
        alice.says(group, "Pilcrow, do you?", server.bot());
        alice.says(group, "Ask @other_bot");
        ChatMessage answer = said(group, "A foundling.");
        alice.replies(answer, "Whose?");
        alice.replies(alice.says(group, "I wonder"), "So do I");
        alice.saysVia(server.bot(), group, "by way of the bot");
        assertThat(told()).containsExactly("/ask Who was he?", "/ask@pilcrow_bot Who was she?",
                "Do you know, @pilcrow_bot?", "Pilcrow, do you?", "Whose?", "by way of the bot");
    }

    @Test
    void anAdministratorSeesEverything() throws TelegramApiException {
        group.promotesBot(alice);
        client.newest();
        alice.says(group, "among ourselves");
        assertThat(client.newest().getMessage().getText()).isEqualTo("among ourselves");
    }

    @Test
    void inPrivateChatsItSeesPicturesVoicesAndStickers() throws TelegramApiException {
        alice.sendsPhoto(dm, "What is this?");
        alice.sendsVoice(dm);
        alice.sendsSticker(dm);
        var updates = client.updates(0);
        assertThat(updates.getFirst().getMessage().getCaption()).isEqualTo("What is this?");
        assertThat(updates.getFirst().getMessage().getPhoto()).hasSize(1);
        assertThat(updates.get(1).getMessage().hasVoice()).isTrue();
        assertThat(updates.get(2).getMessage().hasSticker()).isTrue();
    }

    @Test
    void aCaptionNamesTheBotToo() throws TelegramApiException {
        alice.sendsPhoto(group, "@pilcrow_bot what is this?");
        assertThat(client.newest().getMessage().getCaptionEntities()).hasSize(1);
    }

    @Test
    void anonymousAdministratorsAndChannelsWriteUnderBorrowedNames() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        server.anonymousAdministrator(group).says(group, "/ask Who was he?");
        var message = client.newest().getMessage();
        assertThat(message.getFrom().getUserName()).isEqualTo("GroupAnonymousBot");
        assertThat(message.getFrom().getIsBot()).isTrue();
        assertThat(message.getSenderChat().getId()).isEqualTo(group.id());
        server.channelIdentity(channel).says(group, "/ask Who was she?");
        message = client.newest().getMessage();
        assertThat(message.getFrom().getId()).isEqualTo(136_817_688);
        assertThat(message.getSenderChat().getId()).isEqualTo(channel.id());
    }

    @Test
    void otherBotsAreToldApart() throws TelegramApiException {
        server.otherBot("other_bot").says(group, "/ask Who was he?");
        assertThat(client.newest().getMessage().getFrom().getIsBot()).isTrue();
    }

    @Test
    void aMessageThatIsSentOnTellsWhereItCameFrom() throws TelegramApiException {
        Account bob = server.person("Bob", null);
        alice.forwards(bob.says(group, "Kaspar Hauser was a foundling."), dm);
        assertThat(client.newest().getMessage().getForwardOrigin()).isNotNull();
    }

    @Test
    void withPrivacyAChannelsPostIsSeenOnlyInAReplyToIt() throws TelegramApiException {
        Chat channel = server.channel("The Paper");
        Chat comments = channel.discussion();
        channel.post("Kaspar Hauser was a foundling.");
        assertThat(server.pending()).isZero();
        alice.replies(comments.last(), "/ask Is that so?");
        var comment = client.newest().getMessage();
        assertThat(comment.getReplyToMessage().getText()).isEqualTo("Kaspar Hauser was a foundling.");
        assertThat(comment.getReplyToMessage().getIsAutomaticForward()).isTrue();
    }
}
