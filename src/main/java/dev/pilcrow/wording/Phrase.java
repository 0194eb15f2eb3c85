package dev.pilcrow.wording;

import java.util.List;
import java.util.Locale;

/// The phrases of the prompts, each with the places that its values go to. `LEAD_SUMMARY` stands there as `lead.summary`.
@SuppressWarnings("ImmutableEnumChecker") // the list is List.of
public enum Phrase {
    // @formatter:off
    // The command line.
    USAGE, VERSION("version"),

    // The chat.
    CHAT_GREETING("title"), CHAT_HELP, CHAT_RESET, CHAT_STOPPED, CHAT_FAILED("problem"), CHAT_GOODBYE,
    CHAT_UNKNOWN("command"), CHAT_PASSAGE("given", "last"),

    // The chats with buttons.
    HELLO("title"), JOINED("title"), JOINED_THREADS("title"), HELP_INTRO, HELP_GROUPS, HELP_THREADS, COMMAND_ASK, COMMAND_SUMMARY, COMMAND_ARTICLE,
    COMMAND_PASSAGE, COMMAND_SOURCES, COMMAND_RESET, COMMAND_FORGET, COMMAND_START, COMMAND_HELP, WORDLESS, WORKING, STOPPED, SORRY,
    BUSY, LIMITED("delay"), DELAY_SECONDS("count"), DELAY_MINUTES("count"), DELAY_HOURS("count"),
    PASSAGE_WANTED("last"), QUOTED_ABOVE("marker", "paragraph"), SOURCES_LEAD, SOURCES_NONE,
    BUTTON_STOP, BUTTON_MORE, BUTTON_BACK, BUTTON_GOOD, BUTTON_BAD, WHY_WRONG, WHY_BESIDE, WHY_INCOMPLETE, WHY_OTHER,
    TOAST_THANKS, TOAST_WHY, TOAST_STOPPED, TOAST_NOT_YOURS, TOAST_GONE, TOAST_NO_PASSAGE, TOAST_SHOWN,
    TOAST_CHANGED, TOAST_SHARED, BUTTON_SHARE, CHAT_MUTED, CHAT_UNMUTED,
    FORGET_ASKED("answers", "votes"), FORGET_DONE("answers", "votes"), BUTTON_FORGET, TOAST_FORGET_NOT_YOURS,
    WINDOW_ASK, WINDOW_LEAD("title"), WINDOW_OWN, WINDOW_WHY, WINDOW_SEND, PROMPTS_TITLE, PAGE_ASKED,

    // Questions to begin with.
    SUGGEST_SAID("person"), SUGGEST_COMPANIES, SUGGEST_ORGANISATIONS, SUGGEST_MEDIA, SUGGEST_PEOPLE,
    SUGGEST_SECTION("heading"), SUGGEST_BYLINE, SUGGEST_SUMMARY,

    // An answer.
    LEAD_SENTENCES, LEAD_SUMMARY, LEAD_BYLINE, LEAD_SAID_BY, LEAD_LIST, QUOTED("paragraph", "quote"), CAVEAT_LEFT_OUT,
    CAVEAT_CUT_SHORT, CAVEAT_NOT_VERIFIED, CAVEAT_DECLINED, CAVEAT_MODEL_AWAY, ORIGINAL_CHINESE, ORIGINAL_ENGLISH,

    // No answer.
    DECLINED_NOT_SAID, DECLINED_OFF_TOPIC, DECLINED_CHAT, DECLINED_INSTRUCTION, DECLINED_TOO_LONG("limit"),
    DECLINED_EMPTY, UNAVAILABLE, UNAVAILABLE_LASTING, NEAREST("paragraph", "excerpt"), NEAREST_NEXT("paragraph", "excerpt"),

    // A paragraph and the article.
    PARAGRAPH("number"), PARAGRAPH_OF_KIND("number", "kind"), KIND_HEADING, KIND_BYLINE, KIND_CAPTION,
    OUTLINE_PARAGRAPHS("count"), OUTLINE_MORE("count"),

    // The page of an article.
    SITE_PARAGRAPH("number"), SITE_QUOTED("number"), SITE_EARLIER, SITE_CURRENT, SITE_STRETCH("first", "last"), SITE_ABOUT,

