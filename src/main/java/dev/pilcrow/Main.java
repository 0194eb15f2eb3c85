package dev.pilcrow;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.UnreadableArticleException;
import dev.pilcrow.chat.Message;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Reply;
import dev.pilcrow.evaluation.Bench;
import dev.pilcrow.evaluation.Fit;
import dev.pilcrow.evaluation.Prediction;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import dev.pilcrow.terminal.TerminalKeyboard;
import dev.pilcrow.terminal.TerminalPipe;
import dev.pilcrow.terminal.TerminalPlatform;
import dev.pilcrow.terminal.TerminalReceiver;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.ReaderLanguage;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.LogManager;

/// The program: it puts the parts together and runs one command.
///
/// Exit codes: 0 done or answered, 1 failed, 2 the operator has to change something, 3 declined. On 1 and 2 nothing is
/// written to the output, and one sentence to the error output.
public final class Main {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USE = 2;
    private static final int DECLINED = 3;

    private final Config config;
    private final Articles articles;
    private final Wordings wordings;
    private final ReaderLanguage language;
    private final Output output;

    private Main(Config config, Wordings wordings, ReaderLanguage language, Output output) {
        this.config = config;
        this.articles = new Articles(config);
        this.wordings = wordings;
        this.language = language;
        this.output = output;
    }

    public static void main(String[] words) {
        LogManager.getLogManager().reset(); // the libraries talk of graphics cards and vector units
        System.exit(run(words, System.getenv(), Output.standard()));
    }

    private static int run(String[] words, Map<String, String> environment, Output output) {
        ReaderLanguage language = ReaderLanguage.ofEnvironment(environment);
        Wordings wordings = Wordings.packaged();
        try {
            Config config = Config.read(environment, Path.of(""));
            if (config.prompts().isPresent()) {
                wordings = Wordings.read(config.prompts());
            }
            int exit = new Main(config, wordings, language, output).run(Command.of(words));
            if (output.out().checkError()) {
                output.complain(wordings.in(language).say(Phrase.FAILURE_OUTPUT));
                return FAILED;
            }
            return exit;
        } catch (BadUseException wrong) {
            output.complain(wordings.in(language).say(wrong.remark()));
            return BAD_USE;
        } catch (IOException | RuntimeException | Error failure) {
            output.complain(wordings.in(language).say(Phrase.FAILURE, failure.getClass().getSimpleName()));
            return FAILED;
        }
    }

    private int run(Command command) throws BadUseException, IOException {
        return switch (command) {
            case Command.Chat _ -> chat();
            case Command.Ask ask -> ask(ask);
            case Command.Evaluate evaluate -> {
                new EvaluateCommand(articles, wordings, language, output).run(evaluate, this::conversations);
                yield DONE;
            }
            case Command.Measure measure -> Bench.run(output.out(), System.err,
                    measure.quick() ? Bench.Effort.QUICK : Bench.Effort.FULL);
            case Command.Refit refit -> refit(refit);
            case Command.Help _ -> say(Phrase.USAGE);
            case Command.Version _ -> say(Phrase.VERSION,
                    Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "0"));
        };
    }

    private int chat() throws BadUseException, IOException {
        Article article = articles.named(Optional.empty());
        boolean person = output.terminals().in() && output.terminals().out();
        try (TerminalReceiver reader = person ? TerminalKeyboard.open() : TerminalPipe.standard(output.out())) {
            new TerminalPlatform(article, () -> conversations().open(article), wordings, language, reader).run();
        }
        return DONE;
    }

    private int ask(Command.Ask ask) throws BadUseException {
        if (ask.question().isBlank()) {
            throw new BadUseException(Phrase.USE_QUESTION);
        }
        if (ask.question().length() > Conversation.LONGEST_QUESTION) {
            throw new BadUseException(Phrase.DECLINED_TOO_LONG, Conversation.LONGEST_QUESTION);
        }
        Article article = articles.named(ask.article());
        Reply reply = conversations().open(article).ask(ask.question());
        Wording wording = wordings.in(ReaderLanguage.of(ask.question(), language));
        Message message = new AnswerWording(wording).message(reply.answer(), article);
        Prediction prediction = Prediction.of(reply, message.text());
        if (ask.json()) {
            output.out().println(prediction.json());
        } else {
            output.print(message);
        }
        return prediction.answered() ? DONE : DECLINED;
    }

    private int refit(Command.Refit refit) throws BadUseException, IOException {
        try {
            return switch (refit.what()) {
                case MAPS -> Fit.maps(refit.data(), refit.output(), refit.holdOut(), System.err);
                case WEIGHTS -> Fit.weights(search(), refit.data(), refit.output(), System.err);
                case CHECK -> Fit.check(search(), refit.data(), output.out(), System.err);
            };
        } catch (NoSuchFileException missing) {
            throw new BadUseException(Phrase.QUESTIONS_MISSING, missing.getFile());
        } catch (UnreadableArticleException unreadable) {
            throw new BadUseException(Phrase.ARTICLE_NOT_TEXT, unreadable.file());
        }
    }

    private Search search() {
        return new Search(new VectorStore(config.cache()));
    }

    private Conversations conversations() {
        return new Conversations(search(), new Composer());
    }

    private int say(Phrase phrase, Object... values) {
        output.out().println(wordings.in(language).say(phrase, values));
        return DONE;
    }
}
