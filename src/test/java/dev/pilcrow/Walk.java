package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.TelegramServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Somebody who has a checkout and the README, does what the README says, and expects what it promises.
record Walk(Checkout checkout, Guide guide) {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofSeconds(20);
    private static final String WORD_JOINER = "\u2060";

    /// What the launcher says while it builds, in either language.
    private static final List<String> BUILDING = List.of("Building Pilcrow", "正在构建 Pilcrow");

    /// A command of the README ends as it should and complains of nothing.
    Shell does(String command) {
        Shell shell = checkout.run(Map.of(), command);
        assertThat(shell.err().lines().filter(line -> BUILDING.stream().noneMatch(line::startsWith)))
                .as(command).isEmpty();
        assertThat(shell.exit()).as(command).isIn(0, 3);
        return shell;
    }

    /// The chat that the README shows first goes so when it is typed.
    void talksInTheTerminal() {
        List<Guide.Exchange> exchanges = guide.exchanges();
        Shell shell = does(Stream.concat(Stream.of("deploy/pilcrow <<'END'"),
                Stream.concat(exchanges.stream().map(Guide.Exchange::question), Stream.of("END")))
                .reduce("", (above, line) -> above + line + "\n"));
        assertThat(shell.out()).contains(exchanges.stream().map(Guide.Exchange::answer).toList());
        assertThat(shell.exit()).isZero();
    }

    /// Each question of that chat, asked by a command, is answered so too.
    void asks() {
        guide.exchanges().forEach(exchange -> assertThat(does("deploy/pilcrow ask '" + exchange.question() + "'").out())
                .isEqualTo(exchange.answer() + "\n"));
    }

    /// The first answer in Telegram is that of the README.
    void answersInTelegram() {
        try (TelegramServer telegram = TelegramServer.start()) {
            Map<String, String> token = Map.of("TELEGRAM_BOT_TOKEN", telegram.token());
            Map<String, String> url = Map.of("TELEGRAM_API_URL", telegram.url());
            try (BotProcess bot = checkout.start(guide.start(token), url)) {
                Account reader = telegram.person("Reader", "en");
                Chat chat = telegram.dm(reader);
                List<Guide.Exchange> exchanges = guide.exchanges();
                for (int i = 0; i < exchanges.size(); i++) {
                    int number = i;
                    reader.says(chat, exchanges.get(i).question());
                    await().atMost(SOON).untilAsserted(() -> {
                        assertThat(chat.botMessages()).hasSize(number + 1);
                        isAnswer(chat.botMessages().getLast().text(), exchanges.get(number));
                    });
                }
                isInOrder(token, url, "✓ Telegram: ");
                ends(bot, telegram.token());
            }
            assertThat(telegram.violations()).isEmpty();
        }
    }

    /// The first answer in Slack is that of the README.
    void answersInSlack() {
        try (SlackServer slack = SlackServer.start(Setup.usual().scopes(SlackCheck.SCOPES))) {
            Map<String, String> tokens = Map.of("SLACK_BOT_TOKEN", Setup.CANARY.botToken(), "SLACK_APP_TOKEN",
                    Setup.CANARY.appToken());
            Map<String, String> url = Map.of("SLACK_API_URL", slack.api());
            try (BotProcess bot = checkout.start(guide.start(tokens), url)) {
                await().atMost(SOON).until(() -> bot.log().contains("Slack hands over what readers write."));
                Person reader = slack.person("Reader", "en-US");
                Place channel = slack.channel("reading");
                SlackMessage asked = reader.asks(channel, guide.exchanges().getFirst().question());
                await().atMost(SOON).untilAsserted(() -> {
                    assertThat(asked.answers()).hasSize(1);
                    isAnswer(asked.answers().getFirst().text(), guide.exchanges().getFirst());
                });
                isInOrder(tokens, url, "✓ Slack: ");
                ends(bot, Setup.CANARY.botToken(), Setup.CANARY.appToken());
            }
            assertThat(slack.violations()).isEmpty();
        }
    }

    /// A platform has its own way with empty lines and with what stands before a quote.
    private static void isAnswer(String said, Guide.Exchange exchange) {
        assertThat(said.replace(WORD_JOINER, "").lines().map(line -> line.replaceFirst("^> ", "")))
                .containsAll(exchange.answer().lines().toList());
    }

    /// The doctor finds nothing wrong with a bot that is at work.
    private void isInOrder(Map<String, String> tokens, Map<String, String> url, String line) {
        Shell shell = checkout.run(Stream.of(tokens, url).flatMap(some -> some.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                "deploy/pilcrow doctor");
        assertThat(shell.out()).contains("\n" + line).doesNotContain("✗ ");
        assertThat(shell.exit()).isZero();
    }

    private static void ends(BotProcess bot, String... secrets) {
        assertThat(bot.end()).isLessThan(LONGEST_END);
        assertThat(bot.exit()).isZero();
        assertThat(bot.log()).doesNotContain(secrets).doesNotContain("Exception");
    }
}
