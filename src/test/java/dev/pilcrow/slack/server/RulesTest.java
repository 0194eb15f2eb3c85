package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may not be posted, and what is noted though it is.
class RulesTest extends WithServer {

    @BeforeEach
    void breaksRules() {
        breaking = true;
    }

    @Override
    Setup setup() {
        return super.setup().links("https://example.org/");
    }

    private String posts(String blocks) throws IOException, SlackApiException {
        return error(client.chatPostMessage(post -> post.channel(general.id()).text("text").unfurlLinks(false)
                .unfurlMedia(false).blocksAsString(blocks.replace('\'', '"'))));
    }

    private static String times(int count, String block) {
        return IntStream.range(0, count).mapToObj(i -> block.replace("#", "" + i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String button(String id, String text, String value) {
        return "{'type':'button','action_id':'%s','text':{'type':'plain_text','text':'%s'},'value':'%s'}"
                .formatted(id, text, value);
    }

    private static String section(int length) {
        return "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(length) + "'}}";
    }

    private static String actions(String elements) {
        return "[{'type':'actions','elements':" + elements + "}]";
    }

    private void isTakenButNotMore(String most, String more) throws IOException, SlackApiException {
        assertThat(posts(most)).isEqualTo("done");
        assertThat(server.violations()).isEmpty();
        assertThat(posts(more)).isEqualTo("invalid_blocks");
        assertThat(server.violations()).isNotEmpty();
    }

    @Test
    void fiftyBlocksStandInAMessage() throws Exception {
        isTakenButNotMore(times(50, "{'type':'divider'}"), times(51, "{'type':'divider'}"));
    }

    @Test
    void threeThousandCharactersStandInASection() throws Exception {
        isTakenButNotMore("[" + section(3000) + "]", "[" + section(3001) + "]");
    }

    @Test
    void aHundredAndFiftyCharactersStandInAHeader() throws Exception {
        String header = "[{'type':'header','text':{'type':'plain_text','text':'%s'}}]";
        isTakenButNotMore(header.formatted("x".repeat(150)), header.formatted("x".repeat(151)));
    }

    @Test
    void twentyFiveButtonsStandInABlock() throws Exception {
        isTakenButNotMore(actions(times(25, button("b#", "x", "v"))), actions(times(26, button("b#", "x", "v"))));
    }

    @Test
    void seventyFiveCharactersStandOnAButton() throws Exception {
        isTakenButNotMore(actions(times(1, button("b", "x".repeat(75), "v"))),
                actions(times(1, button("b", "x".repeat(76), "v"))));
    }

    @Test
    void aButtonSendsTwoThousandCharacters() throws Exception {
        isTakenButNotMore(actions(times(1, button("b", "x", "v".repeat(2000)))),
                actions(times(1, button("b", "x", "v".repeat(2001)))));
    }

    @Test
    void anActionIdStandsInAMessageOnce() throws Exception {
        isTakenButNotMore(actions(times(2, button("b#", "x", "v"))), actions(times(2, button("b", "x", "v"))));
    }

    @Test
    void tenTextsStandInAContext() throws Exception {
        String context = "[{'type':'context','elements':%s}]";
        String text = "{'type':'mrkdwn','text':'x'}";
        isTakenButNotMore(context.formatted(times(10, text)), context.formatted(times(11, text)));
    }

    @Test
    void allTextsTogetherAreTooLong() throws Exception {
        assertThat(posts("[" + section(3000) + "," + section(3000) + "," + section(3000) + "," + section(2900) + "]"))
                .isEqualTo("done");
        assertThat(server.violations()).isEmpty();
        assertThat(posts(times(5, section(3000)))).isEqualTo("msg_blocks_too_long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'type':'text','text':''}                          | text has 0 characters
            {'type':'text','text':'x','style':{'loud':true}}   | has the style loud
            {'type':'words','text':'x'}                        | is of the unknown type
            {'type':'text','text':'x','colour':'red'}          | has an unknown field colour
            """)
    void richTextIsRefused(String element, String why) throws Exception {
        assertThat(posts("[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[" + element
                + "]}]}]")).isEqualTo("invalid_blocks");
        assertThat(server.violations()).first().asString().contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'type':'user','user_id':'U1'}                     | a user is mentioned
            {'type':'usergroup','usergroup_id':'S1'}           | a usergroup is mentioned
            {'type':'broadcast','range':'here'}                | a broadcast is mentioned
            {'type':'link','url':'https://example.com/'}       | it links to https://example.com/
            """)
    void aMentionOrALinkIsNoted(String element, String what) throws Exception {
        assertThat(posts("[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[" + element
                + "]}]}]")).isEqualTo("done");
        assertThat(server.violations()).singleElement().asString().contains(what);
    }

    @ParameterizedTest
    @CsvSource({"<!channel>,1", "<!here|here>,1", "<@U123>,1", "<https://example.com|x>,1",
            "<https://example.org/a|x>,0", "&lt;!channel&gt; a <b,0"})
    void aMentionInATextIsNoted(String text, int count) throws Exception {
        said(general, text);
        assertThat(server.violations()).hasSize(count);
    }

    @Test
    void unfoldingLinksAndWhatIsNotDocumentedAreNoted() throws Exception {
        client.postFormWithTokenAndParseResponse(form -> form.add("channel", general.id()).add("text", "x")
                .add("icon_emoji", ":eyes:"), "chat.postMessage", server.setup().secrets().botToken(),
                ChatPostMessageResponse.class);
        assertThat(server.violations()).containsExactlyInAnyOrder("chat.postMessage: icon_emoji is not documented",
                "chat.postMessage: unfurl_links is not false", "chat.postMessage: unfurl_media is not false");
    }

    @Test
    void aTextIsTooLong() throws Exception {
        SlackMessage said = said(general, "x".repeat(4000));
        assertThat(server.violations()).isEmpty();
        assertThat(error(client.chatUpdate(update -> update.channel(general.id()).ts(said.ts())
                .text("x".repeat(4001))))).isEqualTo("msg_too_long");
        said(general, "x".repeat(4001));
        assertThat(server.violations()).singleElement().asString().contains("more than are recommended");
    }

    @Test
    void aTitleHasTwentyFourCharacters() throws Exception {
        String view = "{\"type\":\"modal\",\"title\":{\"type\":\"plain_text\",\"text\":\"%s\"},\"blocks\":[]}";
        String trigger = alice.command(general, "/ask", "").triggerId();
        assertThat(error(client.viewsOpen(open -> open.triggerId(trigger).viewAsString(
                view.formatted("x".repeat(25)))))).isEqualTo("invalid_arguments");
        assertThat(error(client.viewsOpen(open -> open.triggerId(trigger).viewAsString(
                view.formatted("x".repeat(24)))))).isEqualTo("done");
    }
}