    // What the operator of a bot is told.
    SERVE_STARTED("title"), SERVE_GOOD("platform"), SERVE_STANDBY("platform"), SERVE_SILENT("platform", "url"), SERVE_CONFLICT, SERVE_REFUSED("platform", "token"), SERVE_ENDING,

    // What readers ask, for the operator.
    INSIGHTS_TITLE, INSIGHTS_NOTHING("days"), INSIGHTS_PERIOD("days"), INSIGHTS_CSV, INSIGHTS_QUESTIONS, INSIGHTS_PEOPLE,
    INSIGHTS_ANSWERED, INSIGHTS_DECLINED, INSIGHTS_UNAVAILABLE, INSIGHTS_DAYS, INSIGHTS_DAY("day", "count"),
    INSIGHTS_TABLE, INSIGHTS_PLATFORMS, INSIGHTS_LANGUAGES, INSIGHTS_SIMPLIFIED, INSIGHTS_TRADITIONAL, INSIGHTS_ENGLISH,
    INSIGHTS_CITED, INSIGHTS_CITED_NOTE, INSIGHTS_CELL("number", "count"), INSIGHTS_MISSING, INSIGHTS_MISSING_NONE,
    INSIGHTS_MISSING_NOTE("count"), INSIGHTS_MISSING_BOUNDED("count", "most"), INSIGHTS_NEAREST, INSIGHTS_TIMES("count"),
    INSIGHTS_MORE("count"), INSIGHTS_DISLIKED, INSIGHTS_VOTES("bad", "all", "share"), INSIGHTS_VOTES_NONE,
    INSIGHTS_REASON("reason", "count"), INSIGHTS_NO_REASON, INSIGHTS_OTHERS,

    // The evaluation.
    EVALUATION_HEADINGS, EVALUATION_OVERALL, EVALUATION_PROGRESS("done", "total"),

    // What the operator has to change.
    ARTICLE_MISSING("file"), ARTICLE_FOLDER("file"), ARTICLE_FORBIDDEN("file"), ARTICLE_EMPTY("file"),
    ARTICLE_TOO_LARGE("file"), ARTICLE_TOO_MANY_LINES("file"), ARTICLE_NOT_TEXT("file"),
    ARTICLE_UNKNOWN_FORMAT("file"), ARTICLE_ADDRESS("file"), QUESTIONS_MISSING("file"), QUESTIONS_FOLDER("file"),
    QUESTIONS_FORBIDDEN("file"), QUESTIONS_TOO_LARGE("file"), QUESTIONS_EMPTY("file"),
    ROW("line", "file", "problem"), ROW_NOT_TEXT, ROW_NOT_JSON, ROW_NOT_OBJECT, ROW_MISSING("field"),
    ROW_TEXT("field"), ROW_TEXTS("field"), ROW_FLAG("field"), ROW_GROUPS("field"), ROW_DUPLICATE("id", "line"),
    OUTPUT_FOLDER("file"), OUTPUT_FORBIDDEN("file"), OUTPUT_IS_INPUT("file"), BACKUP_EXISTS("file"),
    BACKUP_UNWRITTEN("file"), BACKUP_DONE("file", "rows"), RESTORE_DONE("file", "rows"), RESTORE_MISSING("file"), RESTORE_UNREADABLE("file"),
    RESTORE_FOREIGN("file"), RESTORE_NEWER("file"), RESTORE_DAMAGED("file"), RESTORE_NOT_EMPTY("store"),
    FORGET_TOLD("person", "answers", "votes", "turns", "deliveries"), USE_UNKNOWN("word"),
    USE_VALUE("option"), USE_TWICE("option"), USE_QUESTION, USE_QUESTIONS, USE_FIT, USE_BACKUP, USE_RESTORE, USE_FORGET, USE_HOLD_OUT, USE_WRONG, USE_DAYS("most"),
    USE_ARTICLE("article"),
    PROMPTS_UNREADABLE("file"),
    PROMPTS_WRONG("file", "missing", "unknown", "misplaced"), CONFIG_WRONG("problems"), CONFIG_TWO("first", "next"),
    CONFIG_NO_FOLDER("name"), CONFIG_LINE("line"), CONFIG_UNREADABLE, CONFIG_MODEL("name"),
    CONFIG_MODEL_KEY("name", "key"), CONFIG_URL("name"), CONFIG_UNSENDABLE("name"), PROMPTS_BROKEN("file"),
    CONFIG_TOKEN("name"), CONFIG_HOST("name", "example"), CONFIG_WEBHOOK_SECRET("name"), CONFIG_NEEDS("name", "other"),
    CONFIG_NEEDS_ONE("name", "first", "second"), CONFIG_SLACK("name"), CONFIG_URL_LIKE("name", "example"),
    CONFIG_PORT("name"), CONFIG_INTERFACE("name"), CONFIG_PRICE("name"), CONFIG_CHOICE("name", "first", "second"), CONFIG_ADMIN("name"), CONFIG_DAYS("name", "least", "most"), PORT_PASSED_OVER("port"), CONFIG_STORE("name"), PORT_TAKEN("port"), STORE_IN_USE("store"),
    STORE_UNREACHABLE, STORE_UNWRITABLE("store"), STORE_UNREADABLE("store"), STORE_MISSING("store"),
    STORE_OLDER("store"), STORE_NEWER("store"), STORE_NOT_OURS("store"), STORE_WRONG_URL,

