package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.Secret;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.search.Samples;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A bot whose database was lost, and restored, goes on where the backup was taken.
@Timeout(120)
class TelegramKeepingTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String FOUNDER = "深度求索的创始人是谁？";
    private static final String QUOTED = "深度求索创始人梁文锋 视频截图";

    private static Respondent desk(Store store) {
        return new Desk(new Shelf(Samples.BUILT_IN, "article.txt", store.articles()),
                dev.pilcrow.conversation.Talk.CONVERSATIONS.remembering(store.turns(), InstantSource.system()),
                Wordings.packaged(), store, _ -> TestScreen.of(4096));
    }

    private static void replace(Path folder, Path backup) {
        try {
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("pilcrow.db" + end));
            }
            try (Store empty = Store.open(new Secret("jdbc:sqlite:" + folder.resolve("pilcrow.db")),
                    InstantSource.system())) {
                empty.restoration().restore(backup);
            }
        } catch (StoreException unusable) {
            throw new IllegalStateException(unusable);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void anOpenQuestionIsAnsweredOnceAndAnOldButtonOpensItsCitation(@TempDir Path folder) {
        Path backup = folder.resolve("backup");
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder).respondent(TelegramKeepingTest::desk))) {
            Account li = talk.server.person("Li", "zh-hans");
            Chat chat = talk.server.dm(li);
            ChatMessage first = li.says(chat, FOUNDER);
            await().atMost(SOON).until(() -> chat.toString().contains(QUOTED));
            talk.awaitDone(SOON);
            ChatMessage old = first.chat().botMessages().getFirst();
            talk.server.fail("sendMessage", Fault.tooMany(5));
            li.says(chat, "深度求索有多少名员工？");
            await().atMost(SOON).until(() -> talk.store.inbox().waiting() == 1);
            talk.store.backup().write(backup, "1", false);

            talk.restart(() -> replace(folder, backup));

            await().atMost(Duration.ofSeconds(60)).until(() -> chat.botMessages().size() == 2);
            talk.awaitDone(SOON);
            li.presses(old, "[1]");
            await().atMost(SOON).until(() -> old.now().text().contains("¶6"));
            talk.awaitDone(SOON);
            assertThat(chat.botMessages()).as("each question once").hasSize(2);
            assertThat(talk.server.violations()).isEmpty();
        }
    }

    @Test
    void aQuestionThatIsBeingAnsweredEndsWhenAnotherProcessForgetsItsPerson(@TempDir Path folder) throws Exception {
        try (TelegramTalk talk = TelegramTalk.of(TelegramTalk.Parts.in(folder))) {
            Account li = talk.server.person("Li", "zh-hans");
            Chat chat = talk.server.dm(li);
            li.says(chat, "slow one");
            await().atMost(SOON).until(() -> !chat.botMessages().isEmpty());
            try (Store beside = Store.openBeside(new Secret("jdbc:sqlite:" + folder.resolve("pilcrow.db")),
                    InstantSource.system())) {
                beside.people().forget("telegram", Long.toString(li.id()));
            }
            await().atMost(SOON).until(() -> chat.botMessages().getFirst().text().equals("stopped"));
            talk.awaitDone(SOON);
            assertThat(talk.inbox.outcomes()).containsOnlyKeys("forgotten");
            assertThat(talk.store.people().sweep()).isEqualTo(1);
            assertThat(talk.inbox.outcomes()).isEmpty();
        }
    }
}
