package dev.pilcrow;

import dev.pilcrow.model.ModelSettings;
import dev.pilcrow.model.Provider;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings of the language model: which one is meant, and what is wrong with them.
///
/// @param model the model; none when none is set, or when something is wrong
/// @param problems what the operator has to change
record ModelConfig(Optional<ModelSettings> model, List<Remark> problems) {

    private static final String MODEL = "PILCROW_MODEL";
    private static final String URL = "PILCROW_MODEL_URL";
    private static final String KEY = "PILCROW_MODEL_KEY";
    private static final Pattern NAMED = Pattern.compile("([a-z]+):(\\S+)");

    static ModelConfig read(Map<String, String> settings) {
        String model = settings.getOrDefault(MODEL, "none").strip();
        List<Remark> problems = new ArrayList<>();
        Optional<URI> url = Optional.ofNullable(settings.get(URL)).flatMap(WebAddress::of);
        if (settings.containsKey(URL) && url.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_URL, URL));
        }
        if (model.equals("none")) {
            return new ModelConfig(Optional.empty(), problems);
        }
        Matcher named = NAMED.matcher(model);
        Optional<Provider> provider = named.matches() ? Provider.tagged(named.group(1)) : Optional.empty();
        if (provider.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_MODEL, MODEL));
            return new ModelConfig(Optional.empty(), problems);
        }
        Optional<Secret> key = Optional.ofNullable(settings.get(KEY)).map(String::strip).map(Secret::new);
        if (key.isEmpty() && provider.get().keyed() && settings.get(URL) == null) {
            problems.add(Remark.of(Phrase.CONFIG_MODEL_KEY, MODEL, KEY));
        }
        if (key.filter(ModelConfig::isUnsendable).isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_UNSENDABLE, KEY));
        }
        return problems.isEmpty()
                ? new ModelConfig(Optional.of(new ModelSettings(provider.get(), named.group(2), url, key)), problems)
                : new ModelConfig(Optional.empty(), problems);
    }

    /// Only visible ASCII can stand in a header.
    private static boolean isUnsendable(Secret key) {
        return !key.reveal().matches("[\\x21-\\x7E]+");
    }
}
