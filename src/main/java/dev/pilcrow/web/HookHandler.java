package dev.pilcrow.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Answers what is sent to a hook, with a status and nothing else. Thread-safe.
///
/// The secret is compared first, in a time that tells nothing of it, and nothing is read from who does not show it.
final class HookHandler implements Handler {

    /// The most bytes of a body.
    static final int LARGEST = 1 << 20;
    private static final Logger LOG = Logger.getLogger(HookHandler.class.getName());
    private static final int TAKEN = 200;
    private static final int MALFORMED = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final int AGAIN = 503;

    private final Hook hook;
    private final Semaphore room;

    /// @param room for how many bodies there is room at once
    HookHandler(Hook hook, Semaphore room) {
        this.hook = hook;
        this.room = room;
    }

    @Override
    public void handle(Context context) {
        context.status(status(context));
    }

    private int status(Context context) {
        if (!isFromSender(Collections.list(context.req().getHeaders(hook.header())))) {
            return FORBIDDEN;
        }
        if (context.req().getContentLengthLong() > LARGEST) {
            return TOO_LARGE;
        }
        if (!room.tryAcquire()) {
            return AGAIN;
        }
        try {
            byte[] body = context.req().getInputStream().readNBytes(LARGEST + 1);
            return body.length > LARGEST
                    ? TOO_LARGE
                    : take(StandardCharsets.UTF_8.newDecoder()
                            .decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException _) {
            return MALFORMED;
        } catch (IOException | RuntimeException _) {
            return MALFORMED; // the body ended early, or its chunks are none
        } finally {
            room.release();
        }
    }

    private int take(String body) {
        try {
            hook.receiver().receive(body);
            return TAKEN;
        } catch (IllegalArgumentException _) {
            return MALFORMED;
        } catch (RuntimeException | Error failure) {
            LOG.log(Level.WARNING,
                    "What came to " + hook.path() + " could not be taken; the sender is asked for it again",
                    failure);
            return AGAIN;
        }
    }

    private boolean isFromSender(List<String> shown) {
        return shown.size() == 1 && MessageDigest.isEqual(digest(shown.getFirst()), digest(hook.secret().reveal()));
    }

    /// Of one length, whatever the text's is.
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
