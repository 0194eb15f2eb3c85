package dev.pilcrow.evaluation;

import dev.pilcrow.article.Article;
import java.util.List;

/// A question of a file, with what is known of its answer. A question that nothing is known of is asked but not scored.
///
/// @param id not in any other row of the file
/// @param kind what kind of question it is, for the table; may be empty
/// @param question in the reader's words; may be empty or too long, as a reader's can be
/// @param history the reader's questions before it, oldest first
/// @param article the article it is about
/// @param answerable whether the article answers it
/// @param passages texts that only a right paragraph has
/// @param answer for each inner list, a right answer has one of its texts
public record QuestionRow(String id, String kind, String question, List<String> history, Article article,
        Answerable answerable, List<String> passages, List<List<String>> answer) {

    /// Whether an article answers a question.
    public enum Answerable {
        YES, NO, UNKNOWN
    }

    public QuestionRow {
        history = List.copyOf(history);
        passages = List.copyOf(passages);
        answer = answer.stream().map(List::copyOf).toList();
    }
}
