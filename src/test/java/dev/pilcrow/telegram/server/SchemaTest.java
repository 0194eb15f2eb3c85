package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest extends WithServer {

    @AfterEach
    @Override
    void everyRequestWasAsDocumented() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "sendMessage | {'chat_id':1} | sendMessage.text is missing",
            "sendMessage | {'chat_id':1,'text':7} | sendMessage.text is no String but 7",
            "sendMessage | {'chat_id':1,'text':'x','txt':'y'} | sendMessage.txt is not documented",
            "sendMessage | {'chat_id':1,'text':'x','parse_mode':'HTML'} | sendMessage.parse_mode is not for this bot",
            "sendMessage | {'chat_id':true,'text':'x'} | sendMessage.chat_id is no Integer or String but true",
            "sendMessage | {'chat_id':1,'text':'x','method':'getMe'} | sendMessage: its method field says \"getMe\"",
            "sendMessage | {'chat_id':1,'text':'x','entities':[{'type':'bold','offset':0}]} | sendMessage.entities[0].length is missing",
            "sendMessage | {'chat_id':1,'text':'x','entities':{}} | sendMessage.entities is no Array of MessageEntity but {}",
            "sendMessage | {'chat_id':1,'text':'x','reply_parameters':{'message_id':'1'}} | sendMessage.reply_parameters.message_id is no Integer but \"1\"",
            "sendMessage | {'chat_id':1,'text':'x','reply_markup':{'inline_keyboard':[[{'txt':'a'}]]}} | sendMessage.reply_markup.inline_keyboard[0][0].txt is not documented",
            "sendPhoto | {'chat_id':1} | sendPhoto is no method of this server",
            "getUpdates | {'limit':101} | getUpdates.limit is not between 1 and 100"})
    void tellsWhatIsNotAsDocumented(String method, String body, String sentence) throws Exception {
        raw(method, body.replace('\'', '"'));
        assertThat(server.violations()).contains(sentence);
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() throws Exception {
        assertThat(raw("sendMessage", "[1]")).contains("can't parse request body as a JSON object");
        assertThat(raw("sendMessage", "{\"chat_id\":")).contains("can't parse request body as a JSON object");
        assertThat(server.violations()).hasSize(2);
    }

    @Test
    void parametersMayStandInTheAddress() throws Exception {
        raw("SENDMESSAGE?chat_id=" + dm.id() + "&text=Hello%20there&disable_notification=true", "");
        assertThat(dm).hasToString("Pilcrow: Hello there");
        assertThat(server.violations()).isEmpty();
        raw("sendMessage?chat_id=" + dm.id() + "&text=x&disable_notification=perhaps", "");
        assertThat(server.violations()).hasSize(1);
    }

    @Test
    void halfASurrogatePairIsNoText() throws Exception {
        assertThat(raw("sendMessage", "{\"chat_id\":" + dm.id() + ",\"text\":\"\\ud83d\"}")).contains("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9 | {'text':'a','callback_data':'b'} | more than 8 buttons in a row",
            "1 | {'text':'a','callback_data':'b','style':'loud'} | a button in no style",
            "1 | {'text':'a','callback_data':'b','url':'https://example.org'} | a button that does more than one thing"})
    void buttonsThatAreShownInNoAppAreNoted(int count, String button, String sentence) throws Exception {
        String row = String.join(",", Collections.nCopies(count, button.replace('\'', '"')));
        raw("sendMessage", "{\"chat_id\":%d,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[%s]]}}"
                .formatted(dm.id(), row));
        assertThat(server.violations()).singleElement().asString().startsWith(sentence);
    }

    @Test
    void moreThanAHundredEntitiesAreNotedAndTheRestIsLost() throws Exception {
        String entities = IntStream.range(0, 101)
                .mapToObj(i -> "{\"type\":\"bold\",\"offset\":%d,\"length\":1}".formatted(2 * i))
                .collect(Collectors.joining(","));
        raw("sendMessage", "{\"chat_id\":%d,\"text\":\"%s\",\"entities\":[%s]}".formatted(dm.id(), "x".repeat(202),
                entities));
        assertThat(dm.last().marked("bold")).hasSize(100);
        assertThat(server.violations()).containsExactly("more than 100 entities");
    }

    @Test
    void entitiesThatCrossAreNoted() throws Exception {
        raw("sendMessage", """
                {"chat_id":%d,"text":"A foundling","entities":[{"type":"bold","offset":0,"length":5},\
                {"type":"italic","offset":2,"length":6}]}""".formatted(dm.id()));
        assertThat(server.violations()).singleElement().asString().contains("cannot overlap");
    }
}
