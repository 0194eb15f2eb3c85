package dev.pilcrow.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.ModelComposer;
import dev.pilcrow.article.Article;
import dev.pilcrow.conversation.Answering.Modelled;
import dev.pilcrow.search.CacheFigures;
import dev.pilcrow.search.Search;
import dev.pilcrow.store.TurnTable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Opens conversations, and finds those again that were opened before. Thread-safe.
public final class Conversations {

    /// How long a conversation is remembered in which nobody speaks.
    public static final Duration REMEMBERED = Memory.IDLE;

    private static final int MOST = 10_000;

    private record Key(String id, String article) {
    }

    private final Search search;
    private final Answering answering;
    private final Cache<Key, Memory> memories = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Memory.IDLE)
            .recordStats().build();
    private final Function<Key, Memory> remembering;

    private Conversations(Answering answering, Function<Key, Memory> remembering) {
        this.search = answering.search();
        this.answering = answering;
        this.remembering = remembering;
    }

    private Conversations(Answering answering) {
        this(answering, _ -> new RecentMemory());
    }

    /// Conversations that are answered with the article's own sentences.
    public Conversations(Search search, Composer composer) {
        this(new Answering(search, composer, Optional.empty(), Optional.empty()));
    }

    /// Conversations that are answered in a model's words.
    ///
    /// @param cached are answers kept for whoever asks the same?
    public static Conversations modelled(Search search, Composer composer, ModelComposer model, Rewriting rewriting,
            boolean cached) {
        return new Conversations(new Answering(search, composer, Optional.of(new Modelled(model, rewriting)),
                cached ? Optional.of(new AnswerCache()) : Optional.empty()));
    }

    /// The same conversations, which remember what they were about when the process is another one.
    ///
    /// @param turns where they keep it
    /// @param clock tells how long ago something was said
    public Conversations remembering(TurnTable turns, InstantSource clock) {
        return new Conversations(answering, key -> new StoredMemory(turns, key.id(), key.article(), clock));
    }

    /// A new conversation about an article, with no memory. The first one about an article makes it ready for questions,
    /// which takes some seconds for a long one.
    public Conversation open(Article article) {
        return new Conversation(answering, search.index(article), new RecentMemory(), "");
    }

    /// The conversation with this id about an article, as it was left; new when nobody has spoken in it for twelve hours.
    public Conversation resume(String id, Article article) {
        return resume(id, article, "");
    }

    /// The same, for one person in it.
    ///
    /// @param person the platform's id of who asks
    public Conversation resume(String id, Article article, String person) {
        return new Conversation(answering, search.index(article),
                memories.get(new Key(id, article.id()), remembering), person);
    }

    /// Forgets all questions and answers that are in memory, whoever asked them. What is being answered goes on.
    public void forget() {
        memories.invalidateAll();
        answering.answers().ifPresent(AnswerCache::forget);
        search.forget();
    }

    /// How many sentences of a model's were kept since the start, and how many were dropped, by reason; nothing without a
    /// model.
    public Map<String, Long> claims() {
        return answering.model().map(model -> model.composer().claims()).orElse(Map.of());
    }

    /// What all caches on the way of a question have done.
    public List<CacheFigures> figures() {
        List<CacheFigures> figures = new ArrayList<>(search.figures());
        figures.add(CacheFigures.of("conversations", memories));
        answering.answers().map(AnswerCache::figures).ifPresent(figures::add);
        return figures;
    }
}
