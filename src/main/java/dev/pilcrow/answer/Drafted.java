package dev.pilcrow.answer;

import java.util.List;

/// What a line of a model's answer says, before it is checked.
sealed interface Drafted {

    /// A sentence, with the quotes that are said to bear it.
    record Sentence(String claim, List<Quote> quotes) implements Drafted {

        public Sentence {
            quotes = List.copyOf(quotes);
        }
    }

    /// That the article does not say it.
    record NotSaid() implements Drafted {
    }

    /// An object of another form, or half of one.
    record Broken() implements Drafted {
    }

    /// A quote and the paragraph that it is said to stand in; 0 when none is named.
    record Quote(int paragraph, String text) {
    }
}
