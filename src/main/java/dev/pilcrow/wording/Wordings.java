package dev.pilcrow.wording;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.prompts.Places;
import dev.pilcrow.prompts.PromptFolder;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            return read(PromptFolder.packaged());
        } catch (BadUseException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /// The wordings in a folder of prompts.
    ///
    /// @throws BadUseException when a file cannot be read, or lacks a phrase or a place in one, or has one too many
    public static Wordings read(PromptFolder folder) throws BadUseException {
        Map<ReaderLanguage, Wording> wordings = new EnumMap<>(ReaderLanguage.class);
        for (ReaderLanguage language : ReaderLanguage.values()) {
            String file = language.tag() + ".properties";
            wordings.put(language, new Wording(language, checked(folder.name(file), load(folder, file))));
        }
        return new Wordings(wordings);
    }

    /// The same wordings, which lead to articles.
    public Wordings linking(Links links) {
        Map<ReaderLanguage, Wording> linking = new EnumMap<>(wordings);
        linking.replaceAll((_, wording) -> wording.linking(links));
        return new Wordings(linking);
    }

    public Wording in(ReaderLanguage language) {
        return Objects.requireNonNull(wordings.get(language));
    }

    private static Properties load(PromptFolder folder, String file) throws BadUseException {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(folder.read(file).text()));
            return properties;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new BadUseException(Phrase.PROMPTS_UNREADABLE, folder.name(file));
        }
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
