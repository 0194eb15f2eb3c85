package dev.pilcrow.answer;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.CallBudget;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.search.Evidence;
import java.util.List;

/// A question that a model is to answer, with all that is known of it.
///
/// @param question in the reader's words
/// @param standalone the same so that it is understood without what was said before; the same words when it is already
/// @param language what the reader is answered in
/// @param found what search found for it, at least once, all in one article
/// @param own the answer of the article's own sentences
/// @param deadline by when the reader has an answer
/// @param calls how many calls of the model are left
public record Task(String question, String standalone, ReaderLanguage language, List<Evidence> found, Answer own,
        Deadline deadline, CallBudget calls) {

    public Task {
        found = List.copyOf(found);
        if (found.isEmpty()) {
            throw new IllegalArgumentException("a task without evidence");
        }
    }
}
