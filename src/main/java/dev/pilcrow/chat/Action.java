package dev.pilcrow.chat;

import java.util.Locale;
import java.util.Optional;

/// What a button does, in few enough bytes for every platform: {@link #code} has at most 64. An answer is named by its
/// number in the store.
public sealed interface Action {

    /// Show what the answer's citation with this number, from 1, was quoted from.
    record Show(long answer, int citation) implements Action {
        @Override
        public String code() {
            return "show:" + answer + ':' + citation;
        }
    }

    /// Show a paragraph, by its number, that was offered in place of an answer.
    record Near(long answer, int paragraph) implements Action {
        @Override
        public String code() {
            return "near:" + answer + ':' + paragraph;
        }
    }

    /// Show a page of the answer, from 0; the first one is the way back from a passage.
    record Page(long answer, int page) implements Action {
        @Override
        public String code() {
            return "page:" + answer + ':' + page;
        }
    }

    /// Say that the answer was of use, or ask why it was not.
    record Vote(long answer, boolean good) implements Action {
        @Override
        public String code() {
            return "vote:" + answer + ':' + (good ? 1 : 0);
        }
    }

    /// Say why the answer was of no use.
    record Because(long answer, Reason reason) implements Action {
        @Override
        public String code() {
            return "why:" + answer + ':' + reason.ordinal();
        }
    }

    /// Show everybody in the chat an answer that one person was given.
    record Share(long answer) implements Action {
        @Override
        public String code() {
            return "share:" + answer;
        }
    }

    /// Stop the work on the delivery with this number in the inbox.
    record Stop(long delivery) implements Action {
        @Override
        public String code() {
            return "stop:" + delivery;
        }
    }

    /// Ask a suggested question about an article.
    ///
    /// @param article the start of the article's id
    /// @param number which question, from 0
    record Ask(String article, int number) implements Action {

        /// Characters of the article's id that tell it from others.
        public static final int ID = 12;

        public Ask {
            article = article.substring(0, Math.min(ID, article.length()));
        }

        @Override
        public String code() {
            return "ask:" + article + ':' + number;
        }
    }

    /// Remove everything of a person, who alone can press it.
    ///
    /// @param person the platform's id of the person
    record Forget(String person) implements Action {

        /// Characters of the longest id; more of them would not fit.
        private static final int LONGEST = 56;

        public Forget {
            if (person.isEmpty() || person.length() > LONGEST || person.contains(":")) {
                throw new IllegalArgumentException("no person's id");
            }
        }

        @Override
        public String code() {
            return "forget:" + person;
        }
    }

    /// Why an answer is of no use.
    enum Reason {
        WRONG, BESIDE, INCOMPLETE, OTHER
    }

    /// The action in at most 64 bytes of ASCII.
    String code();

    /// The action with this code; nothing when it is no action's, as a forged press is not.
    static Optional<Action> parse(String code) {
        String[] parts = code.split(":", -1);
        try {
            return Optional.ofNullable(switch (parts[0].toLowerCase(Locale.ROOT) + parts.length) {
                case "show3" -> new Show(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
                case "near3" -> new Near(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
                case "page3" -> new Page(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
                case "vote3" -> new Vote(Long.parseLong(parts[1]), parts[2].equals("1"));
                case "why3" -> new Because(Long.parseLong(parts[1]), Reason.values()[Integer.parseInt(parts[2])]);
                case "share2" -> new Share(Long.parseLong(parts[1]));
                case "stop2" -> new Stop(Long.parseLong(parts[1]));
                case "forget2" -> new Forget(parts[1]);
                case "ask3" -> new Ask(parts[1], Integer.parseInt(parts[2]));
                default -> null;
            });
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
