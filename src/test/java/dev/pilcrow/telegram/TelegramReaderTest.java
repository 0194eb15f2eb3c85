package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Root;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Updates in the shapes that the Bot API gives them.
class TelegramReaderTest {

    private static final String LI = "{'id':5001,'is_bot':false,'first_name':'Li','language_code':'zh-hans'}";
    private static final String BOT = "{'id':77,'is_bot':true,'first_name':'Pilcrow','username':'pilcrow_bot'}";
    private static final String DM = "'chat':{'id':5001,'first_name':'Li','type':'private'},'from':" + LI;
    private static final String GROUP = "'chat':{'id':-100200,'title':'Readers','type':'supergroup'},'from':" + LI;

    private final TelegramReader reader = new TelegramReader(new TelegramBot(77, "pilcrow_bot"));

    @Test
    void readsAllThatIsSaidInPrivateAsAQuestion() {
        Delivery delivery = one(message(DM, "'text':'  这篇文章说了什么？ '"));
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Question("这篇文章说了什么？"));
        assertThat(delivery.place()).isEqualTo(new Place("telegram", "77", "5001", "", true));
        assertThat(delivery.person()).isEqualTo(new Person("5001", "zh-hans"));
        assertThat(delivery.message()).isEqualTo(new MessageId("5001", "12"));
        assertThat(delivery.root()).isNull();
        assertThat(delivery.keys()).containsExactly("u900", "m5001:12");
    }

    @Test
    void readsWhatStandsUnderAPictureAsTheQuestion() {
        assertThat(wish(DM, "'photo':[{'file_id':'a','width':9,'height':9}],'caption':'Who is this?'"))
                .contains(new Incoming.Question("Who is this?"));
    }

    @Test
    void answersAQuestionThatIsOlderThanADay() {
        assertThat(wish(DM, "'text':'Why?','date':1500000000")).contains(new Incoming.Question("Why?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'photo':[]", "'voice':{'file_id':'a'}", "'sticker':{}", "'video_note':{}", "'document':{}",
            "'location':{'latitude':1.0}", "'photo':[],'caption':' '"})
    void tellsOfWhatHasNoWordsInPrivate(String content) {
        assertThat(wish(DM, content)).contains(new Incoming.Wordless());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'pinned_message':{}", "'message_auto_delete_timer_changed':{}",
            "'forum_topic_created':{}"})
    void isSilentAboutWhatTelegramItselfSaysInPrivate(String content) {
        assertThat(wish(DM, content)).isEmpty();
    }

    @Test
    void tellsOnceOfAnAlbumWithoutWords() {
        assertThat(one(message(DM, "'photo':[],'media_group_id':'9'")).keys())
                .containsExactly("u900", "m5001:12", "g5001:9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask@pilcrow_bot why?", "/ASK@Pilcrow_Bot why?", "/ask why?", "／ask why?", "/ask\\nwhy?"})
    void readsItsCommandsInGroups(String text) {
        assertThat(wish(GROUP, "'text':'" + text + "'")).contains(new Incoming.Question("why?"));
    }

    @Test
    void readsCommandsWithTheBotsNameInPrivateToo() {
        assertThat(wish(DM, "'text':'/passage@pilcrow_bot 7'")).contains(new Incoming.Passage(7));
        assertThat(wish(DM, "'text':'/nonsense'")).contains(new Incoming.Unknown("/nonsense"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ask@other_bot why?", "/ban", "/ban spammer", "good morning", "@pilcrow_bot2 hi",
            "mail me at a@pilcrow_bot"})
    void isSilentInGroupsAboutWhatIsNotMeantForIt(String text) {
        assertThat(wish(GROUP, "'text':'" + text + "'")).isEmpty();
    }

    @Test
    void tellsInGroupsThatItDoesNotKnowACommandOnlyWhenItIsCalledByName() {
        assertThat(wish(GROUP, "'text':'/ban@pilcrow_bot'")).contains(new Incoming.Unknown("/ban"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"@pilcrow_bot why?|0|why?", "@Pilcrow_Bot, why?|0|why?",
            "and why @pilcrow_bot is it so?|8|and why is it so?", "why? @pilcrow_bot|5|why?",
            "@pilcrow_bot：为什么？|0|为什么？"})
    void takesItsNameFromTheQuestionWhereverItStands(String text, int at, String question) {
        assertThat(wish(GROUP, "'text':'" + text + "'," + mention(at))).contains(new Incoming.Question(question));
    }

    @Test
    void takesEveryMentionOfItFromTheQuestion() {
        assertThat(wish(GROUP, "'text':'@pilcrow_bot why @pilcrow_bot?','entities':[{'type':'mention','offset':0,"
                + "'length':12},{'type':'mention','offset':17,'length':12}]")).contains(new Incoming.Question("why ?"));
    }

    @Test
    void isMeantWhenItIsMentionedWithoutItsName() {
        assertThat(wish(GROUP, "'text':'Pilcrow why?','entities':[{'type':'text_mention','offset':0,'length':7,'user':"
                + BOT + "}]")).contains(new Incoming.Question("why?"));
    }

    @Test
    void passesOverMentionsOfOthersAndOnesThatLeaveTheText() {
        assertThat(wish(GROUP, "'text':'@somebody why?','entities':[{'type':'mention','offset':0,'length':9}]"))
                .isEmpty();
        assertThat(wish(GROUP, "'text':'why?','entities':[{'type':'mention','offset':2,'length':900}]")).isEmpty();
    }

    @Test
    void readsACaptionThatMentionsIt() {
        assertThat(wish(GROUP, "'photo':[],'caption':'@pilcrow_bot who?','caption_entities':[{'type':'mention',"
                + "'offset':0,'length':12}]")).contains(new Incoming.Question("who?"));
    }

    @Test
    void isSilentInGroupsAboutPictures() {
        assertThat(wish(GROUP, "'photo':[]")).isEmpty();
    }

    @Test
    void followsUpWhenItsAnswerIsRepliedTo() {
        assertThat(wish(GROUP, "'text':'and then?'," + reply(BOT, "'text':'An answer.'")))
                .contains(new Incoming.Question("and then?"));
        assertThat(wish(GROUP, "'text':'and then?'," + reply(LI, "'text':'Something.'"))).isEmpty();
    }

    @Test
    void doesNotTakeATopicOfItsOwnForSomethingItSaid() {
        assertThat(wish(GROUP, "'text':'hello all','message_thread_id':9,'is_topic_message':true,"
                + reply(BOT, "'forum_topic_created':{'name':'News'}"))).isEmpty();
    }

    @Test
    void takesTheTextOfTheMessageThatACallWithoutWordsRepliesTo() {
        String other = reply(LI, "'text':'Who owns the port?'");
        assertThat(wish(GROUP, "'text':'/ask@pilcrow_bot'," + other))
                .contains(new Incoming.Question("Who owns the port?"));
        assertThat(wish(GROUP, "'text':'@pilcrow_bot'," + mention(0) + "," + other))
                .contains(new Incoming.Question("Who owns the port?"));
        assertThat(wish(GROUP, "'text':'/ask'," + reply(LI, "'photo':[],'caption':'What is it?'")))
                .contains(new Incoming.Question("What is it?"));
    }

    @Test
    void takesTheWordsThatWereSelectedBeforeTheRest() {
        assertThat(wish(GROUP, "'text':'/ask','quote':{'text':'the port','position':9,'is_manual':true},"
                + reply(LI, "'text':'Who owns the port?'"))).contains(new Incoming.Question("the port"));
    }

    @Test
    void helpsWhenItIsCalledWithoutWords() {
        assertThat(wish(GROUP, "'text':'@pilcrow_bot'," + mention(0))).contains(new Incoming.Help());
        assertThat(wish(GROUP, "'text':'/ask'")).contains(new Incoming.Help());
        assertThat(wish(GROUP, "'text':'@pilcrow_bot'," + mention(0) + "," + reply(BOT, "'text':'An answer.'")))
                .contains(new Incoming.Help());
        assertThat(wish(GROUP, "'text':'/ask'," + reply(LI, "'photo':[]"))).contains(new Incoming.Help());
    }

    @Test
    void neverAnswersOtherBotsNorItself() {
        for (String from : new String[]{BOT, "{'id':88,'is_bot':true,'first_name':'Other'}"}) {
            assertThat(wish("'chat':{'id':-100200,'type':'supergroup'},'from':" + from, "'text':'/ask why?'"))
                    .isEmpty();
            assertThat(wish("'chat':{'id':5001,'type':'private'},'from':" + from, "'text':'why?'")).isEmpty();
        }
        assertThat(wish(GROUP, "'text':'/ask why?','via_bot':" + BOT)).isEmpty();
    }

    @Test
    void takesAnonymousAdministratorsForPeople() {
        assertThat(one(message("'chat':{'id':-100200,'type':'supergroup'},'from':{'id':1087968824,'is_bot':true,"
                + "'first_name':'Group','username':'GroupAnonymousBot'},'sender_chat':{'id':-100200,'type':'supergroup'}",
                "'text':'/ask why?'")).person()).isEqualTo(new Person("chat-100200", null));
    }

    @Test
    void takesChannelsForPeople() {
        String channel = "'sender_chat':{'id':-100300,'type':'channel','title':'News'}";
        assertThat(one(message("'chat':{'id':-100200,'type':'supergroup'},'from':{'id':136817688,'is_bot':true,"
                + "'first_name':'Channel'}," + channel, "'text':'/ask why?'")).person())
                .isEqualTo(new Person("chat-100300", null));
    }

    @Test
    void passesOverWhatAChannelForwardsByItself() {
        assertThat(wish("'chat':{'id':-100200,'type':'supergroup'},'from':{'id':777000,'is_bot':false,'first_name':"
                + "'Telegram'},'sender_chat':{'id':-100300,'type':'channel'},'is_automatic_forward':true",
                "'text':'/ask why?'")).isEmpty();
    }

    @Test
    void passesOverChannels() {
        assertThat(
                read("{'update_id':900,'channel_post':{'message_id':1,'date':1,'chat':{'id':-100300,'type':'channel'},"
                        + "'text':'/ask why?'}}"))
                .isEmpty();
    }

    @Test
    void keepsTopicsOfAForumApart() {
        String forum = "'chat':{'id':-100200,'type':'supergroup','is_forum':true},'from':" + LI;
        assertThat(place(forum, "'message_thread_id':9,'is_topic_message':true,")).isEqualTo("t9");
        assertThat(place(forum, "")).isEmpty();
        assertThat(place(forum, "'message_thread_id':12,")).isEmpty();
    }

    @Test
    void keepsTopicsOfAPrivateChatApart() {
        assertThat(place(DM, "'message_thread_id':9,'is_topic_message':true,")).isEqualTo("t9");
    }

    @Test
    void tellsWhatAThreadOfCommentsHangsOn() {
        Delivery first = one(
                message(GROUP, "'message_thread_id':9,'text':'/ask why?','reply_to_message':{'message_id':9,"
                        + "'date':1,'chat':{'id':-100200,'type':'supergroup'},'is_automatic_forward':true,'text':'The article.'}"));
        assertThat(first.place().thread()).isEqualTo("r9");
        assertThat(first.root()).isEqualTo(new Root(new MessageId("-100200", "9"), "The article."));
        Delivery later = one(
                message(GROUP, "'message_thread_id':9,'text':'why?'," + reply(BOT, "'text':'An answer.'")));
        assertThat(later.root()).isEqualTo(new Root(new MessageId("-100200", "9"), ""));
    }

    @Test
    void readsAQuestionThatWasChanged() {
        Delivery delivery = one(update("edited_message", DM, "'edit_date':1700000099,'text':'Why not?'"));
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Edited("Why not?"));
        assertThat(delivery.message()).isEqualTo(new MessageId("5001", "12"));
        assertThat(delivery.keys()).hasSize(2).contains("u900").last().asString().startsWith("e5001:12:1700000099:");
        assertThat(read(update("edited_message", GROUP, "'text':'/ask why?'"))).map(Delivery::incoming)
                .contains(new Incoming.Edited("why?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/passage 7", "/ask"})
    void passesOverACommandThatWasChanged(String text) {
        assertThat(read(update("edited_message", DM, "'text':'" + text + "'"))).isEmpty();
        assertThat(read(update("edited_message", GROUP, "'text':'no question'"))).isEmpty();
        assertThat(read(update("edited_message", DM, "'location':{}"))).isEmpty();
    }

    @Test
    void readsThePressOfAButton() {
        Delivery delivery = one(press("show:42:3", "'message':{'message_id':20,'date':1,'chat':{'id':-100200,"
                + "'type':'supergroup'},'from':" + BOT + ",'text':'An answer.','message_thread_id':9,"
                + "'reply_to_message':{'message_id':12,'date':1,'chat':{'id':-100200,'type':'supergroup'}}}"));
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Pressed("4321", new Action.Show(42, 3)));
        assertThat(delivery.keys()).containsExactly("u900", "c4321");
        assertThat(delivery.message()).isEqualTo(new MessageId("-100200", "20"));
        assertThat(delivery.place()).isEqualTo(new Place("telegram", "77", "-100200", "r9", false));
        assertThat(delivery.person()).isEqualTo(new Person("5001", "zh-hans"));
    }

    @Test
    void readsAPressUnderAMessageThatTelegramNoLongerShows() {
        assertThat(one(press("stop:7", "'message':{'message_id':20,'date':0,'chat':{'id':5001,'type':'private'}}"))
                .message()).isEqualTo(new MessageId("5001", "20"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "show", "show:x:y", "drop table", "show:1:2:3", "stop:99999999999999999999"})
    void passesOverAForgedPress(String data) {
        assertThat(read(press(data, "'message':{'message_id':20,'date':1,'chat':{'id':5001,'type':'private'}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"left,member,supergroup,Joined", "kicked,administrator,group,Joined", "member,kicked,private,Left",
            "administrator,left,supergroup,Left", "member,kicked,supergroup,Left", "kicked,member,private,",
            "member,administrator,supergroup,", "restricted,member,supergroup,", "left,restricted,supergroup,",
            "left,administrator,channel,", "administrator,left,channel,"})
    void tellsWhereItMayWrite(String before, String now, String kind, String expected) {
        Optional<Delivery> delivery = read("{'update_id':900,'my_chat_member':{'chat':{'id':-100200,'type':'" + kind
                + "'},'from':" + LI + ",'date':1,'old_chat_member':{'user':" + BOT + ",'status':'" + before
                + "'},'new_chat_member':{'user':" + BOT + ",'status':'" + now + "'}}}");
        assertThat(delivery.map(one -> one.incoming().getClass().getSimpleName()).orElse(null)).isEqualTo(expected);
        delivery.ifPresent(one -> assertThat(one.keys()).containsExactly("u900"));
    }

    @Test
    void tellsThatAGroupHasAnotherIdNow() {
        Delivery delivery = one(
                message("'chat':{'id':-200,'type':'group'},'from':" + LI, "'migrate_to_chat_id':-100200"));
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Moved("-100200"));
        assertThat(delivery.place().chat()).isEqualTo("-200");
    }

    /// What makes the library lose a whole batch.
    @ParameterizedTest
    @ValueSource(strings = {"'gift':{'gift':{'id':'1'}}", "'unique_gift':{'gift':{'name':'x'}}",
            "'chat_background_set':{'type':{'type':'from_next_year'}}", "'contact':{'user_id':99999999999999999999}",
            "'new_chat_members':[{'id':1,'first_name':'no is_bot'}]", "'forward_origin':{'type':'from_next_year'}",
            "'reply_to_message':{'message_id':3,'date':0,'chat':{'id':5001,'type':'private'}}",
            "'reply_to_message':{'message_id':'no number','chat':7}", "'external_reply':{'gift':{}},'giveaway':3",
            "'dice':{'value':'six'},'date':1700000000000"})
    void readsTheQuestionWhateverElseIsInTheUpdate(String poison) {
        assertThat(wish(DM, "'text':'Why?'," + poison)).contains(new Incoming.Question("Why?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'update_id':900,'message':{'message_id':'x','chat':{'id':1}}}",
            "{'update_id':900,'message':'hello'}", "{'update_id':900,'message':{'message_id':1,'text':'no chat'}}",
            "{'update_id':900,'callback_query':{'id':'1','data':'stop:1'}}",
            "{'update_id':900,'message':{'message_id':1,'chat':{'id':99999999999999999999999},'text':[1]}}"})
    void keepsWhatItCannotRead(String update) {
        Delivery delivery = one(update);
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Illegible(json(update).toString()));
        assertThat(delivery.keys()).containsExactly("u900");
    }

    @Test
    void keepsAtMost64KibibytesOfWhatItCannotRead() {
        Delivery delivery = one("{'update_id':900,'message':{'text':'" + "字".repeat(100_000) + "'}}");
        assertThat(((Incoming.Illegible) delivery.incoming()).raw().getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(60_000, 65_536);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'900'", "99999999999", "null", "1.5", "{}"})
    void readsAnUpdateWithAStrangeNumber(String number) {
        assertThat(read("{'update_id':" + number + ",'message':{'message_id':12,'date':1," + DM + ",'text':'Why?'}}"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'update_id':900}", "{'update_id':900,'poll':{}}",
            "{'update_id':900,'stopped_by_user':{}}"})
    void passesOverWhatItDidNotAskFor(String update) {
        assertThat(read(update)).isEmpty();
    }

    private Optional<Incoming> wish(String chat, String content) {
        return read(message(chat, content)).map(Delivery::incoming);
    }

    private String place(String chat, String content) {
        return one(message(chat, content + "'text':'/ask why?'")).place().thread();
    }

    private Delivery one(String update) {
        return read(update).orElseThrow();
    }

    private Optional<Delivery> read(String update) {
        return reader.read(json(update));
    }

    private static JsonNode json(String update) {
        try {
            return new ObjectMapper().readTree(update.replace('\'', '"'));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(update, broken);
        }
    }

    private static String message(String chat, String content) {
        return update("message", chat, content);
    }

    private static String update(String kind, String chat, String content) {
        return "{'update_id':900,'" + kind + "':{'message_id':12," + chat + "," + content + "}}";
    }

    private static String press(String data, String content) {
        return "{'update_id':900,'callback_query':{'id':'4321','from':" + LI + ",'chat_instance':'1','data':'" + data
                + "'," + content + "}}";
    }

    private static String mention(int at) {
        return "'entities':[{'type':'mention','offset':" + at + ",'length':12}]";
    }

    private static String reply(String from, String content) {
        return "'reply_to_message':{'message_id':3,'date':1,'chat':{'id':-100200,'type':'supergroup'},'from':" + from
                + ","
                + content + "}";
    }
}
