package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.picture.Pictures;
import dev.pilcrow.search.Samples;
import dev.pilcrow.store.Store;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows of Telegram is what the bot says there.
@Timeout(120)
class TelegramPictureTest {

    private static final List<String> QUESTIONS = List.of("深度求索的创始人是谁？", "谁说“你无法真正做到技术封锁”？",
            "When was DeepSeek founded?");

    @Test
    void thePictureShowsWhatTheBotSays(@TempDir Path folder) throws IOException {
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder)
                .respondent(TelegramPictureTest::desk))) {
            Account li = talk.server.person("李雷", "zh-hans");
            Chat chat = talk.server.dm(li);
            for (String question : QUESTIONS) {
                int said = chat.botMessages().size();
                li.says(chat, question);
                await().atMost(TelegramTalk.LONG).until(() -> chat.botMessages().size() > said);
                talk.awaitDone(TelegramTalk.LONG);
            }
            assertThat(talk.server.violations()).isEmpty();
            Pictures.demand("telegram.svg", TelegramPicture.of(talk.server.bot().firstName(),
                    Objects.requireNonNull(talk.server.bot().username()), chat.messages()), getClass());
        }
    }

    private static Respondent desk(Store store) {
        return new Desk(new Shelf(Samples.BUILT_IN, "article.txt", store.articles()),
                Talk.CONVERSATIONS.remembering(store.turns(), InstantSource.system()), Wordings.packaged(), store,
                _ -> TestScreen.of(TelegramLimits.TEXT));
    }
}
