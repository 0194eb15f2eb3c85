package dev.pilcrow.conversation;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Tables;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.Query;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a question points back to those before it, and what a question and its answer were about. The words that
/// point back are a plain file. Thread-safe.
final class FollowUp {

    private static final class Shared {
        static final List<Pattern> CUES = Tables.lines("/conversation/follow-up.txt").stream().map(Pattern::compile)
                .toList();
    }

    private FollowUp() {
    }

    /// Does a question need those before it? It does when it has a word that points back and no name that the article
    /// knows, or when it has no content word.
    static boolean pointsBack(Query query) {
        boolean cue = Shared.CUES.stream().anyMatch(pattern -> pattern.matcher(query.folded()).find());
        boolean named = query.words().stream().anyMatch(Query.Word::name);
        return query.words().isEmpty() || cue && !named;
    }

    /// What a question was about: its content words, with what it took over from those before it, and the names in the
    /// sentence that answers it when it asked for a person. The next question may point back to it.
    static String subject(Evidence evidence) {
        Set<String> words = new LinkedHashSet<>();
        evidence.query().words().forEach(word -> words.add(word.text()));
        words.addAll(Composer.peopleAnswering(evidence));
        return String.join(" ", words);
    }
}
