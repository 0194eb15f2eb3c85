package dev.pilcrow.answer;

import dev.pilcrow.model.Fault;
import java.util.List;

/// What the bot says to a question: claims with citations, that the article does not say it, or that this cannot be told
/// now.
public sealed interface Answer {

    /// The paragraphs found for the question, best first, at most ten; numbers from 1.
    List<Integer> retrieved();

    /// What it was composed by.
    Origin origin();

    /// What the reader is told about it.
    Caveat caveat();

    /// An answer of claims, each with its quotes.
    ///
    /// @param lead what kind of answer it is, for the words around it
    /// @param claims at least one, in the order they are shown
    /// @param retrieved see {@link Answer#retrieved()}
    /// @param origin see {@link Answer#origin()}
    /// @param caveat see {@link Answer#caveat()}
    record Grounded(Lead lead, List<Claim> claims, List<Integer> retrieved, Origin origin,
            Caveat caveat) implements Answer {

        public Grounded {
            claims = List.copyOf(claims);
            retrieved = List.copyOf(retrieved);
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("an answer without a claim");
            }
        }

        /// An answer of the article's own sentences.
        public Grounded(Lead lead, List<Citation> citations, List<Integer> retrieved) {
            this(lead, citations.stream().map(Claim::quoting).toList(), retrieved, Origin.EXTRACTIVE, Caveat.NONE);
        }

        /// The citations of all claims, each once.
        public List<Citation> citations() {
            return claims.stream().flatMap(claim -> claim.citations().stream()).distinct().toList();
        }
    }

    /// The article does not answer the question.
    ///
    /// @param reason why it is declined, for the words around it
    /// @param nearest the paragraphs offered instead; empty when the question is not about the article at all
    /// @param retrieved see {@link Answer#retrieved()}
    /// @param origin see {@link Answer#origin()}
    /// @param caveat see {@link Answer#caveat()}
    record NotInArticle(Reason reason, List<Integer> nearest, List<Integer> retrieved, Origin origin,
            Caveat caveat) implements Answer {

        public NotInArticle {
            nearest = List.copyOf(nearest);
            retrieved = List.copyOf(retrieved);
        }

        public NotInArticle(Reason reason, List<Integer> nearest, List<Integer> retrieved) {
            this(reason, nearest, retrieved, Origin.EXTRACTIVE, Caveat.NONE);
        }
    }

    /// The article's own sentences do not answer the question, and the model that reads more closely could not be asked.
    ///
    /// @param fault why not
    /// @param nearest the paragraphs offered instead
    /// @param retrieved see {@link Answer#retrieved()}
    record Unavailable(Fault fault, List<Integer> nearest, List<Integer> retrieved) implements Answer {

        public Unavailable {
            nearest = List.copyOf(nearest);
            retrieved = List.copyOf(retrieved);
        }

        /// Must somebody mend it, as waiting will not?
        public boolean isLasting() {
            return fault.lasts();
        }

        @Override
        public Origin origin() {
            return Origin.EXTRACTIVE;
        }

        @Override
        public Caveat caveat() {
            return Caveat.NONE;
        }
    }

    /// The kinds of grounded answer.
    enum Lead {
        /// Sentences of the article that answer.
        SENTENCES,
        /// The article in brief.
        SUMMARY,
        /// Who wrote it.
        BYLINE,
        /// What somebody says.
        SAID_BY,
        /// Sentences that name people or organisations.
        LIST,
        /// A model's words, checked.
        COMPOSED
    }

    /// Why a question is declined.
    enum Reason {
        NOT_SAID, OFF_TOPIC, CHAT, INSTRUCTION, TOO_LONG, EMPTY
    }

    /// What a reader is told about how an answer came about.
    enum Caveat {
        NONE,
        /// Something that the model said could not be verified and was left out.
        LEFT_OUT,
        /// The model was cut off after these claims.
        CUT_SHORT,
        /// Nothing that the model said could be verified; this is from the article's own sentences.
        NOT_VERIFIED,
        /// The model could not be asked; this is from the article's own sentences.
        MODEL_AWAY
    }
}
