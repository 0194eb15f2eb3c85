package dev.pilcrow.evaluation;

import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;

/// A contender in a Java process of its own, from its start to its first answer about the built-in article.
///
/// @param millis from the start of the process to the answer
/// @param heap memory in use after a collection, in MiB
/// @param resident memory of the process after that, in MiB; NaN where the system does not tell
/// @param peak the most it had, in MiB
record FreshStart(double millis, double heap, double resident, double peak) {

    /// Which contender.
    enum Side {
        PILCROW, RECIPE;

        private Contender contender() {
            return switch (this) {
                case PILCROW -> new PilcrowContender(new Search(VectorStore.none(), 0));
                case RECIPE -> new RecipeContender();
            };
        }
    }

    private static final String QUESTION = "深度求索的创始人叫什么?";

    /// The program of the process.
    ///
    /// @param arguments the name of the side
    public static void main(String... arguments) throws IOException {
        LogManager.getLogManager().reset();
        Contender contender = Side.valueOf(arguments[0]).contender();
        contender.index(new ArticleReader().builtIn());
        contender.ask(QUESTION);
        System.out.println("answered");
        System.gc();
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.println(heap / 1048576.0 + " " + status("VmRSS:") + " " + status("VmHWM:"));
    }

    /// A line of Linux's status file of this process, in MiB.
    private static double status(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return Double.NaN;
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findAny()
                .orElse(Double.NaN);
    }

    /// Starts one process and waits for it.
    static FreshStart of(Side side) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED"));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FreshStart.class.getName(), side.name()));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String answered = lines.readLine();
            double millis = (System.nanoTime() - start) / 1e6;
            String memory = lines.readLine();
            if (answered == null || memory == null) {
                throw new IOException("the " + side + " process gave no answer");
            }
            String[] values = memory.split(" ", -1);
            return new FreshStart(millis, Double.parseDouble(values[0]), Double.parseDouble(values[1]),
                    Double.parseDouble(values[2]));
        }
    }
}