    // The check of everything that must be right.
    DOCTOR_GOOD("what", "found"), DOCTOR_BAD("what", "found"), DOCTOR_CONFIGURATION, DOCTOR_CONFIGURATION_GOOD,
    DOCTOR_ARTICLE, DOCTOR_ARTICLE_GOOD("title", "count"), DOCTOR_STORE, DOCTOR_STORE_GOOD("folder"),
    DOCTOR_STORE_BAD("folder", "other"), DOCTOR_PROMPTS, DOCTOR_PROMPTS_GOOD("version"), DOCTOR_MODEL, DOCTOR_MODEL_NONE,
    DOCTOR_MODEL_GOOD("model", "millis"), DOCTOR_MODEL_BAD("model", "fault"), DOCTOR_PAUSE,
    DOCTOR_PAUSE_BAD("time", "fault"), DOCTOR_TOKENS, DOCTOR_TOKENS_NONE, DOCTOR_TOKENS_GOOD,
    DOCTOR_DATABASE, DOCTOR_DATABASE_FILE("file"), DOCTOR_DATABASE_SERVER,
    DOCTOR_DATABASE_RUNNING("file"), DOCTOR_TELEGRAM, DOCTOR_TELEGRAM_POLLING("name"), DOCTOR_TELEGRAM_WEBHOOK("name"),
    DOCTOR_TELEGRAM_UNSET("name"), DOCTOR_TELEGRAM_ELSEWHERE("name", "host"),
    DOCTOR_TELEGRAM_UNDELIVERED("name", "count", "error"), DOCTOR_TELEGRAM_REFUSED, DOCTOR_TELEGRAM_UNREACHABLE,
    DOCTOR_TELEGRAM_FAILED, DOCTOR_TELEGRAM_GARBLED, DOCTOR_SLACK, DOCTOR_SLACK_SOCKETS("name", "team"),
    DOCTOR_SLACK_REQUESTS("name", "team"), DOCTOR_SLACK_SCOPES("scopes"), DOCTOR_SLACK_REFUSED, DOCTOR_SLACK_SOCKET,
    DOCTOR_SLACK_UNREACHABLE, DOCTOR_SLACK_FAILED, DOCTOR_SLACK_GARBLED,

    // Why a model does not answer, and what to do about it.
    FAULT_TIMEOUT, FAULT_UNREACHABLE, FAULT_KEY_REFUSED, FAULT_NOT_FOUND, FAULT_BUSY, FAULT_PROVIDER_ERROR,
    FAULT_REQUEST_REFUSED, FAULT_BROKEN_OFF, FAULT_EMPTY, FAULT_GARBLED, FAULT_TOO_LONG, FAULT_RESTING, FAULT_STOPPED,

    // What went wrong.
    FAILURE("problem"), FAILURE_OUTPUT;
    // @formatter:on

    private final List<String> places;

    Phrase(String... places) {
        this.places = List.of(places);
    }

    /// Its name in the prompts.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /// The names of its places, in the order in which their values are given.
    public List<String> places() {
        return places;
    }
}
