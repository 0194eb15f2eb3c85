package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.telegram.TelegramLimits;
import dev.pilcrow.telegram.TelegramPlatform;
import dev.pilcrow.telegram.TelegramSettings;
import dev.pilcrow.web.Hook;
import dev.pilcrow.web.PortTakenException;
import dev.pilcrow.web.WebServer;
import dev.pilcrow.wording.ArticleWording;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The command without a name where a platform is set: a bot, until the process is asked to end.
///
/// @param config the platforms, the store and the HTTP port
/// @param articles the article that is asked about
/// @param wordings the words of the answers
/// @param language the operator's
/// @param output for the operator
record ServeCommand(Config config, Articles articles, Wordings wordings, ReaderLanguage language, Output output) {

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    /// Within this time after it is asked to, the process ends, whatever hangs.
    private static final Duration LONGEST_END = Duration.ofSeconds(19);
    private static final Duration LOOK = Duration.ofMillis(250);
    /// So many looks at a platform that has not answered yet before the operator is told.
    private static final int FIRST_SILENCE = 20;
    /// Telegram knows languages by two letters, so Chinese has one list for both its writings.
    private static final Map<String, ReaderLanguage> COMMAND_LANGUAGES = Map.of("", ReaderLanguage.ENGLISH, "zh",
            ReaderLanguage.SIMPLIFIED);

    /// Serves readers until the process is asked to end.
    void run(TelegramAccount account, Supplier<Conversations> conversations) throws BadUseException {
        Logs.forBot(config.secrets(), output.err());
        Article article = articles.named(Optional.empty());
        Ending ending = Ending.within(LONGEST_END);
        try (Store store = open()) {
            Shelf shelf = new Shelf(article, config.article().orElse(ArticleReader.BUILT_IN), store.articles());
            TelegramPlatform telegram = new TelegramPlatform(settings(account));
            Map<String, Platform> platforms = Map.of(telegram.name(), telegram);
            Desk desk = new Desk(shelf,
                    conversations.get().remembering(store.turns(), InstantSource.system()), wordings, store,
                    platform -> platforms.getOrDefault(platform, telegram).longestText());
            Inbox inbox = new Inbox(store, List.copyOf(platforms.values()), desk,
                    new Limits(InstantSource.system()));
            try (telegram; inbox; WebServer _ = listen(account, telegram)) {
                serve(article, telegram, inbox, ending);
            }
        }
    }

    /// Receives until the process is asked to end, and then no more.
    private void serve(Article article, TelegramPlatform telegram, Inbox inbox, Ending ending) {
        inbox.start();
        telegram.start(inbox);
        output.complain(say(Phrase.SERVE_STARTED, ArticleWording.title(article)));
        Health told = Health.SILENT;
        for (int waited = 0; !ending.await(LOOK); waited++) {
            Health health = telegram.health();
            if (health != told || health == Health.SILENT && waited == FIRST_SILENCE) {
                output.complain(say(phrase(health)));
                told = health;
            }
        }
        telegram.stop();
        output.complain(say(Phrase.SERVE_ENDING));
    }

    private static Phrase phrase(Health health) {
        return switch (health) {
            case GOOD -> Phrase.SERVE_GOOD;
            case SILENT -> Phrase.SERVE_SILENT;
            case CONFLICT -> Phrase.SERVE_CONFLICT;
            case REFUSED -> Phrase.SERVE_REFUSED;
        };
    }

    private String say(Phrase phrase, Object... values) {
        return wordings.in(language).say(phrase, values);
    }

    private TelegramSettings settings(TelegramAccount account) {
        Map<String, List<TelegramSettings.Command>> commands = new LinkedHashMap<>();
        COMMAND_LANGUAGES.forEach((code, spoken) -> commands.put(code,
                new ChatWording(wordings.in(spoken)).commands().entrySet().stream()
                        .map(command -> new TelegramSettings.Command(command.getKey(), command.getValue())).toList()));
        return new TelegramSettings(account.token(), account.api(), account.webhook()
                .map(webhook -> new TelegramSettings.Webhook(webhook.address(), webhook.secret())).orElse(null),
                commands, TelegramLimits.usual(), InstantSource.system());
    }

    /// The bot's own port; none when nobody calls.
    private @Nullable WebServer listen(TelegramAccount account, TelegramPlatform telegram) throws BadUseException {
        if (account.webhook().isEmpty()) {
            return null;
        }
        TelegramAccount.Webhook webhook = account.webhook().get();
        try {
            return WebServer.start(config.http().host(), config.http().port(),
                    List.of(new Hook(webhook.path(), SECRET_HEADER, webhook.secret(), telegram::receive)));
        } catch (PortTakenException taken) {
            throw new BadUseException(Phrase.PORT_TAKEN, taken.port());
        }
    }

    private Store open() throws BadUseException {
        try {
            return Store.open(config.store().url().orElseThrow(), InstantSource.system());
        } catch (StoreException problem) {
            throw new BadUseException(config.store().told(problem.problem()));
        }
    }
}
