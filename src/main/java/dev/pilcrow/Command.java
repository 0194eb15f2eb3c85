package dev.pilcrow;

import dev.pilcrow.evaluation.Fit;
import dev.pilcrow.insights.Period;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Excerpt;
import dev.pilcrow.wording.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// What the words of the command line ask for.
sealed interface Command {

    /// The most characters of an unknown word that are repeated.
    int WORD = 60;

    /// Talk to a reader.
    record Chat() implements Command {
    }

    /// Answer one question.
    record Ask(String question, Optional<String> article, boolean json) implements Command {
    }

    /// Answer a file of questions and score the answers.
    record Evaluate(Path questions, Optional<String> article, Optional<Path> output) implements Command {
    }

    /// Check what must be right.
    record Check() implements Command {
    }

    /// Compare speed and memory with LangChain4j's recipe.
    record Measure(boolean quick) implements Command {
    }

    /// Make again what was learnt from data.
    ///
    /// @param what the maps between the embedding spaces, the weights of the answers, or a check of these on titles left out
    record Refit(Part what, Path data, Path output, Optional<Fit.HoldOut> holdOut) implements Command {

        /// What can be made again.
        enum Part {
            MAPS, WEIGHTS, CHECK
        }
    }

    /// Something about the database of a bot, which may be running meanwhile.
    sealed interface OfStore extends Command {
    }

    /// Write all that the database keeps into a file.
    ///
    /// @param replacing may it take the place of another?
    record BackUp(Path file, boolean replacing) implements OfStore {
    }

    /// Put what was written so into an empty database.
    record Restore(Path file) implements OfStore {
    }

    /// Remove everything that is kept of a person.
    record Forget(String platform, String person) implements OfStore {

        private static final Pattern PLATFORM = Pattern.compile("telegram|slack");
        private static final Pattern PERSON = Pattern.compile("-?[0-9A-Za-z]{1,40}");
    }

    /// Tell what readers asked lately.
    ///
    /// @param article the start of an article's id
    /// @param csv as a table?
    record Insights(int days, Optional<String> article, boolean csv) implements OfStore {
    }

    /// Tell how to use the command line.
    record Help() implements Command {
    }

    /// Tell the version.
    record Version() implements Command {
    }

    /// Reads the words of the command line.
    ///
    /// @throws BadUseException when they are no command
    static Command of(String... words) throws BadUseException {
        ParseResult line = parse(words);
        if (line.hasMatchedOption("--version")) {
            return new Version();
        }
        if (asksForHelp(line)) {
            return new Help();
        }
        if (!line.hasSubcommand()) {
            return new Chat();
        }
        ParseResult command = line.subcommand();
        List<String> given = command.matchedPositionalValue(0, List.<String>of());
        return switch (command.commandSpec().name()) {
            case "ask" ->
                new Ask(String.join(" ", given), option(command, "--article"), command.hasMatchedOption("--json"));
            case "eval" -> evaluate(command, given);
            case "doctor" -> new Check();
            case "insights" -> insights(command);
            case "bench" -> new Measure(command.hasMatchedOption("--quick"));
            case "backup" -> new BackUp(file(given, Phrase.USE_BACKUP), command.hasMatchedOption("--force"));
            case "restore" -> new Restore(file(given, Phrase.USE_RESTORE));
            case "forget" -> forget(given);
            case "fit" -> refit(command, given);
            default -> throw new IllegalStateException(command.commandSpec().name());
        };
    }

    private static Command evaluate(ParseResult command, List<String> given) throws BadUseException {
        if (given.size() != 1) {
            throw new BadUseException(Phrase.USE_QUESTIONS);
        }
        return new Evaluate(Path.of(given.getFirst()), option(command, "--article"),
                option(command, "--output").map(Path::of));
    }

    private static Path file(List<String> given, Phrase otherwise) throws BadUseException {
        if (given.size() != 1 || given.getFirst().isBlank()) {
            throw new BadUseException(otherwise);
        }
        return Path.of(given.getFirst());
    }

    private static Command forget(List<String> given) throws BadUseException {
        if (given.size() != 2 || !Forget.PLATFORM.matcher(given.get(0)).matches()
                || !Forget.PERSON.matcher(given.get(1)).matches()) {
            throw new BadUseException(Phrase.USE_FORGET);
        }
        return new Forget(given.get(0), given.get(1));
    }

