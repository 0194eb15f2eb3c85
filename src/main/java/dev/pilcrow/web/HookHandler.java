package dev.pilcrow.web;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Answers what is sent to a hook, with a status, and with what the receiver says. Thread-safe.
///
/// A secret that is to be shown is compared first, and nothing is read from who does not show it; a signature is looked at
/// before anything is read out of the body.
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
        if (hook.proof() instanceof Hook.Shown shown && !Proofs.isShown(shown, context.req())) {
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
            if (body.length > LARGEST) {
                return TOO_LARGE;
            }
            return hook.proof() instanceof Hook.Signed signed && !Proofs.isSigned(signed, context.req(), body)
                    ? FORBIDDEN
                    : take(context, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException _) {
            return MALFORMED;
        } catch (IOException | RuntimeException _) {
            return MALFORMED; // the body ended early, or its chunks are none
        } finally {
            room.release();
        }
    }

    private int take(Context context, String body) {
        try {
            String answer = hook.receiver().receive(body);
            if (!answer.isEmpty()) {
                context.contentType(ContentType.TEXT_PLAIN).result(answer);
            }
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
}
