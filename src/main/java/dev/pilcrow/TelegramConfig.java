package dev.pilcrow;

import dev.pilcrow.TelegramAccount.Webhook;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The settings of Telegram: which bot is meant, and what is wrong with them.
///
/// @param telegram how the bot is reached; none when no token is set, or when something is wrong
/// @param problems what the operator has to change
record TelegramConfig(Optional<TelegramAccount> telegram, List<Remark> problems) {

    static final String TOKEN = "TELEGRAM_BOT_TOKEN";
    static final String WEBHOOK_SECRET = "TELEGRAM_WEBHOOK_SECRET";
    static final String API = "TELEGRAM_API_URL";
    private static final String USUAL_API = "https://api.telegram.org";
    private static final String WEBHOOK_PATH = "/telegram";
    private static final Pattern TOKEN_FORM = Pattern.compile("\\d{5,}:[A-Za-z0-9_-]{30,}");
    private static final Pattern SECRET_FORM = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    TelegramConfig {
        problems = List.copyOf(problems);
    }

    /// @param http where the bot's own port is
    static TelegramConfig read(Map<String, String> settings, HttpConfig http) {
        List<Remark> problems = new ArrayList<>();
        Optional<Secret> token = secret(settings, TOKEN);
        if (token.filter(set -> !TOKEN_FORM.matcher(set.reveal()).matches()).isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_TOKEN, TOKEN));
        }
        Optional<URI> api = WebAddress.bare(settings.getOrDefault(API, USUAL_API));
        if (api.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_HOST, API, USUAL_API));
        }
        Optional<Secret> secret = secret(settings, WEBHOOK_SECRET);
        if (secret.filter(set -> !SECRET_FORM.matcher(set.reveal()).matches()).isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_WEBHOOK_SECRET, WEBHOOK_SECRET));
        }
        if (secret.isPresent() && !settings.containsKey(HttpConfig.PUBLIC_URL)) {
            problems.add(Remark.of(Phrase.CONFIG_NEEDS, WEBHOOK_SECRET, HttpConfig.PUBLIC_URL));
        }
        if (token.isEmpty() || api.isEmpty() || !problems.isEmpty() || !http.problems().isEmpty()) {
            return new TelegramConfig(Optional.empty(), problems);
        }
        Optional<Webhook> webhook = secret.flatMap(
                shown -> http.publicUrl().map(url -> new Webhook(URI.create(url + WEBHOOK_PATH), shown)));
        return new TelegramConfig(Optional.of(new TelegramAccount(token.get(), api.get(), webhook)), problems);
    }

    private static Optional<Secret> secret(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).map(String::strip).map(Secret::new);
    }
}
