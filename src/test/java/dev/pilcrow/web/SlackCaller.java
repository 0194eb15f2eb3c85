package dev.pilcrow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilcrow.SlackDoor;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.Signature;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Slack, which signs what it sends, and when.
final class SlackCaller extends Caller {

    private static final String TIME = "X-Slack-Request-Timestamp";
    private static final String SIGN = "X-Slack-Signature";
    private static final String SECRET = Setup.CANARY.signing();
    private static final String EVENT = """
            {"token":"x","team_id":"T07PILCROW","api_app_id":"A1","type":"event_callback","event_id":"Ev#",\
            "event_time":1795602896,"event":{"type":"message","channel":"D1","channel_type":"im","user":"U#",\
            "ts":"1795602896.#","event_ts":"1795602896.#","text":"谁创立了深度求索？ \uD83D\uDE00 &lt;b&gt;",\
            "blocks":[{"type":"rich_text","elements":[]}],"files":[{"id":"F1"}]},"authorizations":[{"user_id":"U1"}]}""";
    private static final String CHANGED = """
            {"type":"event_callback","event_id":"Ev#","event":{"type":"message","subtype":"message_changed",\
            "channel":"D1","channel_type":"im","ts":"1795602896.#","message":{"user":"U#","text":"why?",\
            "ts":"1795602890.#","edited":{"ts":"1795602896.0"}},"previous_message":{"text":"who?"}}}""";
    private static final String PRESS = """
            {"type":"block_actions","trigger_id":"1.#","user":{"id":"U#"},"team":{"id":"T07PILCROW"},\
            "channel":{"id":"C1"},"message":{"ts":"1795602896.1","thread_ts":"1795602896.0"},\
            "container":{"type":"message","message_ts":"1795602896.1","channel_id":"C1","is_ephemeral":true},\
            "response_url":"https://hooks.slack.com/actions/T1/#/x","actions":[{"type":"button","action_id":"x",\
            "block_id":"b","value":"x"}]}""";
    private static final String SENT = """
            {"type":"view_submission","trigger_id":"1.#","user":{"id":"U#"},"view":{"id":"V#","hash":"1.a",\
            "private_metadata":"{\\"channel\\":\\"C1\\",\\"listener\\":\\"U1\\"}","state":{"values":{"own":{"own":\
            {"type":"plain_text_input","value":"who?"}}}}}}""";
    private static final String COMMAND = "token=x&team_id=T07PILCROW&channel_id=C1&user_id=U#&command=%2Fask"
            + "&text=who%3F&trigger_id=1.#&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F#";

    private final SlackDoor door;

    SlackCaller(Path folder) {
        door = SlackDoor.open(folder);
    }

    @Override
    Hook bare() {
        return door.hook();
    }

    /// How much of it was put on disk.
    int kept() {
        return door.kept();
    }

    @Override
    byte[] body(Random random) {
        String number = Integer.toString(100_000 + random.nextInt(900_000));
        String body = switch (random.nextInt(8)) {
            case 0 -> COMMAND.replace("#", number);
            case 1 -> "payload=" + URLEncoder.encode(PRESS.replace("#", number), UTF_8);
            case 2 -> "payload=" + URLEncoder.encode(SENT.replace("#", number), UTF_8);
            case 3 -> CHANGED.replace("#", number);
            default -> EVENT.replace("#", number);
        };
        return body.getBytes(UTF_8);
    }

    @Override
    String headers(byte[] body) {
        return headers(now(), now(), body);
    }

    private static String headers(long shown, long signed, byte[] body) {
        return TIME + ": " + shown + "\r\n" + SIGN + ": " + sign(Long.toString(signed), body) + "\r\n";
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    private static String sign(String at, byte[] body) {
        return Signature.of(SECRET, at, new String(body, UTF_8));
    }

    /// How else somebody may try to pass for Slack, who has seen requests of it, or knows how they are signed.
    private enum Trick {
        OLD, MUCH_TOO_OLD, FUTURE, TIME_CHANGED, BODY_CHANGED, OTHER_SECRET, NO_TIME, TWO_TIMES, TIME_IN_MILLISECONDS, TIME_NEGATIVE, TIME_HUGE, TIME_EMPTY, TIME_WITH_A_FRACTION, OTHER_VERSION, NO_VERSION, UPPER_CASE, WITHOUT_THE_TIME
    }

    @Override
    RawRequest forged(int number, Random random) {
        byte[] body = body(random);
        List<Forgery> forgeries = List.of(Forgery.values());
        int way = number % (forgeries.size() + Trick.values().length);
        String at = Long.toString(now());
        String headers = way < forgeries.size()
                ? TIME + ": " + at + "\r\n" + forgeries.get(way).headers(SIGN, sign(at, body), random)
                : trick(Trick.values()[way - forgeries.size()], body, random);
        return RawRequest.post(bare().path(), headers, body);
    }

    private static String trick(Trick trick, byte[] body, Random random) {
        long now = now();
        String sign = SIGN + ": " + sign(Long.toString(now), body) + "\r\n";
        String time = TIME + ": " + now + "\r\n";
        long away = 302L + random.nextInt(3_000);
        return switch (trick) {
            case OLD -> headers(now - away, now - away, body);
            case MUCH_TOO_OLD -> headers(now % 100_000, now % 100_000, body);
            case FUTURE -> headers(now + away, now + away, body);
            case TIME_CHANGED -> headers(now, now - away, body);
            case BODY_CHANGED -> headers(now, now, (new String(body, UTF_8) + " ").getBytes(UTF_8));
            case OTHER_SECRET -> time + SIGN + ": " + Signature.of("0".repeat(32), Long.toString(now),
                    new String(body, UTF_8)) + "\r\n";
            case NO_TIME -> sign;
            case TWO_TIMES -> time + time + sign;
            case TIME_IN_MILLISECONDS -> timed(now + "000", body);
            case TIME_NEGATIVE -> timed("-" + now, body);
            case TIME_HUGE -> timed("9".repeat(40), body);
            case TIME_EMPTY -> timed("", body);
            case TIME_WITH_A_FRACTION -> timed(now + ".0", body);
            case OTHER_VERSION -> time + sign.replace("v0=", "v1=");
            case NO_VERSION -> time + sign.replace("v0=", "");
            case UPPER_CASE ->
                time + SIGN + ": v0=" + sign(Long.toString(now), body).substring(3).toUpperCase(Locale.ROOT) + "\r\n";
            case WITHOUT_THE_TIME -> time + SIGN + ": " + sign("", body) + "\r\n";
        };
    }

    /// Rightly signed, for a time that is none.
    private static String timed(String at, byte[] body) {
        return TIME + ": " + at + "\r\n" + SIGN + ": " + sign(at, body) + "\r\n";
    }

    @Override
    public void close() {
        door.close();
    }
}
