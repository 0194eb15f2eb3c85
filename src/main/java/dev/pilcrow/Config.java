package dev.pilcrow;

import dev.pilcrow.answer.ModelComposer;
import dev.pilcrow.model.BrokenPromptException;
import dev.pilcrow.model.ModelPrompts;
import dev.pilcrow.model.ModelSettings;
import dev.pilcrow.ops.Price;
import dev.pilcrow.prompts.PromptFolder;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the operator has set, in the environment or in a `.env` file in the working folder; the environment wins, and
/// what is set to nothing is not set. Immutable.
public final class Config {

    private final Map<String, String> settings;
    private final ModelConfig model;
    private final HttpConfig http;
    private final TelegramConfig telegram;
    private final SlackConfig slack;
    private final StoreConfig store;
    private final LogConfig log;
    private final RetentionConfig retention;

    /// @param folder that which a relative path of the store begins in
    private Config(Map<String, String> settings, Path folder) {
        this.settings = Map.copyOf(settings);
        this.model = ModelConfig.read(settings);
        this.http = HttpConfig.read(settings);
        this.telegram = TelegramConfig.read(settings, http);
        this.slack = SlackConfig.read(settings);
        this.store = StoreConfig.read(settings, folder);
        this.log = LogConfig.read(settings);
        this.retention = RetentionConfig.read(settings);
    }

    /// Reads the settings and checks them all.
    ///
    /// @throws BadUseException naming every setting that is wrong, and the value of none
    public static Config read(Map<String, String> environment, Path folder) throws BadUseException {
        List<Remark> problems = new ArrayList<>();
        Config config = read(environment, folder, problems);
        Optional<BadUseException> wrong = wrong(problems);
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        return config;
    }

    /// What an operator is told of problems; nothing when there are none.
    static Optional<BadUseException> wrong(List<Remark> problems) {
        return problems.stream().reduce((first, next) -> Remark.of(Phrase.CONFIG_TWO, first, next))
                .map(all -> new BadUseException(Phrase.CONFIG_WRONG, all));
    }

    /// Reads the settings, whatever is wrong with them.
    ///
    /// @param problems takes what the operator has to change, naming the settings and the value of none
    static Config read(Map<String, String> environment, Path folder, List<Remark> problems) {
        Map<String, String> settings = new HashMap<>();
        Path file = folder.resolve(".env");
        if (Files.isRegularFile(file)) {
            try {
                problems.addAll(EnvFile.read(file, settings));
            } catch (IOException unreadable) {
                problems.add(Remark.of(Phrase.CONFIG_UNREADABLE));
            }
        }
        settings.putAll(environment);
        settings.values().removeIf(String::isBlank);
        Config config = new Config(settings, folder);
        if (!config.prompts().map(Files::isDirectory).orElse(true)) {
            problems.add(Remark.of(Phrase.CONFIG_NO_FOLDER, "PILCROW_PROMPTS"));
        }
        problems.addAll(config.model.problems());
        problems.addAll(config.telegram.problems());
        problems.addAll(config.slack.problems());
        problems.addAll(config.http.problems());
        problems.addAll(config.store.problems());
        problems.addAll(config.log.problems());
        problems.addAll(config.retention.problems());
        if (config.isBot() && config.store.url().isEmpty()
                && config.store.problems().isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_STORE, StoreConfig.STORE));
        }
        return config;
    }

    /// The file of the article that is asked about when no other is given.
    public Optional<String> article() {
        return Optional.ofNullable(settings.get("PILCROW_ARTICLE"));
    }

    /// The folder whose files replace packaged prompts.
    public Optional<Path> prompts() {
        return Optional.ofNullable(settings.get("PILCROW_PROMPTS")).map(Path::of);
    }

    /// The language model that answers; none when the article's own sentences do.
    public Optional<ModelSettings> model() {
        return model.model();
    }

    /// What the model costs; none when it is not set.
    Optional<Price> price() {
        return model.price();
    }

    /// The log.
    LogConfig log() {
        return log;
    }

    /// Is something wrong with the settings of the model?
    boolean isModelWrong() {
        return !model.problems().isEmpty();
    }

    /// Is it a bot on some platform, rather than a chat in the terminal?
    public boolean isBot() {
        return telegram().isPresent() || slack().isPresent();
    }

    /// How the bot is reached in Slack; none when it is not.
    public Optional<SlackAccount> slack() {
        return slack.slack();
    }

    /// How the bot is reached in Telegram; none when it is not.
    public Optional<TelegramAccount> telegram() {
        return telegram.telegram();
    }

    /// The bot's own HTTP port.
    HttpConfig http() {
        return http;
    }

    /// The database.
    StoreConfig store() {
        return store;
    }

    /// How long what readers wrote is kept.
    Duration kept() {
        return retention.kept();
    }

    /// Does the operator want a database: one is set, or a bot that needs one?
    boolean wantsStore() {
        return isBot() || settings.containsKey(StoreConfig.STORE);
    }

    /// The prompts of the language model.
    ///
    /// @throws BadUseException when one cannot be used
    ModelPrompts modelPrompts() throws BadUseException {
        try {
            return ModelPrompts.read(new PromptFolder(prompts()), ModelComposer.failures());
        } catch (BrokenPromptException broken) {
            throw new BadUseException(Phrase.PROMPTS_BROKEN, broken.file());
        }
    }

    /// Is the token of any platform set?
    boolean hasTokens() {
        return settings.containsKey(TelegramConfig.TOKEN) || settings.containsKey(SlackConfig.TOKEN);
    }

    /// Everything that no log may show.
    List<Secret> secrets() {
        return Secrets.of(settings);
    }

    /// The folder for what can be made again, such as vectors: the one that is set, or else the user's. When that cannot
    /// be written, one among the temporary files.
    public Path cache() {
        return wantedCache().filter(Config::isWritable).orElseGet(
                () -> Path.of(System.getProperty("java.io.tmpdir"), "pilcrow-" + System.getProperty("user.name")));
    }

    /// The folder that is set for it, or else the user's; it may not be writable.
    Optional<Path> wantedCache() {
        return Optional.ofNullable(settings.get("PILCROW_CACHE")).map(Path::of).or(this::usersCache);
    }

    /// The file in which a pause of the model's provider is noted.
    Path pauses() {
        return cache().resolve("model-pause");
    }

    private Optional<Path> usersCache() {
        return Optional.ofNullable(settings.get("XDG_CACHE_HOME")).filter(home -> home.startsWith("/")).map(Path::of)
                .or(() -> Optional.ofNullable(settings.get("HOME")).map(home -> Path.of(home, ".cache")))
                .map(caches -> caches.resolve("pilcrow"));
    }

    private static boolean isWritable(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException unwritable) {
            return false;
        }
    }
}
