package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.wording.Wordings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The doctor's look at Slack.
class SlackCheckTest {

    private static final Secret BOT = new Secret(Setup.CANARY.botToken());
    private static final Secret APP = new Secret(Setup.CANARY.appToken());
    private static final Secret SIGNING = new Secret(Setup.CANARY.signing());

    private SlackServer server = SlackServer.start(Setup.usual().scopes(SlackCheck.SCOPES));

    @AfterEach
    void stop() {
        server.close();
    }

    private String check(Secret token, Optional<Secret> app, String api) {
        return said(new SlackCheck(new SlackAccount(token, app, Optional.of(SIGNING), URI.create(api))).run());
    }

    private String check(Optional<Secret> app) {
        return check(BOT, app, server.api());
    }

    private static String said(Finding finding) {
        for (ReaderLanguage language : ReaderLanguage.values()) {
            assertThat(Wordings.packaged().in(language).say(finding.told())).doesNotContainIgnoringCase("canary");
        }
        return (finding.good() ? "✓ " : "✗ ") + Wordings.packaged().in(ReaderLanguage.ENGLISH).say(finding.told());
    }

    @Test
    void aBotWithASocketIsNamedWithItsWorkspace() {
        assertThat(check(Optional.of(APP))).matches("✓ .+ answers in .+; what readers write comes over a socket[.]");
        assertThat(server.connections()).as("none is opened").isZero();
        assertThat(server.violations()).isEmpty();
    }

    @Test
    void aBotThatIsSentRequestsIsTellingWhereTo() {
        assertThat(check(Optional.empty())).contains("✓ ", "/slack on this program’s port");
        assertThat(server.counts()).containsOnlyKeys("auth.test");
    }

    @Test
    void scopesThatAreMissingAreNamed() {
        server.close();
        Set<String> fewer = new TreeSet<>(SlackCheck.SCOPES);
        fewer.remove("reactions:write");
        fewer.remove("im:history");
        server = SlackServer.start(Setup.usual().scopes(fewer));
        assertThat(check(Optional.of(APP))).startsWith("✗ ").endsWith(": im:history, reactions:write.");
    }

    @Test
    void aTokenThatIsRefusedIsTold() {
        assertThat(check(new Secret("xoxb-" + "canary".repeat(6)), Optional.of(APP), server.api()))
                .startsWith("✗ it refuses the bot’s token;").contains("SLACK_BOT_TOKEN");
        assertThat(check(Optional.of(new Secret("xapp-" + "canary".repeat(6)))))
                .startsWith("✗ it opens no socket;").contains("SLACK_APP_TOKEN");
    }

    @Test
    void whatDoesNotAnswerAsSlackIsTold() {
        server.fail("auth.test", new Fault.Html(502), new Fault.Garbage(), Fault.refuses("internal_error"));
        assertThat(check(Optional.empty())).isEqualTo("✗ what answers is not Slack; please check SLACK_API_URL.");
        assertThat(check(Optional.empty())).isEqualTo("✗ what answers is not Slack; please check SLACK_API_URL.");
        assertThat(check(Optional.empty())).isEqualTo("✗ it failed by itself; please try again in a minute.");
        assertThat(check(BOT, Optional.empty(), "http://127.0.0.1:1/api/")).startsWith("✗ it cannot be reached;");
    }
}
