package dev.pilcrow.answer;

import java.util.List;

/// What the bot says to a question: sentences with citations, or that the article does not say it.
public sealed interface Answer {

    /// The paragraphs found for the question, best first, at most ten; numbers from 1.
    List<Integer> retrieved();

    /// An answer of the article's own sentences.
    ///
    /// @param lead what kind of answer it is, for the words around it
    /// @param citations at least one, in the order they are shown
    /// @param retrieved see {@link Answer#retrieved()}
    record Grounded(Lead lead, List<Citation> citations, List<Integer> retrieved) implements Answer {

        public Grounded {
            citations = List.copyOf(citations);
            retrieved = List.copyOf(retrieved);
            if (citations.isEmpty()) {
                throw new IllegalArgumentException("an answer without a citation");
            }
        }
    }

    /// The article does not answer the question.
    ///
    /// @param reason why it is declined, for the words around it
    /// @param nearest the paragraphs offered instead; empty when the question is not about the article at all
    /// @param retrieved see {@link Answer#retrieved()}
    record NotInArticle(Reason reason, List<Integer> nearest, List<Integer> retrieved) implements Answer {

        public NotInArticle {
            nearest = List.copyOf(nearest);
            retrieved = List.copyOf(retrieved);
        }
    }

    /// The kinds of grounded answer.
    enum Lead {
        SENTENCES, SUMMARY, BYLINE, SAID_BY, LIST
    }

    /// Why a question is declined.
    enum Reason {
        NOT_SAID, OFF_TOPIC, CHAT, INSTRUCTION, TOO_LONG, EMPTY
    }
}
