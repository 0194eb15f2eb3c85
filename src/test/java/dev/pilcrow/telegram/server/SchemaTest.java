package dev.pilcrow.telegram.server;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void entitiesThatCrossAreNoted() throws Exception {
        raw("sendMessage", """
                {"chat_id":%d,"text":"A foundling","entities":[{"type":"bold","offset":0,"length":5},\
                {"type":"italic","offset":2,"length":6}]}""".formatted(dm.id()));
        assertThat(server.violations()).singleElement().asString().contains("cannot overlap");
    }
}