    private static Command insights(ParseResult command) throws BadUseException {
        String days = command.matchedOptionValue("--days", String.valueOf(Period.USUAL));
        if (!days.matches("[1-9]\\d{0,3}") || Integer.parseInt(days) > Period.MOST) {
            throw new BadUseException(Phrase.USE_DAYS, Period.MOST);
        }
        return new Insights(Integer.parseInt(days), option(command, "--article"), command.hasMatchedOption("--csv"));
    }

    private static Optional<String> option(ParseResult command, String name) {
        return Optional.ofNullable(command.matchedOptionValue(name, null));
    }

    private static Command refit(ParseResult command, List<String> given) throws BadUseException {
        Refit.Part part = given.size() != 1 ? null : switch (given.getFirst()) {
            case "maps" -> Refit.Part.MAPS;
            case "weights" -> Refit.Part.WEIGHTS;
            case "check" -> Refit.Part.CHECK;
            default -> null;
        };
        if (part == null) {
            throw new BadUseException(Phrase.USE_FIT);
        }
        String usual = part == Refit.Part.MAPS ? "src/main/resources/search" : "src/main/resources/answer";
        String holdOut = command.matchedOptionValue("--hold-out", "");
        try {
            return new Refit(part, Path.of(command.matchedOptionValue("--data", "src/evaluation")),
                    Path.of(command.matchedOptionValue("--output", usual)),
                    holdOut.isEmpty() ? Optional.empty() : Optional.of(Fit.HoldOut.parse(holdOut)));
        } catch (IllegalArgumentException wrong) {
            throw new BadUseException(Phrase.USE_HOLD_OUT);
        }
    }

    private static boolean asksForHelp(ParseResult line) {
        return line.hasMatchedOption("--help") || (line.hasSubcommand() && asksForHelp(line.subcommand()));
    }

    private static ParseResult parse(String... words) throws BadUseException {
        CommandSpec pilcrow = CommandSpec.create().name("pilcrow").addOption(help())
                .addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build())
                .addSubcommand("ask",
                        words().addOption(value("--article")).addOption(OptionSpec.builder("--json").build()))
                .addSubcommand("eval", words().addOption(value("--article")).addOption(value("--output")))
                .addSubcommand("backup", words().addOption(OptionSpec.builder("--force").build()))
                .addSubcommand("restore", words()).addSubcommand("forget", words())
                .addSubcommand("doctor", CommandSpec.create().addOption(help()))
                .addSubcommand("insights",
                        CommandSpec.create().addOption(help()).addOption(value("--days")).addOption(value("--article"))
                                .addOption(OptionSpec.builder("--csv").build()))
                .addSubcommand("bench",
                        CommandSpec.create().addOption(help()).addOption(OptionSpec.builder("--quick").build()))
                .addSubcommand("fit", words().addOption(value("--data")).addOption(value("--output"))
                        .addOption(value("--hold-out")));
        try {
            return new CommandLine(pilcrow).setExpandAtFiles(false).parseArgs(words);
        } catch (CommandLine.UnmatchedArgumentException unknown) {
            throw new BadUseException(Phrase.USE_UNKNOWN, Excerpt.of(unknown.getUnmatched().getFirst(), WORD));
        } catch (CommandLine.MissingParameterException missing) {
            throw new BadUseException(Phrase.USE_VALUE, name(missing.getMissing().getFirst()));
        } catch (CommandLine.OverwrittenOptionException twice) {
            throw new BadUseException(Phrase.USE_TWICE, name(twice.getOverwritten()));
        } catch (CommandLine.ParameterException wrong) {
            throw new BadUseException(Phrase.USE_WRONG);
        }
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : "";
    }

    private static CommandSpec words() {
        return CommandSpec.create().addOption(help())
                .addPositional(PositionalParamSpec.builder().index("0..*").arity("0..*").type(List.class)
                        .auxiliaryTypes(String.class).build());
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help").usageHelp(true).build();
    }

    private static OptionSpec value(String name) {
        return OptionSpec.builder(name).type(String.class).arity("1").build();
    }
}
