package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Remark;
import dev.pilcrow.wording.Wordings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The settings of a bot that runs for long: Telegram, the HTTP port and the database.
class BotConfigTest {

    private static final String TOKEN = "4711:canary-but-its-number-is-too-short-4711";
    private static final String GOOD_TOKEN = "12345:canary" + "x".repeat(30);

    private Path folder = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @Test
    void aTokenIsEnoughForTelegram() throws Exception {
        Files.writeString(folder.resolve(".env"), "TELEGRAM_BOT_TOKEN=" + GOOD_TOKEN + "\n");
        TelegramAccount telegram = Config.read(Map.of(), folder).telegram().orElseThrow();
        assertThat(telegram.token().reveal()).isEqualTo(GOOD_TOKEN);
        assertThat(telegram.api()).isEqualTo(URI.create("https://api.telegram.org"));
        assertThat(telegram.webhook()).isEmpty();
        assertThat(telegram.toString()).doesNotContain("canary");
    }

    @Test
    void withoutATokenThereIsNoTelegram() throws BadUseException {
        assertThat(config(Map.of("TELEGRAM_API_URL", "http://127.0.0.1:9000")).telegram()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:9000/,http://127.0.0.1:9000", "https://bots.example.org,https://bots.example.org",
            "http://[::1]:80,http://[::1]:80"})
    void anotherBotApiServerCanBeSet(String set, String api) throws BadUseException {
        assertThat(telegram(Map.of("TELEGRAM_API_URL", set)).api()).isEqualTo(URI.create(api));
    }

    @ParameterizedTest
    @CsvSource({"https://bot.example.org,https://bot.example.org/telegram",
            "https://bot.example.org:8443/,https://bot.example.org:8443/telegram",
            "http://localhost:8080,http://localhost:8080/telegram",
            "http://127.0.0.1:8080,http://127.0.0.1:8080/telegram"})
    void aSecretAndAPublicAddressMakeAWebhook(String url, String address) throws BadUseException {
        TelegramAccount.Webhook webhook = telegram(
                Map.of("TELEGRAM_WEBHOOK_SECRET", "canary_-1", "PILCROW_PUBLIC_URL", url)).webhook().orElseThrow();
        assertThat(webhook.address()).isEqualTo(URI.create(address));
        assertThat(webhook.path()).isEqualTo("/telegram");
        assertThat(webhook.secret().reveal()).isEqualTo("canary_-1");
        assertThat(webhook.toString()).doesNotContain("canary");
    }

    @Test
    void onlyABotWithAPublicAddressListensToTheOutside() throws BadUseException {
        HttpConfig inner = config(Map.of()).http();
        assertThat(inner.host()).isEqualTo("127.0.0.1");
        assertThat(inner.port()).isEqualTo(8080);
        HttpConfig outer = config(Map.of("PILCROW_PUBLIC_URL", "https://bot.example.org", "PILCROW_HTTP_PORT", "65535"))
                .http();
        assertThat(outer.host()).isEqualTo("0.0.0.0");
        assertThat(outer.port()).isEqualTo(65_535);
    }

    @Test
    void thePortListensWhereItIsToldToWhateverItsPublicAddress() throws BadUseException {
        HttpConfig http = config(
                Map.of("PILCROW_PUBLIC_URL", "https://bot.example.org", "PILCROW_HTTP_HOST", " 127.0.0.1 ")).http();
        assertThat(http.host()).isEqualTo("127.0.0.1");
        assertThat(config(Map.of("PILCROW_HTTP_HOST", "0.0.0.0")).http().host()).isEqualTo("0.0.0.0");
        assertThat(config(Map.of("PILCROW_HTTP_HOST", "::1")).http().host()).isEqualTo("::1");
    }

    @Test
    void aPortIsAskedForByItsNumberOrItsHost() throws BadUseException {
        assertThat(config(Map.of()).http().isSet()).isFalse();
        assertThat(config(Map.of("PILCROW_ADMIN_TOKEN", "canary-0123456789")).http().isSet()).isFalse();
        assertThat(config(Map.of("PILCROW_HTTP_PORT", "9000")).http().isSet()).isTrue();
        assertThat(config(Map.of("PILCROW_HTTP_HOST", "127.0.0.1")).http().isSet()).isTrue();
    }

