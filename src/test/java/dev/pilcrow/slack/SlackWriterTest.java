package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Link;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Span;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWriterTest {

    private static SlackWriter.Written write(Message message, List<List<Button>> rows) {
        return SlackWriter.write(Post.of(message, rows), false);
    }

    /// The parts of the rich text, with `**` around what is bold and a backtick around code.
    private static List<String> parts(SlackWriter.Written written) {
        return written.blocks().get(0).path("elements").valueStream()
                .map(part -> part.path("type").asText().replace("rich_text_", "") + ": " + words(part)).toList();
    }

    private static String words(JsonNode part) {
        return part.path("elements").valueStream().map(piece -> {
            String mark = piece.path("style").path("bold").asBoolean()
                    ? "**"
                    : piece.path("style").path("code").asBoolean() ? "`" : "";
            return mark + piece.path("text").asText() + mark;
        }).collect(Collectors.joining());
    }

    @Test
    void writesSpansAsPiecesOfRichText() {
        SlackWriter.Written written = write(new Message.Builder().add("😀 ").add("Title", Span.Style.BOLD)
                .add("\n").add("said", Span.Style.QUOTE).add("\n").add("note", Span.Style.NOTE).build(), List.of());
        assertThat(parts(written)).containsExactly("section: 😀 **Title**", "quote: said", "section: note");
        assertThat(written.text()).isEqualTo("😀 Title\nsaid\nnote");
    }

    @Test
    void writesAPassageAsOneQuoteWithTheCitedWordsBold() {
        SlackWriter.Written written = write(new Message.Builder().add("¶ 6\n").add("Before. ", Span.Style.PASSAGE)
                .add("Cited.", Span.Style.CITED).add(" After.", Span.Style.PASSAGE).add("\n")
                .add("Alone.", Span.Style.CITED).build(), List.of());
        assertThat(parts(written)).containsExactly("section: ¶ 6", "quote: Before. **Cited.** After.",
                "quote: **Alone.**");
    }

    @Test
    void writesWhereASpanLeadsAsALinkInsideWhateverItStandsIn() {
        Link link = new Link(URI.create("https://a.example/a/1?q=6.0-7#p6"));
        SlackWriter.Written written = write(new Message.Builder().add("[1] ¶6", Span.Style.BOLD, link).add("\n")
                .add("[2] ", Span.Style.QUOTE, null).add("¶7", Span.Style.QUOTE, link)
                .add("“x”", Span.Style.QUOTE, null).build(), List.of());
        assertThat(parts(written)).containsExactly("section: **[1] ¶6**", "quote: [2] ¶7“x”");
        JsonNode parts = written.blocks().get(0).path("elements");
        assertThat(parts.get(0).path("elements").get(0)).isEqualTo(SlackJson.read("""
                {"type":"link","url":"https://a.example/a/1?q=6.0-7#p6","text":"[1] ¶6","style":{"bold":true}}"""));
        assertThat(parts.get(1).path("elements").get(1)).isEqualTo(SlackJson.read("""
                {"type":"link","url":"https://a.example/a/1?q=6.0-7#p6","text":"¶7"}"""));
        assertThat(written.text()).isEqualTo("[1] ¶6\n[2] ¶7“x”");
    }

    @Test
    void leadsNowhereWhereTheAddressesWouldMakeTheMessageTooLarge() {
        Link link = new Link(URI.create("https://a.example/" + "a".repeat(182)));
        Message.Builder message = new Message.Builder().add("字".repeat(2_900));
        for (int i = 0; i < 20; i++) {
            message.add("¶" + i, Span.Style.NOTE, link).add(" ");
        }
        SlackWriter.Written written = write(message.build(), List.of());
        assertThat(written.blocks().findValuesAsText("url")).hasSize(6);
        assertThat(parts(written).getFirst()).endsWith("¶19");
    }

    @Test
    void showsCommandsWithASlashOnlyWhereSlackHasThem() {
        SlackWriter.Written written = write(new Message.Builder().add("/ask why?", Span.Style.COMMAND).add(" or ")
                .add("/passage 7", Span.Style.COMMAND).build(), List.of());
        assertThat(parts(written)).containsExactly("section: `/ask why?` or `passage 7`");
        assertThat(written.text()).isEqualTo("/ask why? or passage 7");
    }

    @Test
    void showsTheNumberOfAnExampleWithItsCommand() {
        SlackWriter.Written written = write(new Message.Builder().add("as in ").add("/passage", Span.Style.COMMAND)
                .add(" 7, or ").add("/passage", Span.Style.COMMAND).add(" and its number").build(), List.of());
        assertThat(parts(written)).containsExactly("section: as in `passage 7`, or `passage` and its number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@everyone <!here> <@U123> <#C1>", "https://evil.example a@b.org",
            "*b* _i_ `c` ~s~ <https://evil.example|x>", "&lt;!here&gt;"})
    void letsNothingActButShowsItAsItIs(String hostile) {
        SlackWriter.Written written = write(Message.plain(hostile), List.of());
        assertThat(Set.copyOf(written.blocks().findValuesAsText("type")))
                .isSubsetOf("rich_text", "rich_text_section", "text");
        assertThat(parts(written)).containsExactly("section: " + hostile);
        assertThat(written.text()).doesNotContain("<", ">").doesNotContainPattern("&(?!amp;|lt;|gt;)");
    }

    @ParameterizedTest
    @CsvSource({"a,3000,3000", "<,750,3000", "&,600,3000", "字,3000,3000"})
    void cutsWhatIsTooLongSoThatItFitsWhenItIsEscaped(String character, int most, int longest) {
        SlackWriter.Written written = write(Message.plain(character.repeat(9000)), List.of());
        assertThat(words(written.blocks().get(0).path("elements").get(0))).hasSize(SlackLimits.TEXT);
        assertThat(written.text().length()).isLessThanOrEqualTo(longest);
        assertThat(written.text()).doesNotContainPattern("&(?!amp;|lt;|gt;)");
        assertThat(written.text().replaceAll("&\\w+;", "x").length()).isBetween(most - 10, most);
    }

    @Test
    void cutsNoCharacterInTwo() {
        SlackWriter.Written written = write(Message.plain("👩‍👩‍👧‍👦".repeat(1000)), List.of());
        assertThat(written.text()).doesNotContain("\uFFFD").matches("(?:👩‍👩‍👧‍👦)+…");
    }

    @Test
    void showsSomethingWhereThereIsNothingToSee() {
        SlackWriter.Written written = write(Message.plain(" \u200B"), List.of());
        assertThat(parts(written)).containsExactly("section: …");
        assertThat(written.text()).isEqualTo("…");
    }

    @Test
    void writesButtonsInRows() {
        SlackWriter.Written written = write(Message.plain("x"), List.of(
                List.of(new Button("[1]", new Action.Show(7, 1)), new Button("[2]", new Action.Show(7, 2))),
                List.of(new Button("y".repeat(100), new Action.Page(7, 1)))));
        assertThat(written.blocks()).hasSize(3);
        JsonNode button = written.blocks().get(1).path("elements").get(1);
        assertThat(button.path("type").asText()).isEqualTo("button");
        assertThat(button.path("action_id").asText()).isEqualTo(button.path("value").asText()).isEqualTo("show:7:2");
        assertThat(button.path("text").path("text").asText()).isEqualTo("[2]");
        assertThat(written.blocks().get(2).path("elements").get(0).path("text").path("text").asText()).hasSize(75)
                .endsWith("…");
    }

    @Test
    void letsSlackShowTheButtonsOfAJudgement() {
        List<List<Button>> rows = List.of(List.of(new Button("Good", new Action.Vote(7, true)),
                new Button("Bad", new Action.Vote(7, false))));
        JsonNode block = write(Message.plain("x"), rows).blocks().get(1);
        assertThat(block.path("type").asText()).isEqualTo("context_actions");
        JsonNode judgement = block.path("elements").get(0);
        assertThat(judgement.path("type").asText()).isEqualTo("feedback_buttons");
        assertThat(judgement.path("positive_button").path("value").asText()).isEqualTo("vote:7:1");
        assertThat(judgement.path("negative_button").path("value").asText()).isEqualTo("vote:7:0");
        assertThat(judgement.path("negative_button").path("text").path("text").asText()).isEqualTo("Bad");
        assertThat(SlackWriter.write(Post.of(Message.plain("x"), rows), true).blocks().get(1).path("type").asText())
                .isEqualTo("actions");
    }

    @Test
    void writesNoButtonTwiceAndNotMoreBlocksThanSlackTakes() {
        List<List<Button>> rows = IntStream.range(0, 90)
                .mapToObj(i -> List.of(new Button("b" + i, new Action.Show(7, i)))).toList();
        assertThat(write(Message.plain("x"), rows).blocks()).hasSize(50);
        List<Button> same = List.of(new Button("a", new Action.Show(7, 1)), new Button("b", new Action.Show(7, 1)));
        assertThat(write(Message.plain("x"), List.of(same, same)).blocks()).hasSize(2);
        List<Button> many = IntStream.range(0, 30).mapToObj(i -> new Button("b", new Action.Show(7, i))).toList();
        assertThat(StreamSupport.stream(write(Message.plain("x"), List.of(many)).blocks().spliterator(), false)
                .map(block -> block.path("elements").size())).containsExactly(1, 25, 5);
    }

    @Test
    void showsTheWordsThatAPostRepliesToAboveIt() {
        SlackWriter.Written written = SlackWriter.write(new Post(Message.plain("In May."), List.of(),
                new Post.Quote(new MessageId("C1", "1.2"), "sold in May")), false);
        assertThat(parts(written)).containsExactly("quote: sold in May", "section: In May.");
        assertThat(written.text()).isEqualTo("In May.");
    }
}
