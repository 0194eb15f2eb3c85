package dev.pilcrow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells whether a request is from who it should be from, in a time that tells nothing of the secret.
final class Proofs {

    private static final String VERSION = "v0";
    private static final String HMAC = "HmacSHA256";
    /// How old a request may be, and how far ahead.
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private Proofs() {
    }

    static boolean isShown(Hook.Shown proof, HttpServletRequest request) {
        String shown = only(request, proof.header());
        return !shown.isEmpty() && Digest.isSame(shown, proof.secret());
    }

    /// @param body as it came
    static boolean isSigned(Hook.Signed proof, HttpServletRequest request, byte[] body) {
        String time = only(request, proof.timeHeader());
        String sign = only(request, proof.signHeader());
        if (sign.isEmpty() || !SECONDS.matcher(time).matches()) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), proof.clock().instant()).abs();
        return MessageDigest.isEqual(sign(proof, time, body).getBytes(UTF_8), sign.getBytes(UTF_8))
                && age.compareTo(FRESH) <= 0;
    }

    private static String sign(Hook.Signed proof, String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(proof.secret().reveal().getBytes(UTF_8), HMAC));
            mac.update((VERSION + ':' + time + ':').getBytes(UTF_8));
            return VERSION + '=' + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible.getClass().getSimpleName());
        }
    }

    /// The value of a header; empty for none, or for more than one, of which nobody can tell which is meant.
    private static String only(HttpServletRequest request, String header) {
        List<String> values = Collections.list(request.getHeaders(header));
        return values.size() == 1 ? values.getFirst() : "";
    }
}