    @Test
    void theOperatorsTokenIsShownNowhere() throws BadUseException {
        HttpConfig http = config(Map.of("PILCROW_ADMIN_TOKEN", " canary-0123456789 ")).http();
        assertThat(http.admin().map(Secret::reveal)).contains("canary-0123456789");
        assertThat(http.toString()).doesNotContain("canary");
        assertThat(config(Map.of()).http().admin()).isEmpty();
    }

    @Test
    void whereAProxyMayPassOnWhatTheOutsideAsksTheOperatorIsKnownByATokenOnly() throws BadUseException {
        assertThat(config(Map.of()).http().knowsOperator(false)).isTrue();
        assertThat(config(Map.of()).http().knowsOperator(true)).isFalse();
        Map<String, String> proxied = Map.of("PILCROW_PUBLIC_URL", "https://bot.example.org", "PILCROW_HTTP_HOST",
                "127.0.0.1");
        assertThat(config(proxied).http().knowsOperator(false)).isFalse();
        Map<String, String> known = new HashMap<>(proxied);
        known.put("PILCROW_ADMIN_TOKEN", "canary-0123456789");
        assertThat(config(known).http().knowsOperator(true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TELEGRAM_BOT_TOKEN|4711:canary|TELEGRAM_BOT_TOKEN does not look like",
            "TELEGRAM_BOT_TOKEN|" + TOKEN + "|TELEGRAM_BOT_TOKEN does not look like",
            "TELEGRAM_API_URL|https://canary.org/bot|TELEGRAM_API_URL is not an address such as https://api",
            "TELEGRAM_API_URL|ftp://canary.org|TELEGRAM_API_URL is not an address",
            "TELEGRAM_API_URL|https://a:canary@b.org|TELEGRAM_API_URL is not an address",
            "TELEGRAM_API_URL|canary|TELEGRAM_API_URL is not an address",
            "TELEGRAM_API_URL|http://canary:0|TELEGRAM_API_URL is not an address",
            "TELEGRAM_API_URL|http://canary#x|TELEGRAM_API_URL is not an address",
            "TELEGRAM_WEBHOOK_SECRET|canary secret|TELEGRAM_WEBHOOK_SECRET is not 1 to 256 characters",
            "TELEGRAM_WEBHOOK_SECRET|canary|TELEGRAM_WEBHOOK_SECRET needs PILCROW_PUBLIC_URL",
            "PILCROW_PUBLIC_URL|http://canary.org|PILCROW_PUBLIC_URL is not an address such as https://bot",
            "PILCROW_PUBLIC_URL|http://127.0.0.1.canary.org|PILCROW_PUBLIC_URL is not an address",
            "PILCROW_PUBLIC_URL|https://canary.org/path|PILCROW_PUBLIC_URL is not an address",
            "SLACK_BOT_TOKEN|xapp-canary|SLACK_BOT_TOKEN does not look like one of Slack",
            "SLACK_BOT_TOKEN|xoxb-canary|SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET",
            "SLACK_APP_TOKEN|xoxb-canary|SLACK_APP_TOKEN does not look like one of Slack",
            "SLACK_APP_TOKEN|xapp-canary|SLACK_APP_TOKEN needs SLACK_BOT_TOKEN",
            "SLACK_SIGNING_SECRET|canary|SLACK_SIGNING_SECRET does not look like one of Slack",
            "SLACK_SIGNING_SECRET|canary canary|SLACK_SIGNING_SECRET does not look like",
            "SLACK_SIGNING_SECRET|canarycanary|SLACK_SIGNING_SECRET needs SLACK_BOT_TOKEN",
            "SLACK_API_URL|ftp://canary.org|SLACK_API_URL is not an address such as https://slack.com/api",
            "SLACK_API_URL|http://a:canary@b.org|SLACK_API_URL is not an address",
            "PILCROW_HTTP_HOST|canary.example.org|PILCROW_HTTP_HOST is not",
            "PILCROW_HTTP_HOST|canary|PILCROW_HTTP_HOST is",
            "PILCROW_HTTP_HOST|127.0.0.1:8080|PILCROW_HTTP_HOST is", "PILCROW_HTTP_HOST|256.0.0.1|PILCROW_HTTP_HOST is",
            "PILCROW_ADMIN_TOKEN|canary-canary-1|PILCROW_ADMIN_TOKEN must have at least 16",
            "PILCROW_HTTP_PORT|0|PILCROW_HTTP_PORT is not a port", "PILCROW_HTTP_PORT|65536|PILCROW_HTTP_PORT is not",
            "PILCROW_HTTP_PORT|canary|PILCROW_HTTP_PORT is not", "PILCROW_HTTP_PORT|-1|PILCROW_HTTP_PORT is not",
            "PILCROW_STORE|canary.db|PILCROW_STORE is neither jdbc:sqlite:FILE nor",
            "PILCROW_STORE|jdbc:sqlite::memory:|PILCROW_STORE is neither",
            "PILCROW_STORE|jdbc:sqlite:|PILCROW_STORE is neither",
            "PILCROW_STORE|jdbc:sqlite:canary/|PILCROW_STORE is neither",
            "PILCROW_STORE|jdbc:sqlite:file:canary|PILCROW_STORE is neither",
            "PILCROW_STORE|jdbc:sqlite:canary.db?cache=shared|PILCROW_STORE is neither",
            "PILCROW_STORE|jdbc:mysql://u:canary@h/d|PILCROW_STORE is neither",
            "PILCROW_STORE|jdbc:postgresql:|PILCROW_STORE is neither"})
    void whatIsWrongIsNamedAndNoValueIs(String name, String value, String told) {
        BadUseException wrong = wrong(Map.of(name, value));
        for (ReaderLanguage language : ReaderLanguage.values()) {
            assertThat(Wordings.packaged().in(language).say(wrong.remark())).contains(name).doesNotContain("canary");
        }
        assertThat(Wordings.packaged().in(ReaderLanguage.ENGLISH).say(wrong.remark())).contains(told);
        assertThat(wrong).hasMessageNotContaining("canary");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        String told = Wordings.packaged().in(ReaderLanguage.ENGLISH)
                .say(wrong(Map.of("TELEGRAM_BOT_TOKEN", "x", "TELEGRAM_API_URL", "x", "TELEGRAM_WEBHOOK_SECRET", "x y",
                        "PILCROW_PUBLIC_URL", "x", "PILCROW_HTTP_PORT", "x", "PILCROW_STORE", "x", "PILCROW_MODEL",
                        "x"))
                        .remark());
        assertThat(told).contains("TELEGRAM_BOT_TOKEN does", "TELEGRAM_API_URL is", "TELEGRAM_WEBHOOK_SECRET is",
                "PILCROW_PUBLIC_URL is", "PILCROW_HTTP_PORT is", "PILCROW_STORE is", "PILCROW_MODEL is");
    }

    @Test
    void theDatabaseIsAFileInTheUsersDataFolder() throws BadUseException {
        assertThat(file(Map.of("XDG_DATA_HOME", "/data", "HOME", "/home/u"))).isEqualTo("/data/pilcrow/pilcrow.db");
        assertThat(file(Map.of("XDG_DATA_HOME", "data", "HOME", "/home/u")))
                .isEqualTo("/home/u/.local/share/pilcrow/pilcrow.db");
        assertThat(file(Map.of())).isEqualTo(System.getProperty("user.home") + "/.local/share/pilcrow/pilcrow.db");
    }

    @Test
    void aBotWithoutAUsersFolderHasToBeToldWhereItsDatabaseIs() {
        List<Remark> problems = new ArrayList<>();
        Config.read(Map.of("HOME", "?"), folder, problems);
        assertThat(problems).isEmpty();
        assertThat(wrong(Map.of("HOME", "?", "TELEGRAM_BOT_TOKEN", GOOD_TOKEN))).hasMessageContaining("PILCROW_STORE");
    }

    @Test
    void theDatabaseMayBeAnotherFile() throws BadUseException {
        assertThat(file(Map.of("PILCROW_STORE", "jdbc:sqlite:/var/lib/a b.db"))).isEqualTo("/var/lib/a b.db");
        assertThat(file(Map.of("PILCROW_STORE", "jdbc:sqlite:~/bot.db", "HOME", "/home/u")))
                .isEqualTo("/home/u/bot.db");
        assertThat(file(Map.of("PILCROW_STORE", " jdbc:sqlite:bot.db ")))
                .isEqualTo(folder.resolve("bot.db").toString());
    }

    @Test
    void theDatabaseMayBePostgresqlAndItsPasswordIsShownNowhere() throws BadUseException {
        String url = "jdbc:postgresql://h/d?user=u&password=canary%21";
        Config config = config(Map.of("PILCROW_STORE", url));
        assertThat(config.store().url().map(Secret::reveal)).contains(url);
        assertThat(config.store().file()).isEmpty();
        assertThat(config.store().toString()).doesNotContain("canary");
    }

    @Test
    void slackIsReachedBySocketsOrByRequests() throws BadUseException {
        SlackAccount sockets = config(Map.of("SLACK_BOT_TOKEN", " xoxb-1-a ", "SLACK_APP_TOKEN", "xapp-1",
                "SLACK_SIGNING_SECRET", "0f".repeat(16))).slack().orElseThrow();
        assertThat(sockets.token().reveal()).isEqualTo("xoxb-1-a");
        assertThat(sockets.requests()).as("sockets are used where both are set").isEmpty();
        assertThat(sockets.api()).hasToString("https://slack.com/api/");
        Config requests = config(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_SIGNING_SECRET", "0f".repeat(16)));
        assertThat(requests.slack().orElseThrow().requests().orElseThrow().path()).isEqualTo("/slack");
        assertThat(requests.isBot()).isTrue();
        assertThat(config(Map.of()).isBot()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:9,http://127.0.0.1:9/api/", "http://127.0.0.1:9/,http://127.0.0.1:9/api/",
            "http://127.0.0.1:9/api,http://127.0.0.1:9/api/", "https://proxy.example.org/slack/api/,"
                    + "https://proxy.example.org/slack/api/"})
    void anotherServerOfSlacksMethodsCanBeSet(String set, String api) throws BadUseException {
        assertThat(
                config(Map.of("SLACK_BOT_TOKEN", "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "SLACK_API_URL", set)).slack()
                        .orElseThrow().api())
                .hasToString(api);
    }

    @Test
    void everySecretIsKnownToTheLogs() throws BadUseException {
        Config config = config(Map.of("TELEGRAM_BOT_TOKEN", GOOD_TOKEN, "TELEGRAM_WEBHOOK_SECRET", "canary-1",
                "PILCROW_PUBLIC_URL", "https://bot.example.org", "PILCROW_ADMIN_TOKEN", "canary-5-0123456789",
                "PILCROW_MODEL_KEY", " canary-2 ", "SLACK_BOT_TOKEN",
                "xoxb-1", "SLACK_APP_TOKEN", "xapp-1", "SLACK_SIGNING_SECRET", "0f0f0f0f", "PILCROW_STORE",
                "jdbc:postgresql://h/d?user=u&password=canary%213&sslpassword=canary-4"));
        assertThat(config.secrets()).extracting(Secret::reveal).containsExactlyInAnyOrder(GOOD_TOKEN, "canary-1",
                "canary-2", "canary-5-0123456789", "xoxb-1", "xapp-1", "0f0f0f0f", "canary%213", "canary!3", "canary-4",
                "canary-4");
    }

    private String file(Map<String, String> settings) throws BadUseException {
        StoreConfig store = config(settings).store();
        String file = store.file().orElseThrow().toString();
        assertThat(store.url().orElseThrow().reveal()).isEqualTo("jdbc:sqlite:" + file);
        return file;
    }

    private TelegramAccount telegram(Map<String, String> more) throws BadUseException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("TELEGRAM_BOT_TOKEN", GOOD_TOKEN);
        return config(settings).telegram().orElseThrow();
    }

    private Config config(Map<String, String> settings) throws BadUseException {
        return Config.read(settings, folder);
    }

    private BadUseException wrong(Map<String, String> settings) {
        return catchThrowableOfType(BadUseException.class, () -> config(settings));
    }
}
