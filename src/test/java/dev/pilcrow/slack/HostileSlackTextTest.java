package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.Effort;
import dev.pilcrow.Hostile;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Span;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.standin.Json;
import dev.pilcrow.standin.Request;
import dev.pilcrow.store.Store;
import dev.pilcrow.wording.Links;
import dev.pilcrow.wording.Wordings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Texts that want to act, in an article, its title, questions and names, on the whole way to Slack: into messages,
/// whispers, windows, suggestions and the bot's page.
@Timeout(3600)
class HostileSlackTextTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    /// What Slack would read as more than words where it reads marks.
    private static final Pattern MARK = Pattern.compile("[<>]|&(?!(?:amp|lt|gt);)");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?|mailto|tel|slack):/?/?\\S|www\\.\\w");
    private static final String SITE = "https://pilcrow.example";
    private static final Pattern OWN_PAGE = Pattern.compile(SITE + "/a/[0-9a-f]{16}(\\?q=[\\d.-]+#p\\d+)?");
    private static final Set<String> CALLS = Set.of("user", "usergroup", "broadcast", "channel");
    /// Words, what holds them, and what can be pressed.
    private static final Set<String> HARMLESS = Set.of("", "rich_text", "rich_text_section", "rich_text_quote", "text",
            "link",
            "actions", "context_actions", "feedback_buttons", "button", "plain_text", "input", "plain_text_input",
            "radio_buttons", "modal", "home", "section");

    private final Random random = new Random(4711);
    private final Hostile hostile = new Hostile(random);
    private int mentions;
    private int links;
    private int ownLinks;
    private int cut;
    private int looked;

    @Test
    void nothingThatIsQuotedOrRepeatedActs(@TempDir Path folder) {
        int strings = Effort.of(200, 10_000);
        Article article = hostile.article();
        try (ServedSlack served = ServedSlack.of(Setup.usual().keeping(30_000, 10_000).links(SITE + "/a/"),
                ServedSlack.Parts.in(folder).respondent(store -> desk(store, article)))) {
            Place channel = served.server.channel(hostile.text(3));
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < strings; i++) {
                if (i % 50 == 0) {
                    people.add(served.server.person(hostile.text(3), "en-US"));
                }
                ask(served, people.getLast(), channel, i);
                if (i % 50 == 49) {
                    pressAll(served, people.getLast());
                    look(served);
                }
            }
            List<String> violations = served.server.violations();
            mentions += (int) violations.stream().filter(what -> what.contains("mentioned")).count();
            links += (int) violations.stream().filter(what -> what.contains("links to")).count();
            IntStream.range(0, strings).forEach(this::write);
            Effort.report("S5 platform=slack strings=%d mentions=%d links=%d send_errors=%d cut_graphemes=%d".formatted(
                    strings, mentions, links, violations.size() + failures(served), cut));
            assertThat(violations).isEmpty();
            assertThat(failures(served)).as("refused").isZero();
            assertThat(people).allMatch(person -> !served.server.dm(person).botMessages().isEmpty());
        }
        assertThat(List.of(mentions, links, cut)).containsOnly(0);
        assertThat(ownLinks).as("the article's own page is linked all the same").isPositive();
    }

    /// A question of hostile pieces, and at times something that shows the article or repeats what was written.
    private void ask(ServedSlack served, Person person, Place channel, int number) {
        Place dm = served.server.dm(person);
        switch (number % 14) {
            case 0 -> person.says(dm, "article");
            case 1 -> person.says(dm, "passage " + (1 + random.nextInt(4)));
            case 2 -> person.says(dm, "passage " + hostile.text(2));
            case 3 -> person.says(dm, "summary");
            case 4 -> person.command(channel, "/ask", "");
            case 5 -> person.command(channel, "/ask", hostile.text(5) + "x");
            case 6 -> person.says(dm, "深度求索的创始人是谁？");
            case 7 -> person.opensHome();
            case 8 -> person.opensMessages();
            case 9 -> person.asks(channel, hostile.text(5) + "x");
            case 10 -> person.command(channel, "/article", "");
            default -> person.says(dm, hostile.text(1 + random.nextInt(12)) + "x");
        }
    }

    /// Writes a message in all styles, at times a much too long one, with buttons.
    private void write(int number) {
        Message.Builder message = new Message.Builder();
        for (int i = 0; i <= random.nextInt(8); i++) {
            String piece = hostile.text(1 + random.nextInt(number % 5 == 0 ? 300 : 10));
            Span.Style[] styles = Span.Style.values();
            message.add(piece, styles[random.nextInt(styles.length)]).add(" " + hostile.text(2) + " ");
        }
        Button button = new Button(hostile.text(1 + random.nextInt(20)), new Action.Stop(number));
        SlackWriter.Written written = SlackWriter.write(Post.of(message.build(), List.of(List.of(button))),
                random.nextBoolean());
        tree(written.blocks());
        cut += Hostile.cut(written.text());
        mentions += MARK.matcher(written.text()).find() ? 1 : 0;
        assertThat(written.text()).hasSizeLessThanOrEqualTo(SlackLimits.FALLBACK);
    }

    /// Presses everything that can be pressed under the newest messages.
    private static void pressAll(ServedSlack served, Person person) {
        served.awaitDone(LONG);
        List<SlackMessage> said = served.server.dm(person).botMessages();
        said.subList(Math.max(0, said.size() - 10), said.size()).forEach(message -> message.elements()
                .forEach(element -> person.presses(message, element.label().isEmpty()
                        ? element.actionId()
                        : element.label())));
        served.awaitDone(LONG);
    }

    private static long failures(ServedSlack served) {
        return served.store.inbox().outcomes().entrySet().stream()
                .filter(outcome -> Set.of("apologised", "undeliverable", "illegible").contains(outcome.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
    }

    /// Looks at everything that was sent since the last time.
    private void look(ServedSlack served) {
        int all = served.server.counts().values().stream().mapToInt(Integer::intValue).sum();
        List<Request> kept = served.server.sent();
        assertThat(all - looked).as("requests that are kept").isLessThanOrEqualTo(kept.size());
        kept.subList(kept.size() - (all - looked), kept.size()).forEach(this::look);
        looked = all;
    }

    private void look(Request request) {
        String text = request.text("text");
        mentions += MARK.matcher(text).find() ? 1 : 0;
        links += request.body().has("blocks") || !ADDRESS.matcher(text).find() ? 0 : 1;
        request.body().forEach(parameter -> tree(read(parameter)));
    }

    private void tree(JsonNode node) {
        String type = node.path("type").isTextual() ? node.path("type").asText() : "";
        mentions += CALLS.contains(type) ? 1 : 0;
        boolean own = type.equals("link") && OWN_PAGE.matcher(node.path("url").asText()).matches();
        ownLinks += own ? 1 : 0;
        links += node.has("url") && !own || !CALLS.contains(type) && !HARMLESS.contains(type) ? 1 : 0;
        if (type.startsWith("rich_text_")) {
            pieces(node.path("elements").valueStream().map(piece -> piece.path("text").asText()).toList());
        }
        cut += node.isTextual() ? Hostile.cut(node.asText()) : 0;
        node.forEach(this::tree);
    }

    private void pieces(List<String> pieces) {
        String whole = String.join("", pieces);
        int at = 0;
        for (String piece : pieces) {
            cut += Hostile.isWhole(whole, at, at + piece.length()) ? 0 : 1;
            at += piece.length();
        }
    }

    /// A parameter that is JSON in a text, or JSON itself, or nothing.
    private static JsonNode read(JsonNode parameter) {
        if (!parameter.isTextual() || !parameter.asText().matches("(?s)[\\[{].*")) {
            return parameter;
        }
        try {
            return Json.read(parameter.asText());
        } catch (JsonProcessingException _) {
            return parameter; // words that look like it
        }
    }

    private static Respondent desk(Store store, Article article) {
        return new Desk(new Shelf(article, "sample.txt", store.articles()),
                dev.pilcrow.conversation.Talk.CONVERSATIONS.remembering(store.turns(), InstantSource.system()),
                Wordings.packaged().linking(Links.at(URI.create(SITE))), store, _ -> TestScreen.rich(SlackLimits.TEXT));
    }
}
