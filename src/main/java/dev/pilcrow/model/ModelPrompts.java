package dev.pilcrow.model;

import dev.pilcrow.prompts.PromptFolder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The prompts in `prompts/`, by the language that what they ask for is written in: BCP 47 tags. Immutable.
public final class ModelPrompts {

    private static final List<String> READERS = List.of("zh", "zh-Hant", "en");
    private static final List<String> ARTICLES = List.of("zh", "en");
    private static final Set<String> COMPOSE = Set.of("title", "passages", "question", "standalone", "fence");
    private static final Set<String> REWRITE = Set.of("conversation", "question", "fence");
    private static final Set<String> REPAIR = Set.of("failures");
    private static final int HASH = 12;

    private final Map<String, PromptTemplate> compose = new LinkedHashMap<>();
    private final Map<String, PromptTemplate> repair = new LinkedHashMap<>();
    private final Map<String, PromptTemplate> rewrite = new LinkedHashMap<>();

    private final PromptTemplate check;

    private ModelPrompts(PromptTemplate check) {
        this.check = check;
    }

    /// Reads all prompts.
    ///
    /// @param failures the names of the failures that a repair may have to tell
    public static ModelPrompts read(PromptFolder folder, Set<String> failures) throws BrokenPromptException {
        ModelPrompts prompts = new ModelPrompts(PromptTemplate.read(folder, "check.txt", Set.of(), Set.of()));
        for (String tag : READERS) {
            prompts.compose.put(tag, template(folder, "compose", tag, COMPOSE, Set.of()));
            prompts.repair.put(tag, template(folder, "repair", tag, REPAIR, failures));
        }
        for (String tag : ARTICLES) {
            prompts.rewrite.put(tag, template(folder, "rewrite", tag, REWRITE, Set.of()));
        }
        return prompts;
    }

    private static PromptTemplate template(PromptFolder folder, String name, String tag, Set<String> places,
            Set<String> phrases) throws BrokenPromptException {
        return PromptTemplate.read(folder, name + "." + tag + ".txt", places, phrases);
    }

    /// How an answer is asked for, in a reader's language.
    public PromptTemplate compose(String tag) {
        return Objects.requireNonNull(compose.get(tag), tag);
    }

    /// How an answer that failed its check is asked for again.
    public PromptTemplate repair(String tag) {
        return Objects.requireNonNull(repair.get(tag), tag);
    }

    /// How a question that stands for itself is asked for, in an article's language.
    public PromptTemplate rewrite(String tag) {
        return Objects.requireNonNull(rewrite.get(tag), tag);
    }

    /// The shortest question to which a model has an answer.
    public Prompt check() {
        return check.fill(Map.of());
    }

    /// The version of the prompts that answers come from: the first 12 hexadecimal digits of the SHA-256 of their files.
    public String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(compose, repair, rewrite)
                    .flatMap(kind -> new TreeMap<>(kind).values().stream())
                    .forEach(prompt -> digest.update((prompt.text() + "\0").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
