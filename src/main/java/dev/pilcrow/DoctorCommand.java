package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.model.Completion;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.model.Fault;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.LanguageModel.Delivery;
import dev.pilcrow.model.ModelCall;
import dev.pilcrow.model.ModelPrompts;
import dev.pilcrow.model.ModelSettings;
import dev.pilcrow.model.Models;
import dev.pilcrow.model.PauseNote;
import dev.pilcrow.prompts.PromptFolder;
import dev.pilcrow.wording.ArticleWording;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The command `doctor`: a line for each thing that must be right, with a remedy where it is not.
///
/// @param config the settings
/// @param problems what is wrong with them
/// @param wording the operator's words
/// @param output for the lines
record DoctorCommand(Config config, List<Remark> problems, Wording wording, Output output) {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final InstantSource CLOCK = InstantSource.system();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    /// @return is everything right?
    boolean run() {
        List<Boolean> good = new ArrayList<>();
        good.add(line(Phrase.DOCTOR_CONFIGURATION, Config.wrong(problems).map(Finding::wrong)
                .orElseGet(() -> Finding.good(Phrase.DOCTOR_CONFIGURATION_GOOD))));
        good.add(line(Phrase.DOCTOR_ARTICLE, article()));
        good.add(line(Phrase.DOCTOR_STORE, store()));
        try {
            Wordings.read(new PromptFolder(config.prompts()));
            ModelPrompts prompts = config.modelPrompts();
            good.add(line(Phrase.DOCTOR_PROMPTS, Finding.good(Phrase.DOCTOR_PROMPTS_GOOD, prompts.hash())));
            if (!config.isModelWrong()) {
                good.add(line(Phrase.DOCTOR_MODEL, model(prompts)));
            }
        } catch (BadUseException wrong) {
            good.add(line(Phrase.DOCTOR_PROMPTS, Finding.wrong(wrong)));
        }
        config.model().flatMap(this::pause)
                .ifPresent(pause -> good.add(line(Phrase.DOCTOR_PAUSE, pause)));
        if (config.isBot() || !config.hasTokens()) {
            good.add(line(Phrase.DOCTOR_TOKENS,
                    Finding.good(config.isBot() ? Phrase.DOCTOR_TOKENS_GOOD : Phrase.DOCTOR_TOKENS_NONE)));
        }
        if (config.wantsStore()) {
            config.store().url().ifPresent(url -> good.add(
                    line(Phrase.DOCTOR_DATABASE, new DatabaseCheck(config.store(), CLOCK).run(url))));
        }
        config.telegram().ifPresent(telegram -> good.add(line(Phrase.DOCTOR_TELEGRAM,
                new TelegramCheck(telegram, CLOCK).run())));
        config.slack().ifPresent(slack -> good.add(line(Phrase.DOCTOR_SLACK, new SlackCheck(slack).run())));
        return !good.contains(false);
    }

    private boolean line(Phrase name, Finding finding) {
        Phrase phrase = finding.good() ? Phrase.DOCTOR_GOOD : Phrase.DOCTOR_BAD;
        output.say(wording.say(phrase, Remark.of(name), finding.told()));
        return finding.good();
    }

    private Finding article() {
        try {
            Article article = new Articles(config).named(Optional.empty());
            return Finding.good(Phrase.DOCTOR_ARTICLE_GOOD, ArticleWording.title(article),
                    article.paragraphs().size());
        } catch (BadUseException wrong) {
            return Finding.wrong(wrong);
        }
    }

    private Finding store() {
        Path folder = config.cache();
        return config.wantedCache().filter(wanted -> !wanted.equals(folder))
                .map(wanted -> Finding.bad(Phrase.DOCTOR_STORE_BAD, wanted, folder))
                .orElseGet(() -> Finding.good(Phrase.DOCTOR_STORE_GOOD, folder));
    }

    /// Asks the model; an answer ends a pause.
    private Finding model(ModelPrompts prompts) {
        if (config.model().isEmpty()) {
            return Finding.good(Phrase.DOCTOR_MODEL_NONE);
        }
        ModelSettings settings = config.model().get();
        LanguageModel model = Models.unguarded(settings, CLOCK);
        long start = System.nanoTime();
        try (ModelCall call = model.open(prompts.check(), Delivery.WHOLE, Deadline.in(LONGEST))) {
            return switch (call.complete()) {
                case Completion.Whole _ -> {
                    note(settings).clear(CLOCK.instant());
                    yield Finding.good(Phrase.DOCTOR_MODEL_GOOD, settings.id(),
                            (System.nanoTime() - start) / 1_000_000);
                }
                case Completion.Failed failed -> Finding.bad(Phrase.DOCTOR_MODEL_BAD, settings.id(),
                        Remark.of(phrase(failed.fault())));
            };
        }
    }

    private PauseNote note(ModelSettings settings) {
        return new PauseNote(config.pauses(), settings.provided(), CLOCK);
    }

    private Optional<Finding> pause(ModelSettings settings) {
        return note(settings).current().map(pause -> Finding.bad(Phrase.DOCTOR_PAUSE_BAD,
                TIME.format(pause.until().atZone(ZoneId.systemDefault())), Remark.of(phrase(pause.fault()))));
    }

    private static Phrase phrase(Fault fault) {
        return switch (fault) {
            case TIMEOUT -> Phrase.FAULT_TIMEOUT;
            case UNREACHABLE -> Phrase.FAULT_UNREACHABLE;
            case KEY_REFUSED -> Phrase.FAULT_KEY_REFUSED;
            case NOT_FOUND -> Phrase.FAULT_NOT_FOUND;
            case BUSY -> Phrase.FAULT_BUSY;
            case PROVIDER_ERROR -> Phrase.FAULT_PROVIDER_ERROR;
            case REQUEST_REFUSED -> Phrase.FAULT_REQUEST_REFUSED;
            case BROKEN_OFF -> Phrase.FAULT_BROKEN_OFF;
            case EMPTY -> Phrase.FAULT_EMPTY;
            case GARBLED -> Phrase.FAULT_GARBLED;
            case TOO_LONG -> Phrase.FAULT_TOO_LONG;
            case RESTING -> Phrase.FAULT_RESTING;
            case STOPPED -> Phrase.FAULT_STOPPED;
        };
    }
}
