package dev.pilcrow.ops;

import dev.pilcrow.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Other names for conversations, by which lines of the log can be told to belong together, and from which nobody finds out
/// who it is: a plain hash of the number of a chat is soon found by trying all numbers, so this one takes a key. The names
/// are the same in all processes that have the same secrets, and after a start. Immutable.
public final class Pseudonyms {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 6;

    private final SecretKeySpec key;

    /// @param secrets what the key is made of
    public Pseudonyms(Collection<Secret> secrets) {
        String all = secrets.stream().map(Secret::reveal).sorted()
                .collect(Collectors.joining("\n", "pseudonyms\n", ""));
        this.key = new SecretKeySpec(all.getBytes(StandardCharsets.UTF_8), HMAC);
    }

    /// The other name: twelve hexadecimal digits.
    String of(String conversation) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(conversation.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
