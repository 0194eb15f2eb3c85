package dev.pilcrow.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.store.AnswerTable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Which language each reader is spoken to in: that of their last question in the conversation, else that of their app,
/// else the article's. Thread-safe.
final class Languages {

    private static final int MOST = 10_000;
    private static final Duration LATELY = Duration.ofHours(12);

    private record Key(String conversation, String person) {

        static Key of(Received received) {
            return new Key(received.conversation(), received.delivery().person().id());
        }
    }

    private final Cache<Key, ReaderLanguage> asked = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LATELY)
            .build();
    private final AnswerTable answers;
    private final Function<String, Screen> screens;
    private final ReaderLanguage otherwise;

    /// @param screens what a platform knows of who writes there, by its name
    Languages(AnswerTable answers, Function<String, Screen> screens, Article article) {
        this.answers = answers;
        this.screens = screens;
        this.otherwise = ReaderLanguage.of(article);
    }

    /// Somebody reads this language, by which they are known from now on.
    void speaks(Received received, ReaderLanguage language) {
        asked.put(Key.of(received), language);
    }

    /// Forgets what everybody spoke.
    void forget() {
        asked.invalidateAll();
    }

    /// The language for whoever wrote or pressed.
    ReaderLanguage of(Received received) {
        Key key = Key.of(received);
        ReaderLanguage lately = asked.getIfPresent(key);
        return lately == null ? before(key).orElseGet(() -> app(received)) : lately;
    }

    /// What was asked before the program was started.
    private Optional<ReaderLanguage> before(Key key) {
        return answers.last(key.conversation()).filter(saved -> saved.person().equals(key.person()))
                .map(saved -> ReaderLanguage.tagged(saved.language()));
    }

    private ReaderLanguage app(Received received) {
        Person person = received.delivery().person();
        return Optional.ofNullable(person.language())
                .or(() -> screens.apply(received.delivery().place().platform()).language(person))
                .map(ReaderLanguage::tagged).orElse(otherwise);
    }
}
