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
import dev.pilcrow.slack.SlackLimits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.web.Hook;
import dev.pilcrow.web.PortTakenException;
import dev.pilcrow.web.WebServer;
import dev.pilcrow.wording.ArticleWording;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The command without a name where a platform is set: a bot, until the process is asked to end.
///
/// @param config the platforms, the store and the HTTP port
/// @param articles the article that is asked about
/// @param wordings the words of the answers
/// @param language the operator's
/// @param output for the operator
/// @param slack how fast Slack takes messages
record ServeCommand(Config config, Articles articles, Wordings wordings, ReaderLanguage language, Output output,
        SlackLimits slack) {

    /// Within this time after it is asked to, the process ends, whatever hangs.
    private static final Duration LONGEST_END = Duration.ofSeconds(19);
    private static final Duration LOOK = Duration.ofMillis(250);
    /// So many looks at a platform that has not answered yet before the operator is told.
    private static final int FIRST_SILENCE = 20;

    /// Serves readers until the process is asked to end.
    void run(Supplier<Conversations> conversations) throws BadUseException {
        Logs.forBot(config.secrets(), output.err());
        Article article = articles.named(Optional.empty());
        Ending ending = Ending.within(LONGEST_END);
        List<Served> served = new Platforms(config, wordings, language, slack).open();
        try (Store store = open()) {
            Shelf shelf = new Shelf(article, config.article().orElse(ArticleReader.BUILT_IN), store.articles());
            Map<String, Platform> platforms = served.stream().map(Served::platform)
                    .collect(Collectors.toMap(Platform::name, Function.identity()));
            Desk desk = new Desk(shelf,
                    conversations.get().remembering(store.turns(), InstantSource.system()), wordings, store,
                    platform -> platforms.getOrDefault(platform, served.getFirst().platform()));
            try (Inbox inbox = new Inbox(store, List.copyOf(platforms.values()), desk,
                    new Limits(InstantSource.system()), InstantSource.system());
                    WebServer _ = listen(served)) {
                serve(article, served, inbox, ending);
            }
        } finally {
            served.forEach(one -> one.platform().close());
        }
    }

    /// Receives until the process is asked to end, and then no more.
    private void serve(Article article, List<Served> served, Inbox inbox, Ending ending) {
        inbox.start();
        served.forEach(one -> one.platform().start(inbox));
        output.complain(say(Phrase.SERVE_STARTED, ArticleWording.title(article)));
        Map<Served, Health> told = new HashMap<>();
        for (int looks = 0; !ending.await(LOOK); looks++) {
            for (Served one : served) {
                Health health = one.platform().health();
                if (health != told.getOrDefault(one, Health.SILENT)
                        || health == Health.SILENT && looks == FIRST_SILENCE) {
                    output.complain(say(one, health));
                    told.put(one, health);
                }
            }
        }
        served.forEach(one -> one.platform().stop());
        output.complain(say(Phrase.SERVE_ENDING));
    }

    private String say(Served one, Health health) {
        return switch (health) {
            case GOOD -> say(Phrase.SERVE_GOOD, one.title());
            case SILENT -> say(Phrase.SERVE_SILENT, one.title(), one.api());
            case CONFLICT -> say(Phrase.SERVE_CONFLICT);
            case REFUSED -> say(Phrase.SERVE_REFUSED, one.title(), one.token());
        };
    }

    private String say(Phrase phrase, Object... values) {
        return wordings.in(language).say(phrase, values);
    }

    /// The bot's own port; none when nobody calls.
    private @Nullable WebServer listen(List<Served> served) throws BadUseException {
        List<Hook> hooks = served.stream().flatMap(one -> one.hooks().stream()).toList();
        if (hooks.isEmpty()) {
            return null;
        }
        try {
            return WebServer.start(config.http().host(), config.http().port(), hooks);
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
