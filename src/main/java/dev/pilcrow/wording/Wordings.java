package dev.pilcrow.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// The wordings of all three languages. Immutable.
public final class Wordings {

    private final Map<ReaderLanguage, Wording> wordings;

    private Wordings(Map<ReaderLanguage, Wording> wordings) {
        this.wordings = new EnumMap<>(wordings);
    }

    /// The wordings that the bot was built with.
    public static Wordings packaged() {
        try {
            return read(Optional.empty());
        } catch (BadUseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /// The packaged wordings, with any file of the folder in place of the packaged file of that name.
    ///
    /// @throws BadUseException when a file cannot be read, or lacks a phrase or a place in one, or has one too many
    public static Wordings read(Optional<Path> folder) throws BadUseException {
        Map<ReaderLanguage, Wording> wordings = new EnumMap<>(ReaderLanguage.class);
        for (ReaderLanguage language : ReaderLanguage.values()) {
            String file = language.tag() + ".properties";
            Optional<Path> own = folder.map(prompts -> prompts.resolve(file)).filter(Files::exists);
            String name = own.map(Path::toString).orElse("prompts/" + file);
            wordings.put(language, new Wording(language, checked(name, load(name, own, file))));
        }
        return new Wordings(wordings);
    }

    public Wording in(ReaderLanguage language) {
        return Objects.requireNonNull(wordings.get(language));
    }

    private static Properties load(String name, Optional<Path> own, String file) throws BadUseException {
        Properties properties = new Properties();
        try (Reader reader = own.isPresent() ? Files.newBufferedReader(own.get()) : packaged(file)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadUseException(Phrase.PROMPTS_UNREADABLE, name);
        }
    }

    private static Reader packaged(String file) {
        InputStream stream = Wordings.class.getResourceAsStream("/prompts/" + file);
        if (stream == null) {
            throw new UncheckedIOException(new IOException("/prompts/" + file));
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }

    private static Map<Phrase, String> checked(String file, Properties properties) throws BadUseException {
        Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
        List<String> missing = new ArrayList<>();
        List<String> misplaced = new ArrayList<>();
        Map<Phrase, String> templates = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            String template = properties.getProperty(phrase.key());
            unknown.remove(phrase.key());
            if (template == null || template.isBlank()) {
                missing.add(phrase.key());
            } else if (!Places.of(template).equals(new TreeSet<>(phrase.places()))) {
                misplaced.add(phrase.key());
            } else {
                templates.put(phrase, template);
            }
        }
        if (!missing.isEmpty() || !unknown.isEmpty() || !misplaced.isEmpty()) {
            throw new BadUseException(Phrase.PROMPTS_WRONG, file, names(missing), names(unknown), names(misplaced));
        }
        return templates;
    }

    private static String names(Iterable<String> keys) {
        String names = String.join(", ", keys);
        return names.isEmpty() ? "–" : names;
    }
}
