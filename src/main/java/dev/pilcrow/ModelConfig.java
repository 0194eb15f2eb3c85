package dev.pilcrow;

import dev.pilcrow.model.ModelSettings;
import dev.pilcrow.model.Provider;
import dev.pilcrow.ops.Price;
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
/// @param price what it costs; none when that is not set
/// @param problems what the operator has to change
record ModelConfig(Optional<ModelSettings> model, Optional<Price> price, List<Remark> problems) {

    private static final String MODEL = "PILCROW_MODEL";
    private static final String URL = "PILCROW_MODEL_URL";
    private static final String KEY = "PILCROW_MODEL_KEY";
    private static final String PRICE = "PILCROW_MODEL_PRICE";
    private static final Pattern NAMED = Pattern.compile("([a-z]+):(\\S+)");
    private static final Pattern PRICED = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,6})?)/(\\d{1,5}(?:\\.\\d{1,6})?)");

    static ModelConfig read(Map<String, String> settings) {
        String model = settings.getOrDefault(MODEL, "none").strip();
        List<Remark> problems = new ArrayList<>();
        Optional<URI> url = Optional.ofNullable(settings.get(URL)).flatMap(WebAddress::of);
        if (settings.containsKey(URL) && url.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_URL, URL));
        }
        Optional<Price> price = Optional.ofNullable(settings.get(PRICE)).flatMap(ModelConfig::price);
        if (settings.containsKey(PRICE) && price.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_PRICE, PRICE));
        }
        if (model.equals("none")) {
            return new ModelConfig(Optional.empty(), price, problems);
        }
        Matcher named = NAMED.matcher(model);
        Optional<Provider> provider = named.matches() ? Provider.tagged(named.group(1)) : Optional.empty();
        if (provider.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_MODEL, MODEL));
            return new ModelConfig(Optional.empty(), price, problems);
        }
        Optional<Secret> key = Optional.ofNullable(settings.get(KEY)).map(String::strip).map(Secret::new);
        if (key.isEmpty() && provider.get().keyed() && settings.get(URL) == null) {
            problems.add(Remark.of(Phrase.CONFIG_MODEL_KEY, MODEL, KEY));
        }
        if (key.filter(ModelConfig::isUnsendable).isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_UNSENDABLE, KEY));
        }
        return problems.isEmpty()
                ? new ModelConfig(Optional.of(new ModelSettings(provider.get(), named.group(2), url, key)), price,
                        problems)
                : new ModelConfig(Optional.empty(), price, problems);
    }

    private static Optional<Price> price(String text) {
        Matcher price = PRICED.matcher(text.strip());
        return price.matches()
                ? Optional.of(new Price(Double.parseDouble(price.group(1)), Double.parseDouble(price.group(2))))
                : Optional.empty();
    }

    /// Only visible ASCII can stand in a header.
    private static boolean isUnsendable(Secret key) {
        return !key.reveal().matches("[\\x21-\\x7E]+");
    }
}
