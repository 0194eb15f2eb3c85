package dev.pilcrow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Telegram, which shows the same secret every time.
final class TelegramCaller extends Caller {

    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final String SECRET = "aB3_-xYz0123456789Qq";
    private static final String UPDATE = """
            {"update_id":10000,"message":{"message_id":1365,"date":1441645532,"chat":{"id":1111111,"type":"private",\
            "first_name":"文","last_name":"\uD83D\uDE00"},"from":{"id":1111111,"is_bot":false,"first_name":"T"},\
            "text":"谁创立了深度求索？"}}""";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    Hook bare() {
        return new Hook("/telegram", new Hook.Shown(HEADER, new Secret(SECRET)), TelegramCaller::take);
    }

    private static String take(String body) {
        try {
            if (!JSON.readTree(body).isObject()) {
                throw new IllegalArgumentException("no object");
            }
            return "";
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @Override
    byte[] body(Random random) {
        return UPDATE.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    String headers(byte[] body) {
        return HEADER + ": " + SECRET + "\r\n";
    }

    @Override
    RawRequest forged(int number, Random random) {
        Forgery forgery = Forgery.values()[number % Forgery.values().length];
        return RawRequest.post(bare().path(), forgery.headers(HEADER, SECRET, random), body(random));
    }
}
