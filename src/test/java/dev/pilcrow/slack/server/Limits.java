package dev.pilcrow.slack.server;

/// How much Slack takes, in characters and pieces, as its documents say or as was found out.
final class Limits {

    static final int MESSAGE_BLOCKS = 50;
    static final int VIEW_BLOCKS = 100;
    static final int ID = 255;

    static final int TEXT = 40_000;
    /// What is recommended for a text, and all that `chat.update` takes.
    static final int GOOD_TEXT = 4_000;
    /// All texts in a message's blocks.
    static final int BLOCK_TEXTS = 12_000;
    /// All texts with [#PIECE] for each object around them; more is `msg_blocks_too_long`, as far as was found out.
    static final int BLOCKS = 13_200;
    static final int PIECE = 25;
    static final int MARKDOWN = 12_000;

    static final int SECTION = 3_000;
    static final int FIELD = 2_000;
    static final int FIELDS = 10;
    static final int HEADER = 150;
    static final int CONTEXT = 10;
    static final int ACTIONS = 25;
    static final int CONTEXT_ACTIONS = 5;
    static final int LABEL = 2_000;

    static final int BUTTON = 75;
    static final int VALUE = 2_000;
    static final int URL = 3_000;
    static final int PLACEHOLDER = 150;
    static final int OPTION = 75;
    static final int OPTION_VALUE = 150;
    static final int OPTIONS = 100;
    static final int FEW_OPTIONS = 10;
    static final int OVERFLOW_OPTIONS = 5;
    static final int INPUT = 3_000;
    static final int INDENT = 8;

    static final int TITLE = 24;
    static final int PRIVATE_METADATA = 3_000;
    static final int VIEW_BYTES = 250_000;

    static final int PROMPTS = 4;
    static final int LOADING_MESSAGES = 10;
    static final int REACTIONS = 23;
    static final int PAGE = 1_000;
    static final int METADATA_BYTES = 16_000;

    private Limits() {
    }
}
