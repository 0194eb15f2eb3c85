package dev.pilcrow.conversation;

import java.util.List;

/// A question of a conversation and what was answered, as far as the next question may point back to it. The passages that
/// were found for it are no part of it.
///
/// @param question in the reader's words
/// @param standalone the same, understood without what was said before, when a model has put it so; else the same words
/// @param context content words that it took over from the questions before; empty when it needed none
/// @param claims the sentences of the answer; empty when it was declined
/// @param cited the paragraphs that they cite
record Turn(String question, String standalone, String context, List<String> claims, List<Integer> cited) {

    Turn {
        claims = List.copyOf(claims);
        cited = List.copyOf(cited);
    }
}
