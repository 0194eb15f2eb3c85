package dev.pilcrow.answer;

import java.util.List;

/// A sentence of an answer with the quotes that bear it.
///
/// @param text what is said: a model's words that were checked against the quotes' paragraphs, or a quote itself
/// @param citations at least one
public record Claim(String text, List<Citation> citations) {

    public Claim {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("a claim without a citation");
        }
    }

    /// A quote that stands for itself.
    static Claim quoting(Citation citation) {
        return new Claim(citation.quote(), List.of(citation));
    }
}
