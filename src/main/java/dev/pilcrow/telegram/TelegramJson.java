package dev.pilcrow.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;

/// JSON as the Bot API speaks it. Thread-safe.
final class TelegramJson {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private TelegramJson() {
    }
}
