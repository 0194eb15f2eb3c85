package dev.pilcrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

/// A project folder with the real `deploy/pilcrow` in it, which wants JDK 99, and with a Java and a Maven that only write
/// down what they are asked to do. No program is found but these and the shell's usual tools.
final class FakeProject {

    private static final List<String> TOOLS = List.of("bash", "env", "cat", "find", "head", "mkdir", "mv", "rm",
            "readlink", "rmdir", "sed", "sleep", "touch");
    private static final String JAVA = """
            #!/bin/bash
            for word; do
              case $word in -XX:AOTCacheOutput=*) echo "$PILCROW_MODEL" >"${word#*=}"; exit ;; esac
            done
            printf 'LC_ALL=%s\\nLC_MESSAGES=%s\\n' "$LC_ALL" "$LC_MESSAGES"
            printf '<%s>\\n' "$@"
            """;
    private static final String MAVEN = """
            #!/bin/bash
            echo "$@" >>mvn.log
            if [ -e slow ]; then sleep 1; fi
            if [ -e broken ]; then echo 'COMPILATION ERROR'; exit 1; fi
            mkdir -p target/lib
            echo >target/pilcrow.jar
            """;

    private final Path folder;
    private final Path tools;

    FakeProject(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.tools = Files.createDirectories(folder.resolve("tools"));
        String script = Files.readString(Path.of("deploy/pilcrow"));
        program("deploy/pilcrow", script.replace("wanted=25", "wanted=99"));
        jdk("jdk", "99.0.1");
        program("tools/mvn", MAVEN);
        for (String source : List.of("pom.xml", "src/main/Source.java", "prompts/en.properties")) {
            Files.createDirectories(folder.resolve(source).getParent());
            Files.writeString(folder.resolve(source), source);
        }
        for (String tool : TOOLS) {
            offer(tool);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /// Puts a program of the system among the tools.
    void offer(String tool) throws IOException {
        Path program = Path.of("/usr/bin", tool);
        String path = Files.exists(program) ? program.toString() : "/bin/" + tool;
        program("tools/" + tool, "#!/bin/sh\nexec " + path + " \"$@\"\n");
    }

    void jdk(String name, String version) throws IOException {
        program(name + "/bin/java", JAVA);
        Files.writeString(folder.resolve(name + "/release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    void program(String name, String text) throws IOException {
        Path program = folder.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, text);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Makes a file older or newer, by so many seconds from now.
    void age(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(file(name), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    void ageAll(int seconds) throws IOException {
        for (String name : List.of("pom.xml", "src/main", "src/main/Source.java", "prompts", "prompts/en.properties")) {
            age(name, seconds);
        }
    }

    /// How often Maven was started.
    int builds() throws IOException {
        return Files.exists(file("mvn.log")) ? Files.readAllLines(file("mvn.log")).size() : 0;
    }

    /// Runs a line of shell in the project, where `pilcrow` starts the launcher with a JDK to find.
    Shell run(String... lines) {
        String home = "export PATH='" + tools + "' JAVA_HOME='" + folder.resolve("jdk") + "'";
        String alias = "pilcrow() { '" + folder + "/deploy/pilcrow' \"$@\"; }";
        String[] script = new String[lines.length + 2];
        script[0] = home;
        script[1] = alias;
        System.arraycopy(lines, 0, script, 2, lines.length);
        return Shell.run(folder, script);
    }
}
