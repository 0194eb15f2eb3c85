package dev.pilcrow.model;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Who serves a model, and in which wire form it is spoken to.
public enum Provider {

    /// OpenAI, and every server that speaks as it does, by the address that is set.
    OPENAI("https://api.openai.com/v1/", true),
    /// DeepSeek, in OpenAI's form.
    DEEPSEEK("https://api.deepseek.com/v1/", true), ANTHROPIC("https://api.anthropic.com/v1/", true),
    /// Ollama, which runs models on a machine of one's own.
    OLLAMA("http://127.0.0.1:11434/", false);

    private final String address;
    private final boolean keyed;

    Provider(String address, boolean keyed) {
        this.address = address;
        this.keyed = keyed;
    }

    /// The address of its own service.
    String address() {
        return address;
    }

    /// Does its own service want a key?
    public boolean keyed() {
        return keyed;
    }

    /// Its name in the configuration.
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The provider with a name of the configuration.
    public static Optional<Provider> tagged(String tag) {
        return Stream.of(values()).filter(provider -> provider.tag().equals(tag)).findFirst();
    }
}
