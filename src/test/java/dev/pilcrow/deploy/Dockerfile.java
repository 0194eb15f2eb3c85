package dev.pilcrow.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Dockerfile: its stages, from the first to the one that becomes the image.
///
/// @param stages in order
record Dockerfile(List<Stage> stages) {

    private static final Pattern FROM = Pattern.compile("(\\S+)(?: AS (\\S+))?");
    private static final Pattern ASSIGNED = Pattern.compile("(\\w+)=(\\S+)");

    /// One line of it, continued lines joined.
    ///
    /// @param name in capitals, such as `RUN`
    /// @param words what follows
    record Instruction(String name, String words) {

        /// The words of the exec form, `["a", "b"]`, which no shell stands in between.
        ///
        /// @throws IllegalArgumentException when it is the shell form
        List<String> exec() {
            try {
                return new JsonMapper().readValue(words, new TypeReference<List<String>>() {
                });
            } catch (JsonProcessingException shell) {
                throw new IllegalArgumentException(name + " is not in the exec form: " + words, shell);
            }
        }
    }

    /// @param image that which it begins with
    /// @param name that others copy from it by; empty when it has none
    record Stage(String image, String name, List<Instruction> instructions) {

        List<Instruction> all(String instruction) {
            return instructions.stream().filter(one -> one.name().equals(instruction)).toList();
        }

        Instruction last(String instruction) {
            return all(instruction).getLast();
        }

        /// What `ENV` and `ARG` set.
        Map<String, String> environment() {
            Map<String, String> set = new HashMap<>();
            for (Instruction one : instructions) {
                if (one.name().equals("ENV") || one.name().equals("ARG")) {
                    Matcher each = ASSIGNED.matcher(one.words());
                    while (each.find()) {
                        set.put(each.group(1), each.group(2));
                    }
                }
            }
            return set;
        }
    }

    static Dockerfile ofPilcrow() {
        return read(Pilcrow.PROJECT.resolve("deploy/Dockerfile"));
    }

    static Dockerfile read(Path file) {
        List<Stage> stages = new ArrayList<>();
        for (Instruction one : instructions(file)) {
            if (one.name().equals("FROM")) {
                Matcher from = FROM.matcher(one.words());
                if (!from.matches()) {
                    throw new IllegalArgumentException(one.words());
                }
                stages.add(new Stage(from.group(1), from.group(2) == null ? "" : from.group(2), new ArrayList<>()));
            } else {
                stages.getLast().instructions().add(one);
            }
        }
        return new Dockerfile(stages);
    }

    private static List<Instruction> instructions(Path file) {
        List<Instruction> instructions = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : lines(file)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            boolean continued = line.endsWith("\\");
            open.append(continued ? line.substring(0, line.length() - 1) : line);
            if (!continued) {
                String[] parts = open.toString().strip().split("\\s+", 2);
                instructions.add(new Instruction(parts[0], parts[1]));
                open.setLength(0);
            }
        }
        return instructions;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The stage that becomes the image.
    Stage image() {
        return stages.getLast();
    }
}
