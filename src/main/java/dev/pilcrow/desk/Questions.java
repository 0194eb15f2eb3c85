package dev.pilcrow.desk;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.wording.Suggestions;
import dev.pilcrow.wording.Wordings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Questions to begin with, as buttons. A button's number counts through the languages, so that it asks what stands on it,
/// whoever presses it. Made when they are first wanted, once for each language. Thread-safe.
final class Questions {

    private final Article article;
    private final Conversations conversations;
    private final Wordings wordings;
    private final Map<ReaderLanguage, List<String>> made = new ConcurrentHashMap<>();

    Questions(Article article, Conversations conversations, Wordings wordings) {
        this.article = article;
        this.conversations = conversations;
        this.wordings = wordings;
    }

    /// The buttons in one language, each in a row.
    List<List<Button>> buttons(ReaderLanguage language) {
        List<String> questions = in(language);
        int first = language.ordinal() * Suggestions.MOST;
        return IntStream.range(0, questions.size())
                .mapToObj(i -> List.of(new Button(questions.get(i), new Action.Ask(article.id(), first + i)))).toList();
    }

    /// What a button asks; nothing when it is of another version of the article.
    Optional<Asking> asked(Action.Ask ask) {
        int language = Math.floorDiv(ask.number(), Suggestions.MOST);
        if (!article.id().startsWith(ask.article()) || language < 0 || language >= ReaderLanguage.values().length) {
            return Optional.empty();
        }
        ReaderLanguage read = ReaderLanguage.values()[language];
        List<String> questions = in(read);
        int number = ask.number() % Suggestions.MOST;
        return number < questions.size()
                ? Optional.of(new Asking(questions.get(number), read, true))
                : Optional.empty();
    }

    /// The questions in one language, best first.
    List<String> in(ReaderLanguage language) {
        return made.computeIfAbsent(language,
                read -> Suggestions.of(conversations.open(article), wordings.in(read)));
    }
}
