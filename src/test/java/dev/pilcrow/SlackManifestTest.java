package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The manifest of the Slack app asks for what the code uses, and for nothing else.
class SlackManifestTest {

    /// What Slack's documents say that a method needs; where it needs one of several, all that the bot wants.
    private static final Map<String, Set<String>> METHODS = Map.ofEntries(Map.entry("AUTH_TEST", Set.of()),
            Map.entry("APPS_CONNECTIONS_OPEN", Set.of()), Map.entry("CHAT_POST_MESSAGE", Set.of("chat:write")),
            Map.entry("CHAT_UPDATE", Set.of("chat:write")), Map.entry("CHAT_POST_EPHEMERAL", Set.of("chat:write")),
            Map.entry("AGENTS_SESSIONS_SET_STATUS", Set.of("chat:write")),
            Map.entry("ASSISTANT_THREADS_SET_STATUS", Set.of("chat:write")),
            Map.entry("ASSISTANT_THREADS_SET_TITLE", Set.of("assistant:write")),
            Map.entry("ASSISTANT_THREADS_SET_SUGGESTED_PROMPTS", Set.of("assistant:write")),
            Map.entry("CONVERSATIONS_HISTORY", Set.of("channels:history", "groups:history", "im:history",
                    "mpim:history")),
            Map.entry("CONVERSATIONS_REPLIES", Set.of("channels:history", "groups:history", "im:history",
                    "mpim:history")),
            Map.entry("REACTIONS_ADD", Set.of("reactions:write")), Map.entry("USERS_INFO", Set.of("users:read")),
            Map.entry("VIEWS_OPEN", Set.of()), Map.entry("VIEWS_PUBLISH", Set.of()),
            Map.entry("VIEWS_UPDATE", Set.of()));

    /// What Slack's documents say that an event needs.
    private static final Map<String, Set<String>> EVENTS = Map.ofEntries(
            Map.entry("agent_session_stopped", Set.of("assistant:write")), Map.entry("app_home_opened", Set.of()),
            Map.entry("app_mention", Set.of("app_mentions:read")), Map.entry("app_uninstalled", Set.of()),
            Map.entry("channel_archive", Set.of("channels:read")),
            Map.entry("channel_deleted", Set.of("channels:read")), Map.entry("channel_left", Set.of("channels:read")),
            Map.entry("group_archive", Set.of("groups:read")), Map.entry("group_deleted", Set.of("groups:read")),
            Map.entry("group_left", Set.of("groups:read")),
            Map.entry("member_joined_channel", Set.of("channels:read", "groups:read")),
            Map.entry("member_left_channel", Set.of("channels:read", "groups:read")),
            Map.entry("message.channels", Set.of("channels:history")),
            Map.entry("message.groups", Set.of("groups:history")), Map.entry("message.im", Set.of("im:history")),
            Map.entry("message.mpim", Set.of("mpim:history")), Map.entry("tokens_revoked", Set.of()));

    /// Events of the older way to be an assistant, which an app with `agent_view` is not sent.
    private static final Set<String> OLDER = Set.of("assistant_thread_started");

    private static final Pattern METHOD = Pattern.compile("\\bMethods\\.([A-Z_]+)");
    private static final Pattern EVENT = Pattern.compile("\"([a-z]+(?:_[a-z]+)+|message)\"");

    private static JsonNode manifest;
    private static String code;

    @BeforeAll
    static void read() throws IOException {
        manifest = new YAMLMapper().readTree(Path.of("deploy/slack-manifest.yaml").toFile());
        try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/pilcrow/slack"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
            code = all.toString();
        }
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Pattern pattern) {
        return pattern.matcher(code).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMethodThatIsCalledIsKnownWithItsScopes() {
        assertThat(METHODS.keySet()).containsExactlyInAnyOrderElementsOf(found(METHOD));
    }

    @Test
    void everyEventThatIsSubscribedToIsReadAndTheOtherWayRound() {
        Set<String> subscribed = texts(manifest.at("/settings/event_subscriptions/bot_events"));
        assertThat(subscribed).isEqualTo(new TreeSet<>(EVENTS.keySet()));
        Set<String> read = found(EVENT);
        assertThat(read).containsAll(
                subscribed.stream().map(event -> event.startsWith("message.") ? "message" : event).toList());
        Set<String> more = new TreeSet<>(read);
        more.retainAll(Set.of("assistant_thread_started", "assistant_thread_context_changed", "app_context_changed",
                "reaction_added", "link_shared", "channel_rename", "team_join", "file_shared"));
        assertThat(more).isEqualTo(OLDER);
    }

    @Test
    void theScopesAreThoseOfTheMethodsAndTheEventsAndOfTheCommandsAlone() {
        Set<String> needed = Stream.concat(METHODS.values().stream(), EVENTS.values().stream()).flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        needed.add("commands");
        assertThat(texts(manifest.at("/oauth_config/scopes/bot"))).isEqualTo(needed);
        assertThat(manifest.at("/oauth_config/scopes/user").isMissingNode()).isTrue();
        assertThat(SlackCheck.SCOPES).as("what the doctor looks for").isEqualTo(needed);
    }

    @Test
    void theCommandsAndTheShortcutAreThoseThatAreRead() {
        assertThat(StreamSupport.stream(manifest.at("/features/slash_commands").spliterator(), false)
                .map(command -> command.path("command").asText())).containsExactly("/ask", "/article", "/summary");
        assertThat(manifest.at("/features/shortcuts/0/callback_id").asText()).isEqualTo("ask_about");
        assertThat(code).contains("\"ask_about\"");
        assertThat(Arrays.asList("/ask", "/article", "/summary")).allMatch(code::contains);
    }

    @Test
    void itFitsSlacksLimitsAndIsOneWithSocketMode() {
        assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
        assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
        assertThat(manifest.at("/features/agent_view/agent_description").asText()).hasSizeBetween(1, 300);
        assertThat(manifest.at("/features/shortcuts/0/name").asText()).hasSizeBetween(1, 24);
        assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean()).isTrue();
        assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
    }
}
