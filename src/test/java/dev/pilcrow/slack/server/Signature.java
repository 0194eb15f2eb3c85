package dev.pilcrow.slack.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests in the way that Slack calls `v0`.
public final class Signature {

    private Signature() {
    }

    /// The value of the header `X-Slack-Signature`.
    ///
    /// @param at the value of the header `X-Slack-Request-Timestamp`
    public static String of(String secret, String at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(("v0:" + at + ":" + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
