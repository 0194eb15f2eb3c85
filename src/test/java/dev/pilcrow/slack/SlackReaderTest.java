package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Root;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Payloads in the shapes that Slack gives them.
class SlackReaderTest {

    private static final String URL = "https://hooks.slack.com/commands/T1/2/x";
    private static final String IM = "'type':'message','channel':'D1','channel_type':'im','user':'U1',";
    private static final String CHANNEL = "'type':'message','channel':'C1','channel_type':'channel','user':'U1',";
    private static final String MENTION = "'type':'app_mention','channel':'C1','user':'U1',";

    private boolean following;
    private final SlackReader reader = new SlackReader(new SlackBot("T1", "UBOT"), _ -> following);

    private static JsonNode json(String quoted) {
        return SlackJson.read(quoted.replace('\'', '"'));
    }

    private Optional<Delivery> event(String event) {
        return reader.read(json("{'type':'event_callback','team_id':'T1','event_id':'Ev1','event':{" + event + "}}"));
    }

    private Optional<Incoming> incoming(String event) {
        return event(event).map(Delivery::incoming);
    }

    private Delivery one(String payload) {
        return reader.read(json(payload)).orElseThrow();
    }

    private static Place place(String channel, String thread) {
        return new Place("slack", "T1", channel, thread, channel.startsWith("D"));
    }

