package dev.pilcrow;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Duties;
import dev.pilcrow.slack.SlackLimits;
import dev.pilcrow.slack.SlackPlatform;
import dev.pilcrow.slack.SlackSettings;
import dev.pilcrow.telegram.TelegramLimits;
import dev.pilcrow.telegram.TelegramPlatform;
import dev.pilcrow.telegram.TelegramSettings;
import dev.pilcrow.web.Hook;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The platforms that are set.
///
/// @param config what is set
/// @param wordings the words that platforms show by themselves
/// @param language the operator's, for what a platform shows to everybody alike
/// @param slack how fast Slack takes messages
/// @param duties who of several processes does what only one may do
record Platforms(Config config, Wordings wordings, ReaderLanguage language, SlackLimits slack,
        Duties duties) {

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final String TIME_HEADER = "X-Slack-Request-Timestamp";
    private static final String SIGNATURE_HEADER = "X-Slack-Signature";
    /// Telegram knows languages by two letters, so Chinese has one list for both its writings.
    private static final Map<String, ReaderLanguage> COMMAND_LANGUAGES = Map.of("", ReaderLanguage.ENGLISH, "zh",
            ReaderLanguage.SIMPLIFIED);

    /// The platforms, which do not receive yet.
    List<Served> open() {
        return Stream.of(config.telegram().map(this::telegram), config.slack().map(this::slack))
                .flatMap(Optional::stream).toList();
    }

    private Served telegram(TelegramAccount account) {
        TelegramPlatform platform = new TelegramPlatform(new TelegramSettings(account.token(), account.api(),
                account.webhook().map(webhook -> new TelegramSettings.Webhook(webhook.address(), webhook.secret()))
                        .orElse(null),
                commands(), TelegramLimits.usual(), InstantSource.system()), duties);
        List<Hook> hooks = account.webhook().stream().map(webhook -> new Hook(webhook.path(),
                new Hook.Shown(SECRET_HEADER, webhook.secret()), body -> {
                    platform.receive(body);
                    return "";
                })).toList();
        return new Served(platform, "Telegram", TelegramConfig.TOKEN, TelegramConfig.API, hooks);
    }

    private Map<String, List<TelegramSettings.Command>> commands() {
        Map<String, List<TelegramSettings.Command>> commands = new LinkedHashMap<>();
        COMMAND_LANGUAGES.forEach((code, spoken) -> commands.put(code,
                new ChatWording(wordings.in(spoken)).commands().entrySet().stream()
                        .map(command -> new TelegramSettings.Command(command.getKey(), command.getValue())).toList()));
        return commands;
    }

    private Served slack(SlackAccount account) {
        SlackPlatform platform = new SlackPlatform(new SlackSettings(account.token(), account.appToken().orElse(null),
                account.api(), List.of(wordings.in(language).say(Phrase.WORKING)), slack, InstantSource.system()));
        List<Hook> hooks = account.requests().stream()
                .map(requests -> new Hook(requests.path(),
                        new Hook.Signed(TIME_HEADER, SIGNATURE_HEADER, requests.secret(), InstantSource.system()),
                        platform::receive))
                .toList();
        return new Served(platform, "Slack", SlackConfig.TOKEN, SlackConfig.API, hooks);
    }
}
