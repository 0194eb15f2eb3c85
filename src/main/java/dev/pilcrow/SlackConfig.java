package dev.pilcrow;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The settings of Slack: which bot is meant, and what is wrong with them.
///
/// @param slack how the bot is reached; none when no token is set, or when something is wrong
/// @param problems what the operator has to change
record SlackConfig(Optional<SlackAccount> slack, List<Remark> problems) {

    static final String TOKEN = "SLACK_BOT_TOKEN";
    static final String APP_TOKEN = "SLACK_APP_TOKEN";
    static final String SIGNING_SECRET = "SLACK_SIGNING_SECRET";
    static final String API = "SLACK_API_URL";
    private static final String USUAL_API = "https://slack.com/api";
    private static final Pattern TOKEN_FORM = Pattern.compile("xoxb-[A-Za-z0-9-]+");
    private static final Pattern APP_TOKEN_FORM = Pattern.compile("xapp-[A-Za-z0-9-]+");
    private static final Pattern SECRET_FORM = Pattern.compile("[\\x21-\\x7e]{8,}");

    SlackConfig {
        problems = List.copyOf(problems);
    }

    static SlackConfig read(Map<String, String> settings) {
        List<Remark> problems = new ArrayList<>();
        Optional<Secret> token = secret(settings, TOKEN, TOKEN_FORM, problems);
        Optional<Secret> appToken = secret(settings, APP_TOKEN, APP_TOKEN_FORM, problems);
        Optional<Secret> signingSecret = secret(settings, SIGNING_SECRET, SECRET_FORM, problems);
        Optional<URI> api = WebAddress.of(settings.getOrDefault(API, USUAL_API)).map(SlackConfig::methods);
        if (api.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_URL_LIKE, API, USUAL_API));
        }
        if (token.isPresent() && appToken.isEmpty() && signingSecret.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_NEEDS_ONE, TOKEN, APP_TOKEN, SIGNING_SECRET));
        }
        if (token.isEmpty()) {
            appToken.ifPresent(_ -> problems.add(Remark.of(Phrase.CONFIG_NEEDS, APP_TOKEN, TOKEN)));
            signingSecret.ifPresent(_ -> problems.add(Remark.of(Phrase.CONFIG_NEEDS, SIGNING_SECRET, TOKEN)));
        }
        return token.isEmpty() || api.isEmpty() || !problems.isEmpty()
                ? new SlackConfig(Optional.empty(), problems)
                : new SlackConfig(Optional.of(new SlackAccount(token.get(), appToken, signingSecret, api.get())),
                        problems);
    }

    /// A server alone has its methods where Slack's own has them.
    private static URI methods(URI url) {
        String path = url.getRawPath().replaceAll("/+$", "");
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + (path.isEmpty() ? "/api" : path) + "/");
    }

    private static Optional<Secret> secret(Map<String, String> settings, String name, Pattern form,
            List<Remark> problems) {
        Optional<Secret> secret = Optional.ofNullable(settings.get(name)).map(String::strip).map(Secret::new);
        if (secret.filter(set -> !form.matcher(set.reveal()).matches()).isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_SLACK, name));
        }
        return secret;
    }
}
