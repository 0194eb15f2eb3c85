package dev.pilcrow.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pilcrow.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/// The SHA-256 of texts, by which two are compared in a time that tells nothing of either, not even its length.
final class Digest {

    private Digest() {
    }

    /// Is what was shown the secret?
    static boolean isSame(String shown, Secret secret) {
        return MessageDigest.isEqual(of(shown), of(secret.reveal()));
    }

    private static byte[] of(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
