package dev.pilcrow.model;

import dev.langchain4j.exception.HttpException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Thrown when a provider answers with a status other than 2xx. It carries nothing of the body, in which some providers
/// repeat a part of the key.
final class RefusedException extends HttpException {

    private static final long serialVersionUID = 1;

    private final transient Optional<String> retryAfter;

    /// @param retryAfter the header of that name
    RefusedException(int status, Optional<String> retryAfter) {
        super(status, "status " + status);
        this.retryAfter = retryAfter;
    }

    /// How long the provider asks to be left alone, at most ten minutes: seconds or a date (RFC 9110, 10.2.3); zero when it
    /// does not say.
    Duration pause(InstantSource clock) {
        Duration pause = retryAfter.map(value -> pause(value.strip(), clock.instant())).orElse(Duration.ZERO);
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(PauseNote.LONGEST) > 0 ? PauseNote.LONGEST : pause;
    }

    private static Duration pause(String value, Instant now) {
        try {
            return value.matches("\\d{1,9}(?:\\.\\d{1,3})?")
                    ? Duration.ofMillis((long) (1000 * Double.parseDouble(value)))
                    : Duration.between(now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Duration.ZERO;
        }
    }
}
