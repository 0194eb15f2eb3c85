package dev.pilcrow.search;

import dev.pilcrow.article.Tables;
import java.util.List;
import java.util.Map;

/// The English question words and their Chinese forms. Thread-safe.
final class QuestionWords {

    private static final Map<String, List<String>> CHINESE = Tables.read("/search/question-words.tsv");

    private QuestionWords() {
    }

    /// The Chinese forms of a question word or phrase; empty when it is none.
    static List<String> chinese(String english) {
        return CHINESE.getOrDefault(english, List.of());
    }
}
