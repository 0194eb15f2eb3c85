package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Platform;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.inbox.Journal;
import dev.pilcrow.limits.Limits;
import dev.pilcrow.model.CallJournal;
import dev.pilcrow.ops.Meters;
import dev.pilcrow.ops.Preparation;
import dev.pilcrow.ops.Pseudonyms;
import dev.pilcrow.ops.QuestionLog;
import dev.pilcrow.slack.SlackLimits;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.web.Hook;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.PortTakenException;
import dev.pilcrow.web.WebServer;
import dev.pilcrow.wording.ArticleWording;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Links;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import dev.pilcrow.wording.UnavailableException;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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

    private static final InstantSource CLOCK = InstantSource.system();
    /// Within this time after it is asked to, the process ends, whatever hangs.
    private static final Duration LONGEST_END = Duration.ofSeconds(19);
    /// Before it is tried again to make the article ready for questions.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    /// Serves readers until the process is asked to end.
    ///
    /// @param conversations opens them, when it is told what keeps a journal of the model's calls
    /// @throws UnavailableException when the database may be had later
    void run(Function<CallJournal, Conversations> conversations) throws BadUseException, UnavailableException {
        Logs.forBot(config.log().form(), config.secrets(), output.err());
        Article article = articles.named(Optional.empty());
        Ending ending = Ending.within(LONGEST_END);
        // Beside the opening of the store, as both take their time.
        CompletableFuture<Meters> begun = CompletableFuture.supplyAsync(() -> new Meters(Main.version()));
        try (Store store = open(Store::open); Meters meters = begun.join()) {
            serve(article, conversations.apply(journal(meters)).remembering(store.turns(), CLOCK), store, meters,
                    ending);
        }
    }

    private void serve(Article article, Conversations about, Store store, Meters meters, Ending ending)
            throws BadUseException, UnavailableException {
        List<Served> served = new Platforms(config, wordings, language, slack, new StoredDuties(store)).open();
        Bulletin bulletin = new Bulletin(wordings.in(language), output, config.log().form());
        List<Platform> platforms = served.stream().map(Served::platform).toList();
        Map<String, Platform> named = platforms.stream().collect(Collectors.toMap(Platform::name, Function.identity()));
        meters.watchCaches(about::figures);
        meters.watchClaims(about::claims);
        meters.watchBacklog(store.inbox()::backlog, CLOCK);
        Shelf shelf = new Shelf(article, config.article().orElse(ArticleReader.BUILT_IN), store.articles());
        Desk desk = new Desk(shelf, about, wordings.linking(links()), store,
                platform -> named.getOrDefault(platform, platforms.getFirst()));
        Journal journal = Journal.both(meters.questions(platforms), questionLog(store));
        try (Preparation ready = Preparation.begin("article", () -> about.open(article), PAUSE);
                Inbox inbox = new Inbox(store, platforms, desk, limits(store), CLOCK, journal);
                Upkeep _ = new Upkeep(store, shelf, desk, config.kept()).start();
                Store reading = open((url, _) -> store.reading(url));
                WebServer _ = listen(served,
                        new Site(store, reading, served, inbox, ready, shelf, wordings, meters).pages(), bulletin)) {
            inbox.start();
            served.forEach(one -> one.platform().start(inbox));
            bulletin.tell(Phrase.SERVE_STARTED, ArticleWording.title(article));
            bulletin.watch(served, ending);
            served.forEach(one -> one.platform().stop());
            bulletin.tell(Phrase.SERVE_ENDING);
        } finally {
            served.forEach(one -> one.platform().close());
        }
    }

    private Links links() {
        return config.http().publicUrl().map(Links::at).orElseGet(Links::none);
    }

    /// Counted together with other processes where there may be some.
    private static Limits limits(Store store) {
        return store.limits().map(Limits::new).orElseGet(() -> new Limits(CLOCK));
    }

    private CallJournal journal(Meters meters) {
        return config.model().isPresent() ? meters.model(config.price()) : CallJournal.NONE;
    }

    private Journal questionLog(Store store) {
        QuestionLog log = new QuestionLog(new Pseudonyms(config.secrets()));
        return config.log().texts() ? log.withTexts(store.answers()::find) : log;
    }

    /// The bot's own port. When nobody needs it, the bot does without one that is taken.
    private @Nullable WebServer listen(List<Served> served, List<Page> pages, Bulletin bulletin)
            throws BadUseException {
        List<Hook> hooks = served.stream().flatMap(one -> one.hooks().stream()).toList();
        HttpConfig http = config.http();
        List<Page> shown = pages.stream()
                .filter(page -> page.access() == Page.Access.ANYBODY || http.knowsOperator(!hooks.isEmpty()))
                .toList();
        try {
            return WebServer.start(http.host(), http.port(), hooks, shown, http.admin().orElse(null));
        } catch (PortTakenException taken) {
            if (!hooks.isEmpty() || http.isSet() || http.publicUrl().isPresent()) {
                throw new BadUseException(Phrase.PORT_TAKEN, taken.port());
            }
            bulletin.tell(Phrase.PORT_PASSED_OVER, taken.port());
            return null;
        }
    }

    /// A way of opening the store.
    @FunctionalInterface
    private interface Opening {
        Store open(Secret url, InstantSource clock) throws StoreException;
    }

    private Store open(Opening opening) throws BadUseException, UnavailableException {
        try {
            return opening.open(config.store().url().orElseThrow(), CLOCK);
        } catch (StoreException problem) {
            Remark told = config.store().told(problem.problem());
            if (problem.problem().mayPass()) {
                throw new UnavailableException(told);
            }
            throw new BadUseException(told);
        }
    }
}
