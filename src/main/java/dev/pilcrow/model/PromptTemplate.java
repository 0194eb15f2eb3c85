package dev.pilcrow.model;

import dev.pilcrow.model.Prompt.Role;
import dev.pilcrow.model.Prompt.Turn;
import dev.pilcrow.prompts.Places;
import dev.pilcrow.prompts.PromptFolder;
import dev.pilcrow.prompts.PromptFolder.PromptFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A prompt with places, read from a file: each message under a heading that says whose it is, `[system]`, `[user]` or
/// `[assistant]`; and phrases of its own under `[= name]`. Lines that begin with `#` are for people. Immutable.
public final class PromptTemplate {

    private static final Pattern HEADING = Pattern.compile("\\[(?:= )?[a-z.]+]");

    private final String text;
    private final List<Turn> turns;
    private final Map<String, String> phrases;

    private PromptTemplate(String text, List<Turn> turns, Map<String, String> phrases) {
        this.text = text;
        this.turns = List.copyOf(turns);
        this.phrases = Map.copyOf(phrases);
    }

    /// Reads a template.
    ///
    /// @param places those that its messages must have, and no others
    /// @param phrases those that it must have, and no others
    static PromptTemplate read(PromptFolder folder, String file, Set<String> places, Set<String> phrases)
            throws BrokenPromptException {
        try {
            PromptFile read = folder.read(file);
            return parse(read.text(), places, phrases).orElseThrow(() -> new BrokenPromptException(read.name()));
        } catch (IOException unreadable) {
            throw new BrokenPromptException(folder.name(file));
        }
    }

    /// The template in a text; none when its headings, places or phrases are not those expected.
    static Optional<PromptTemplate> parse(String text, Set<String> places, Set<String> phrases) {
        List<Turn> turns = new ArrayList<>();
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> seen = new TreeSet<>();
        for (Map.Entry<String, String> section : sections(text)) {
            String body = section.getValue().strip();
            if (section.getKey().startsWith("= ")) {
                found.put(section.getKey().substring(2), body);
            } else {
                Optional<Role> role = role(section.getKey());
                if (role.isEmpty()) {
                    return Optional.empty();
                }
                turns.add(new Turn(role.get(), body));
                seen.addAll(Places.of(body));
            }
        }
        boolean good = !turns.isEmpty() && seen.equals(new TreeSet<>(places)) && found.keySet().equals(phrases)
                && found.values().stream().noneMatch(String::isEmpty);
        return good ? Optional.of(new PromptTemplate(text, turns, found)) : Optional.empty();
    }

    private static List<Map.Entry<String, String>> sections(String text) {
        List<Map.Entry<String, String>> sections = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        String heading = "";
        for (String line : text.split("\\R", -1)) {
            if (HEADING.matcher(line.strip()).matches()) {
                if (!heading.isEmpty()) {
                    sections.add(Map.entry(heading, body.toString()));
                }
                heading = line.strip().substring(1, line.strip().length() - 1);
                body.setLength(0);
            } else if (!line.startsWith("#")) {
                body.append(line).append('\n');
            }
        }
        sections.add(Map.entry(heading, body.toString()));
        return sections;
    }

    private static Optional<Role> role(String heading) {
        return List.of(Role.values()).stream().filter(role -> role.name().toLowerCase(Locale.ROOT).equals(heading))
                .findFirst();
    }

    /// The prompt with its places filled. A value is never filled itself, whatever it looks like.
    public Prompt fill(Map<String, String> values) {
        return new Prompt(
                turns.stream().map(turn -> new Turn(turn.role(), Places.fill(turn.text(), values))).toList());
    }

    /// One of its own phrases, with its places filled.
    public String phrase(String name, Map<String, String> values) {
        return Places.fill(phrases.getOrDefault(name, name), values);
    }

    /// The whole file, for its hash.
    String text() {
        return text;
    }
}
