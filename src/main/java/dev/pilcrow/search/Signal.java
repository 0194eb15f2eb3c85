package dev.pilcrow.search;

/// What speaks for a paragraph. Each signal gives every paragraph a score of its own scale; the ranking sums them after
/// each was brought to mean 0 and deviation 1 over the article (sums of scores beat sums of ranks where one signal is
/// weak: README, decisions).
public enum Signal {

    /// BM25 over the question's terms.
    WORDS,
    /// BM25 over terms that mean nearly the same.
    SYNONYMS,
    /// BM25 over pairs of syllables.
    SOUNDS,
    /// The share of the question's content words that stand in the paragraph, rare ones counting more.
    COVERAGE,
    /// Cosine of the question's vector and the paragraph's.
    VECTOR,
    /// The same with the vector mapped from the reader's language; 0 when the reader writes in the article's.
    MAPPED_VECTOR,
    /// Late interaction: the mean over the question's tokens of the best cosine with a token of the paragraph.
    TOKENS,
    /// The same with the tokens of the best sentence only.
    SENTENCE_TOKENS,
    /// Half of what the paragraph before has in COVERAGE and TOKENS: news tells one thing over several paragraphs.
    CONTEXT
}
