package dev.pilcrow;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.evaluation.Bench;
import dev.pilcrow.prompts.PromptFolder;
import dev.pilcrow.slack.SlackLimits;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import dev.pilcrow.wording.UnavailableException;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The program: it puts the parts together and runs one command.
///
/// Exit codes: 0 done or answered, 1 failed, 2 the operator has to change something, 3 declined. A bot whose database cannot
/// be reached or is in use has failed, as whoever starts it again may find it there. On 1 and 2 nothing is written to the
/// output, and one sentence to the error output; `doctor` writes what it found to the output all the same.
public final class Main {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USE = 2;
    private static final int DECLINED = 3;

    private final Config config;
    private final List<Remark> problems;
    private final Articles articles;
    private final Answerers answerers;
    private final Wordings wordings;
    private final ReaderLanguage language;
    private final Output output;
    private final SlackLimits slack;

    private Main(Config config, List<Remark> problems, Wordings wordings, ReaderLanguage language, Output output,
            SlackLimits slack) {
        this.config = config;
        this.problems = List.copyOf(problems);
        this.articles = new Articles(config);
        this.answerers = new Answerers(config);
        this.wordings = wordings;
        this.language = language;
        this.output = output;
        this.slack = slack;
    }

    public static void main(String[] words) {
        Logs.silent();
        System.exit(run(words, System.getenv(), Output.standard(), SlackLimits.usual()));
    }

    /// @param slack how fast Slack takes messages
    static int run(String[] words, Map<String, String> environment, Output output, SlackLimits slack) {
        ReaderLanguage language = ReaderLanguage.ofEnvironment(environment);
        Wordings wordings = Wordings.packaged();
        try {
            Command command = Command.of(words);
            List<Remark> problems = new ArrayList<>();
            Config config = Config.read(environment, Path.of(""), problems);
            if (!(command instanceof Command.Check)) {
                wordings = wordings(config, problems, wordings);
            }
            int exit = new Main(config, problems, wordings, language, output, slack).run(command);
            if (output.out().checkError()) {
                output.complain(wordings.in(language).say(Phrase.FAILURE_OUTPUT));
                return FAILED;
            }
            return exit;
        } catch (BadUseException wrong) {
            output.complain(wordings.in(language).say(wrong.remark()));
            return BAD_USE;
        } catch (UnavailableException missing) {
            output.complain(wordings.in(language).say(missing.remark()));
            return FAILED;
        } catch (IOException | RuntimeException | Error failure) {
            output.complain(wordings.in(language).say(Phrase.FAILURE, failure.getClass().getSimpleName()));
            return FAILED;
        }
    }

    /// The words that the operator has set, when the settings are right.
    private static Wordings wordings(Config config, List<Remark> problems, Wordings packaged) throws BadUseException {
        Optional<BadUseException> wrong = Config.wrong(problems);
        if (wrong.isPresent()) {
            throw wrong.get();
        }
        return config.prompts().isPresent() ? Wordings.read(new PromptFolder(config.prompts())) : packaged;
    }

    private int run(Command command) throws BadUseException, UnavailableException, IOException {
        return switch (command) {
            case Command.Chat _ -> {
                if (config.isBot()) {
                    new ServeCommand(config, articles, wordings, language, output, slack)
                            .run(answerers.journaled(true));
                } else {
                    new ChatCommand(articles, wordings, language, output).run(answerers.plain(true));
                }
                yield DONE;
            }
            case Command.Ask ask ->
                new AskCommand(articles, wordings, language, output).run(ask, answerers.plain(false)) ? DONE : DECLINED;
            case Command.Evaluate evaluate -> {
                new EvaluateCommand(articles, wordings, language, output).run(evaluate, answerers.plain(false));
                yield DONE;
            }
            case Command.Check _ ->
                new DoctorCommand(config, problems, wordings.in(language), output).run() ? DONE : FAILED;
            case Command.OfStore stored -> {
                new StoreCommand(config.store(), wordings.in(language), output).run(stored);
                yield DONE;
            }
            case Command.Measure measure -> Bench.run(output.out(), System.err,
                    measure.quick() ? Bench.Effort.QUICK : Bench.Effort.FULL);
            case Command.Refit refit -> new RefitCommand(answerers::search, output).run(refit);
            case Command.Help _ -> say(Phrase.USAGE);
            case Command.Version _ -> say(Phrase.VERSION, version());
        };
    }

    static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "0");
    }

    private int say(Phrase phrase, Object... values) {
        output.out().println(wordings.in(language).say(phrase, values));
        return DONE;
    }
}
