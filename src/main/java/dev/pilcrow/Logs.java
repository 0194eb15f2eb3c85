package dev.pilcrow;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/// What of the logs is shown: nothing while one command runs, a line for each event while a bot does. Libraries are heard
/// when they warn, but for those that warn of every cut in the network and of all that strangers send.
final class Logs {

    private static final Map<String, Level> LEVELS = Map.of("", Level.WARNING, "dev.pilcrow", Level.INFO,
            "org.telegram",
            Level.OFF, "okhttp3", Level.OFF, "org.eclipse.jetty", Level.SEVERE, "ai.djl", Level.OFF,
            "org.apache.lucene", Level.SEVERE);
    /// Kept, as a logger that nobody keeps forgets its level.
    private static final List<Logger> LOGGERS = LEVELS.keySet().stream().map(Logger::getLogger).toList();

    private Logs() {
    }

    static void silent() {
        LogManager.getLogManager().reset(); // the libraries talk of graphics cards and vector units
    }

    /// Shows the lines of a bot from now on, and the end of a thread that nobody caught.
    ///
    /// @param form how lines are written
    /// @param secrets what no line may show
    static void forBot(LogForm form, Collection<Secret> secrets, PrintStream out) {
        silent();
        LOGGERS.forEach(logger -> logger.setLevel(LEVELS.get(logger.getName())));
        LOGGERS.stream().filter(logger -> logger.getName().isEmpty())
                .forEach(root -> root.addHandler(new LineHandler(form, new Redactor(secrets), out)));
        Logger threads = Logger.getLogger(Thread.class.getName());
        Thread.setDefaultUncaughtExceptionHandler(
                (_, failure) -> threads.log(Level.SEVERE, "thread ended", failure));
    }
}