    @Test
    void readsAllThatIsSaidInPrivateAsAQuestionThatBeginsAThread() {
        Delivery delivery = event(IM + "'text':' 这篇文章说了什么？ ','ts':'1.2'").orElseThrow();
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Question("这篇文章说了什么？"));
        assertThat(delivery.place()).isEqualTo(place("D1", "1.2"));
        assertThat(delivery.person()).isEqualTo(new Person("U1", null));
        assertThat(delivery.message()).isEqualTo(new MessageId("D1", "1.2"));
        assertThat(delivery.root()).isNull();
        assertThat(delivery.keys()).containsExactly("Ev1", "mD1:1.2");
    }

    @Test
    void keepsAnswersInTheThreadThatIsThere() {
        Delivery delivery = event(IM + "'text':'and then?','ts':'1.9','thread_ts':'1.2'").orElseThrow();
        assertThat(delivery.place()).isEqualTo(place("D1", "1.2"));
        assertThat(delivery.root()).isEqualTo(new Root(new MessageId("D1", "1.2"), ""));
    }

    @Test
    void isToldOnceOfAMentionThatIsAMessageToo() {
        Delivery mention = event(MENTION + "'text':'<@UBOT> why?','ts':'1.2'").orElseThrow();
        Delivery message = event(CHANNEL + "'text':'<@UBOT> why?','ts':'1.2'").orElseThrow();
        assertThat(Collections.disjoint(mention.keys().subList(1, 2), message.keys())).isFalse();
        assertThat(mention.place()).isEqualTo(message.place()).isEqualTo(place("C1", "1.2"));
        assertThat(mention.incoming()).isEqualTo(message.incoming()).isEqualTo(new Incoming.Question("why?"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"<@UBOT> why?~why?", "<@UBOT|pilcrow>, why?~why?",
            "and why <@UBOT> is it so?~and why is it so?", "why? <@UBOT>~why?", "<@UBOT>：为什么？~为什么？",
            "<@UBOT> a &lt; b &amp;&amp; c?~a < b && c?", "<@UBOT> <https://a.org|a.org> in <#C2|news>~a.org in #news",
            "<@UBOT> see <https://a.org>~see https://a.org", "<@UBOT> ask <@U2> or <!here>~ask @U2 or @here",
            "<@UBOT> &lt;@UBOT&gt;~<@UBOT>"})
    void takesItsNameFromTheQuestionAndReadsWhatIsMarkedInIt(String text, String question) {
        assertThat(incoming(MENTION + "'ts':'1.2','text':'" + text + "'")).contains(new Incoming.Question(question));
    }

    @Test
    void beginsWhenItIsOnlyCalled() {
        assertThat(incoming(MENTION + "'ts':'1.2','text':' <@UBOT> '")).contains(new Incoming.Start());
    }

    @Test
    void readsBareWordsAsCommands() {
        assertThat(incoming(MENTION + "'ts':'1','text':'<@UBOT> help'")).contains(new Incoming.Help());
        assertThat(incoming(MENTION + "'ts':'1','text':'<@UBOT> Mute.'")).contains(new Incoming.Mute(true));
        assertThat(incoming(MENTION + "'ts':'1','text':'<@UBOT> unmute'")).contains(new Incoming.Mute(false));
        assertThat(incoming(IM + "'ts':'1','text':'reset'")).contains(new Incoming.Reset());
        assertThat(incoming(IM + "'ts':'1','text':'sources'")).contains(new Incoming.Sources());
        assertThat(incoming(IM + "'ts':'1','text':'Summary'")).contains(new Incoming.Summary());
        assertThat(incoming(IM + "'ts':'1','text':'article'")).contains(new Incoming.Outline());
        assertThat(incoming(IM + "'ts':'1','text':'start'")).contains(new Incoming.Start());
        assertThat(incoming(IM + "'ts':'1','text':'passage 7'")).contains(new Incoming.Passage(7));
        assertThat(incoming(IM + "'ts':'1','text':'ｐａｓｓａｇｅ ７'")).contains(new Incoming.Passage(7));
        assertThat(incoming(IM + "'ts':'1','text':'/passage 7'")).contains(new Incoming.Passage(7));
        assertThat(incoming(IM + "'ts':'1','text':'passage about whales?'"))
                .contains(new Incoming.Question("passage about whales?"));
        assertThat(incoming(IM + "'ts':'1','text':'help me'")).contains(new Incoming.Question("help me"));
    }

    @Test
    void overhearsOnlyInThreadsThatItTakesPartIn() {
        String said = CHANNEL + "'ts':'1.9','thread_ts':'1.2','text':'and in May?'";
        assertThat(event(said)).isEmpty();
        following = true;
        assertThat(incoming(said)).contains(new Incoming.Overheard("and in May?"));
        assertThat(event(said).orElseThrow().place()).isEqualTo(place("C1", "1.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'ts':'1.9','thread_ts':'1.2','text':'<@U2> and in May?'",
            "'ts':'1.9','thread_ts':'1.2','text':'<!here> and in May?'",
            "'ts':'1.9','thread_ts':'1.2','text':'<!subteam^S1|@all> and?'", "'ts':'1.9','text':'and in May?'",
            "'ts':'1.2','thread_ts':'1.2','text':'and in May?'", "'ts':'1.9','thread_ts':'1.2','text':' '"})
    void doesNotOverhearWhatIsMeantForOthersOrStandsOutsideOfThreads(String said) {
        following = true;
        assertThat(event(CHANNEL + said)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'bot_id':'B1'", "'subtype':'bot_message'", "'subtype':'channel_join'",
            "'subtype':'channel_topic'", "'subtype':'message_deleted'", "'subtype':'message_replied'",
            "'subtype':'assistant_app_thread'", "'user':'UBOT'", "'user':'USLACKBOT'", "'user':null"})
    void passesOverBotsItselfAndWhatSlackSays(String who) {
        following = true;
        assertThat(event(IM + "'ts':'1.2','text':'why?'," + who)).isEmpty();
        assertThat(event(CHANNEL + "'ts':'1.9','thread_ts':'1.2','text':'<@UBOT> why?'," + who)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_share", "thread_broadcast", "me_message"})
    void readsWhatPeopleSayInOtherWays(String subtype) {
        assertThat(incoming(IM + "'ts':'1.2','text':'why?','subtype':'" + subtype + "'"))
                .contains(new Incoming.Question("why?"));
    }

    @Test
    void tellsOfWhatHasNoWordsInPrivateOnly() {
        String picture = "'ts':'1.2','text':'','subtype':'file_share','files':[{'id':'F1'}]";
        assertThat(incoming(IM + picture)).contains(new Incoming.Wordless());
        assertThat(incoming(CHANNEL + picture)).isEmpty();
        assertThat(incoming(IM + "'ts':'1.2','text':''")).isEmpty();
    }

    private static String changed(String channel, String now, String before) {
        return "'type':'message','subtype':'message_changed','channel':'" + channel
                + "','ts':'9.9','message':{'ts':'1.2','edited':{'ts':'3.0'}," + now
                + "},'previous_message':{'ts':'1.2'," + before + "}";
    }

    @Test
    void tellsOfAnEditOfWhatWasMeantForIt() {
        Delivery delivery = event(changed("D1", "'user':'U1','text':'who?'", "'text':'why?'")).orElseThrow();
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Edited("who?"));
        assertThat(delivery.message()).isEqualTo(new MessageId("D1", "1.2"));
        assertThat(delivery.place()).isEqualTo(place("D1", "1.2"));
        assertThat(delivery.keys()).hasSize(2).doesNotContain("mD1:1.2");
        assertThat(incoming(changed("C1", "'user':'U1','text':'<@UBOT> who?'", "'text':'<@UBOT> why?'")))
                .contains(new Incoming.Edited("who?"));
    }

    @Test
    void tellsOfAnEditInAThreadThatItTakesPartIn() {
        String edit = changed("C1", "'user':'U1','thread_ts':'1.0','text':'who?'", "'text':'why?'");
        assertThat(event(edit)).isEmpty();
        following = true;
        assertThat(incoming(edit)).contains(new Incoming.Edited("who?"));
    }

    @Test
    void passesOverEditsThatChangeNoWordsAndThoseOfBots() {
        assertThat(event(changed("D1", "'user':'U1','text':'why?','attachments':[{}]", "'text':'why?'"))).isEmpty();
        assertThat(event(changed("D1", "'user':'UBOT','bot_id':'B1','text':'x'", "'text':'y'"))).isEmpty();
        assertThat(event(changed("D1", "'user':'U1','text':'help'", "'text':'y'"))).isEmpty();
        assertThat(event(changed("C1", "'user':'U1','text':'who?'", "'text':'why?'"))).isEmpty();
    }

    @Test
    void tellsOfWhatElseHappens() {
        assertThat(happened("'type':'app_home_opened','user':'U1','channel':'D1','tab':'messages'"))
                .isEqualTo("Opened[] D1  U1");
        assertThat(happened("'type':'app_home_opened','user':'U1','channel':'D1','tab':'home','view':{}"))
                .isEqualTo("Visited[] D1  U1");
        assertThat(happened("'type':'assistant_thread_started','assistant_thread':{'user_id':'U1','context':{},"
                + "'channel_id':'D1','thread_ts':'1.2'}")).isEqualTo("Opened[] D1 1.2 U1");
        assertThat(happened("'type':'agent_session_stopped','channel':'D1','user':'U1','thread_ts':'1.2',"
                + "'streaming_message_ts':[]")).isEqualTo("Halted[] D1 1.2 U1");
        assertThat(happened("'type':'member_joined_channel','user':'UBOT','channel':'C1','inviter':'U1'"))
                .isEqualTo("Joined[] C1  U1");
        assertThat(happened("'type':'member_left_channel','user':'UBOT','channel':'C1'"))
                .isEqualTo("Left[] C1  UBOT");
        assertThat(happened("'type':'channel_left','channel':'C1'")).isEqualTo("Left[] C1  unknown");
        assertThat(happened("'type':'group_left','channel':'G1'")).isEqualTo("Left[] G1  unknown");
        assertThat(happened("'type':'channel_archive','channel':'C1','user':'U1'")).isEqualTo("Left[] C1  U1");
        assertThat(happened("'type':'channel_deleted','channel':'C1'")).isEqualTo("Left[] C1  unknown");
    }

    private String happened(String event) {
        return event(event).map(one -> one.incoming().toString().replaceAll(".*\\$", "") + " " + one.place().chat()
                + " " + one.place().thread() + " " + one.person().id()).orElse("nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'type':'member_joined_channel','user':'U1','channel':'C1'",
            "'type':'app_home_opened','user':'U1','channel':'D1','tab':'about'", "'type':'assistant_thread_started'",
            "'type':'assistant_thread_context_changed'", "'type':'app_context_changed'", "'type':'reaction_added'",
            "'type':'channel_rename','channel':{'id':'C1'}", "'type':'tokens_revoked'", "'type':'app_uninstalled'"})
    void passesOverTheRest(String event) {
        assertThat(event(event)).isEmpty();
    }

    private static String command(String name, String text) {
        return "{'token':'t','team_id':'T1','channel_id':'C1','channel_name':'general','user_id':'U1','command':'"
                + name + "','text':'" + text + "','response_url':'" + URL + "','trigger_id':'9.9.x'}";
    }

    @Test
    void answersACommandForTheOneWhoCalledIt() {
        Delivery delivery = one(command("/ask", "is a &lt; b?"));
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Question("is a < b?"));
        assertThat(delivery.place()).isEqualTo(new Place("slack", "T1", "C1", "", false, "U1"));
        assertThat(delivery.message()).isEqualTo(new MessageId("C1", "u" + URL));
        assertThat(delivery.keys()).containsExactly("t9.9.x");
    }

    @Test
    void readsEveryCommand() {
        assertThat(one(command("/ask", " ")).incoming()).isEqualTo(new Incoming.Compose("9.9.x " + URL));
        assertThat(one(command("/ask", "help")).incoming()).isEqualTo(new Incoming.Help());
        assertThat(one(command("/ask", "mute")).incoming()).isEqualTo(new Incoming.Question("mute"));
        assertThat(one(command("/article", "")).incoming()).isEqualTo(new Incoming.Outline());
        assertThat(one(command("/summary", "")).incoming()).isEqualTo(new Incoming.Summary());
        assertThat(one(command("/other", "x")).incoming()).isEqualTo(new Incoming.Unknown("/other"));
    }

    private static String shortcut(String callback, String message) {
        return "{'type':'message_action','callback_id':'" + callback + "','trigger_id':'9.9.x','response_url':'" + URL
                + "','team':{'id':'T1'},'user':{'id':'U1'},'channel':{'id':'C1'},'message':{" + message + "}}";
    }

    @Test
    void asksAboutAMessageInItsThreadWhereThatHasBegun() {
        Delivery delivery = one(shortcut("ask_about", "'ts':'1.2','user':'U2','text':'<@U3> who sold it?'"));
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Question("@U3 who sold it?"));
        assertThat(delivery.place()).isEqualTo(new Place("slack", "T1", "C1", "", false, "U1"));
        assertThat(delivery.message()).isEqualTo(new MessageId("C1", "u" + URL));
        assertThat(one(shortcut("ask_about", "'ts':'1.9','thread_ts':'1.2','text':'x'")).place().thread())
                .isEqualTo("1.2");
        assertThat(one(shortcut("ask_about", "'ts':'1.9','text':''")).incoming()).isEqualTo(new Incoming.Wordless());
        assertThat(reader.read(json(shortcut("other", "'ts':'1.9','text':'x'")))).isEmpty();
    }

    private static String press(String where, String value) {
        return "{'type':'block_actions','trigger_id':'9.9.x','response_url':'" + URL + "','user':{'id':'U1'},"
                + "'channel':{'id':'C1'}," + where + ",'actions':[{'type':'button','action_id':'" + value
                + "','value':'" + value + "'}]}";
    }

    @Test
    void readsAPressWithTheMessageThatItIsOn() {
        Delivery delivery = one(press("'container':{'type':'message','message_ts':'1.9','channel_id':'C1',"
                + "'is_ephemeral':false},'message':{'ts':'1.9','thread_ts':'1.2'}", "show:7:2"));
        assertThat(delivery.incoming())
                .isEqualTo(new Incoming.Pressed("9.9.x " + URL + " 1.2", new Action.Show(7, 2)));
        assertThat(delivery.place()).isEqualTo(place("C1", "1.2"));
        assertThat(delivery.message()).isEqualTo(new MessageId("C1", "1.9"));
        assertThat(delivery.keys()).containsExactly("t9.9.x");
        assertThat(one(press("'container':{'message_ts':'1.9'},'message':{'ts':'1.9'}", "page:7:2")).place())
                .isEqualTo(place("C1", "1.9"));
    }

    @Test
    void readsAPressOnWhatOnePersonSees() {
        Delivery delivery = one(press("'container':{'type':'message','message_ts':'1.9','is_ephemeral':true}",
                "share:7"));
        assertThat(delivery.place()).isEqualTo(new Place("slack", "T1", "C1", "", false, "U1"));
        assertThat(delivery.message()).isEqualTo(new MessageId("C1", "u" + URL));
    }

    @Test
    void dropsPressesThatAreNoButtons() {
        assertThat(reader.read(json(press("'container':{}", "x")))).isEmpty();
        assertThat(reader.read(json("{'type':'block_actions','actions':[{'type':'radio_buttons',"
                + "'selected_option':{'value':'ask:a:1'}}],'view':{'id':'V1'}}"))).isEmpty();
    }

    private static String view(String metadata, String more) {
        return "'view':{'id':'V1','hash':'h','title':{'type':'plain_text','text':'A title'},'private_metadata':'"
                + metadata.replace("'", "\\\"") + "'" + more + "}";
    }

    private static final String KEPT = "{'team':'T1','channel':'C1','thread':'1.2','private':false,'listener':'U1',"
            + "'response_url':'" + URL + "'}";

    @Test
    void readsAPressInAWindow() {
        Delivery delivery = one("{'type':'block_actions','trigger_id':'9.9.x','user':{'id':'U1'},'container':{"
                + "'type':'view','view_id':'V1'},'actions':[{'value':'why:7:1'}]," + view(KEPT, "") + "}");
        assertThat(delivery.incoming())
                .isEqualTo(new Incoming.Pressed("9.9.x " + URL + " 1.2", new Action.Because(7, Action.Reason.BESIDE)));
        assertThat(delivery.place()).isEqualTo(new Place("slack", "T1", "C1", "1.2", false, "U1"));
        assertThat(delivery.message()).isEqualTo(new MessageId("C1", "vV1 A title"));
    }

    private static String submission(String values) {
        return "{'type':'view_submission','trigger_id':'9.9.x','user':{'id':'U1'},"
                + view(KEPT, ",'state':{'values':{" + values + "}}") + "}";
    }

    @Test
    void takesWhatWasWrittenIntoAWindowOrElseWhatWasChosen() {
        String chosen = "'b':{'choice':{'type':'radio_buttons','selected_option':{'value':'ask:abc:3'}}}";
        Delivery written = one(submission(chosen + ",'own':{'own':{'type':'plain_text_input','value':' why? '}}"));
        assertThat(written.incoming()).isEqualTo(new Incoming.Question("why?"));
        assertThat(written.place()).isEqualTo(new Place("slack", "T1", "C1", "1.2", false, "U1"));
        assertThat(written.message()).isEqualTo(new MessageId("C1", "u" + URL));
        assertThat(written.keys()).containsExactly("sV1:h");
        assertThat(one(submission(chosen + ",'own':{'own':{'type':'plain_text_input','value':null}}")).incoming())
                .isEqualTo(new Incoming.Pressed("9.9.x " + URL + " 1.2", new Action.Ask("abc", 3)));
        assertThat(reader.read(json(submission("'b':{'choice':{'selected_option':null}}")))).isEmpty();
    }

    @Test
    void keepsWhatItCannotReadAsItCameWithoutTheToken() {
        Delivery delivery = reader.read(json("{'type':'event_callback','token':'secret','event_id':'Ev9','event':{"
                + "'type':'message','channel':'D1','text':{}}}")).orElseThrow();
        assertThat(delivery.incoming()).isInstanceOfSatisfying(Incoming.Illegible.class,
                illegible -> assertThat(illegible.raw()).contains("\"channel\":\"D1\"").doesNotContain("secret"));
        assertThat(delivery.keys()).isEqualTo(List.of("Ev9"));
    }
}
