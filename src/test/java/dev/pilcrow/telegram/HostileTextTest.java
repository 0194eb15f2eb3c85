package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.Hostile;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.store.Store;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Entity;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.wording.Links;
import dev.pilcrow.wording.Wordings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts that want to act, in an article, its title, questions and names, on the whole way to Telegram.
class HostileTextTest {

    /// What the bot itself may have a tap send.
    private static final Set<String> OWN = Set.of("/start", "/ask", "/article", "/summary", "/passage", "/sources",
            "/reset", "/help");
    private static final String SITE = "https://pilcrow.example";
    private static final Pattern OWN_PAGE = Pattern.compile(SITE + "/a/[0-9a-f]{16}(\\?q=[\\d.-]+#p\\d+)?");
    private static final List<String> ACTING = List.of("mention", "text_mention", "url", "email",
            "hashtag",
            "cashtag", "phone_number");

    private final Random random = new Random(4711);
    private final Hostile hostile = new Hostile(random);
    private int mentions;
    private int links;
    private int ownLinks;
    private int cut;

    @Test
    void nothingThatIsQuotedOrRepeatedActs(@TempDir Path folder) {
        int strings = Effort.of(200, 10_000);
        Article article = hostile.article();
        try (TelegramTalk talk = TelegramTalk.of(Setup.usual().keeping(10_000, 50),
                TelegramTalk.Parts.in(folder).respondent(store -> desk(store, article)))) {
            List<Chat> chats = new ArrayList<>();
            List<Account> people = new ArrayList<>();
            for (int i = 0; i < strings; i++) {
                if (i % 50 == 0) {
                    people.add(talk.server.person(hostile.text(3), "en"));
                    chats.add(talk.server.dm(people.getLast()));
                }
                ask(people.getLast(), chats.getLast(), i);
                if (i % 100 == 99) {
                    talk.awaitDone(Duration.ofSeconds(60));
                }
            }
            talk.awaitDone(Duration.ofSeconds(60));
            chats.stream().flatMap(chat -> chat.botMessages().stream()).forEach(this::look);
            Effort.report(
                    "S5 strings=%d mentions=%d links=%d send_errors=%d cut_graphemes=%d".formatted(strings, mentions,
                            links, talk.server.violations().size() + failures(talk), cut));
            assertThat(talk.server.violations()).isEmpty();
            assertThat(failures(talk)).as("refused").isZero();
            assertThat(chats).allMatch(chat -> !chat.botMessages().isEmpty());
        }
        assertThat(List.of(mentions, links, cut)).containsOnly(0);
        assertThat(ownLinks).as("the article's own page is linked all the same").isPositive();
    }

    /// A question of hostile pieces, and every twelfth time a command that shows the article or repeats what was written.
    private void ask(Account person, Chat chat, int number) {
        person.says(chat, switch (number % 12) {
            case 0 -> "/article";
            case 1 -> "/passage " + (1 + random.nextInt(4));
            case 2 -> "/passage " + hostile.text(2);
            case 3 -> "/summary";
            case 4 -> "/sources";
            case 5 -> "/start";
            case 6 -> "深度求索的创始人是谁？";
            default -> hostile.text(1 + random.nextInt(12)) + "x";
        });
    }

    private static long failures(TelegramTalk talk) {
        return talk.store.inbox().outcomes().entrySet().stream()
                .filter(outcome -> Set.of("apologised", "undeliverable", "illegible").contains(outcome.getKey()))
                .mapToLong(outcome -> outcome.getValue()).sum();
    }

    private void look(ChatMessage message) {
        for (String type : ACTING) {
            int acting = message.marked(type).size();
            if (type.endsWith("mention")) {
                mentions += acting;
            } else {
                links += acting;
            }
        }
        for (Entity link : message.entities().stream().filter(one -> one.type().equals("text_link")).toList()) {
            boolean own = OWN_PAGE.matcher(link.json().path("url").asText()).matches();
            links += own ? 0 : 1;
            ownLinks += own ? 1 : 0;
        }
        links += (int) message.marked("bot_command").stream().filter(command -> !OWN.contains(command)).count();
        cut += Hostile.cut(message.text());
        message.entities().forEach(entity -> cut += Hostile.isWhole(message.text(), entity.offset(),
                entity.offset() + entity.length()) ? 0 : 1);
    }

    private static Respondent desk(Store store, Article article) {
        return new Desk(new Shelf(article, "sample.txt", store.articles()),
                dev.pilcrow.conversation.Talk.CONVERSATIONS.remembering(store.turns(), InstantSource.system()),
                Wordings.packaged().linking(Links.at(URI.create(SITE))), store,
                _ -> TestScreen.of(TelegramLimits.TEXT));
    }
}
