package dev.pilcrow.deploy;

import dev.pilcrow.BotProcess;
import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The image without a container: its folders under a root of their own, made by the commands of the Dockerfile, from what
/// Maven has packaged. Its command line runs as it stands there; as the image's user, where the tests run as root.
final class Image {

    private static final Dockerfile FILE = Dockerfile.ofPilcrow();
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final String DATA = "/data";
    /// In the environment of whoever lays the image out. The first run would fail if it heeded them.
    private static final Map<String, String> OF_THE_OPERATOR = Map.of("PILCROW_ARTICLE", "/nowhere.md",
            "PILCROW_MODEL", "nobody:nothing");

    /// Stands for `/`.
    private final Path root;
    private final Path java = Path.of(System.getProperty("java.home"));

    private Image(Path root) {
        this.root = root;
    }

    static Image under(Path root) throws IOException {
        Image image = new Image(root);
        image.layOut();
        return image;
    }

    private void layOut() throws IOException {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (String folder : List.of("home", "tmp", DATA.substring(1))) {
            Files.createDirectories(root.resolve(folder));
        }
        run(Pilcrow.PROJECT, FILE.stages().getFirst(), word -> word.contains("deploy/layout"), Map.of());
        run(folder(), FILE.image(), "./practise"::equals, environment(OF_THE_OPERATOR));
        run(root, FILE.image(), "install"::equals, Map.of());
        run(List.of("chmod", "a+w", temporary().toString()), root, Map.of());
        run(List.of("chmod", "-R", "a-w", home().toString(), folder().toString()), root, Map.of());
    }

    /// Runs those commands of a stage whose first word is right.
    private void run(Path from, Dockerfile.Stage stage, Predicate<String> first, Map<String, String> environment) {
        for (Dockerfile.Instruction one : stage.all("RUN")) {
            if (one.words().startsWith("[") && first.test(one.exec().getFirst())) {
                run(one.exec().stream().map(this::rooted).toList(), from, environment);
            }
        }
    }

    private void run(List<String> words, Path from, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(Map.of("JAVA_HOME", java.toString(), "PATH", path()));
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        command.addAll(words);
        try (BotProcess process = BotProcess.start(command, from, all, root.resolve("build.log"))) {
            process.awaitEnd(LONG);
            if (process.exit() != 0) {
                throw new IllegalStateException(command + ": " + process.log());
            }
        }
    }

    /// A word as it is under the root: folders of the image that it names stand there.
    private String rooted(String word) {
        return word.startsWith("/opt/") || word.startsWith(DATA) ? root + word : word;
    }

    /// The folder that the program runs in.
    Path folder() {
        return root.resolve(FILE.image().last("WORKDIR").words().substring(1));
    }

    /// Stands for `/tmp`.
    Path temporary() {
        return root.resolve("tmp");
    }

    Path home() {
        return root.resolve("home");
    }

    Path data() {
        return root.resolve(DATA.substring(1));
    }

    /// Begins with no data.
    void wipe() throws IOException {
        try (Stream<Path> files = Files.walk(data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Runs the image's command line.
    ///
    /// @param settings beside those of the image
    /// @param words that are added to it
    BotProcess start(Map<String, String> settings, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
        if (System.getProperty("user.name").equals("root")) {
            String[] user = FILE.image().last("USER").words().split(":");
            command.addAll(List.of("setpriv", "--reuid=" + user[0], "--regid=" + user[1], "--clear-groups"));
        }
        command.addAll(FILE.image().last("ENTRYPOINT").exec());
        command.addAll(List.of(words));
        Path log = Files.createTempFile(root, "bot", ".log");
        Map<String, String> all = environment(settings);
        all.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary());
        return BotProcess.start(command, folder(), all, log);
    }

    private Map<String, String> environment(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        FILE.image().environment().forEach((name, value) -> all.put(name, value.replace(DATA, data().toString())));
        all.put("HOME", home().toString());
        all.put("PATH", path());
        all.putAll(settings);
        return all;
    }

    private String path() {
        return java + "/bin:/usr/bin:/bin";
    }

    /// All files and folders but those of the data, with their sizes and times; of `/tmp`, what is in it.
    List<String> untouchable() {
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> !file.startsWith(data()) && !file.toString().endsWith(".log")
                            && !file.equals(root) && !file.equals(temporary()))
                    .map(Image::look).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String look(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
