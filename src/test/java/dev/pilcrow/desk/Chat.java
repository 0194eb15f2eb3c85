package dev.pilcrow.desk;

import dev.pilcrow.Secret;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Person;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Root;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.inbox.Reply;
import dev.pilcrow.search.Samples;
import dev.pilcrow.store.Arrival;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A desk over a store in a file, and the people who write to it.
final class Chat implements AutoCloseable {

    static final Place PRIVATE = new Place("telegram", "bot", "7", "", true);
    static final Place GROUP = new Place("telegram", "bot", "-100", "", false);
    static final Person CHINESE = new Person("u1", "zh-hans");
    static final Person TAIWANESE = new Person("u2", "zh-hant");
    static final Person ENGLISH = new Person("u3", "en");

    private static final AtomicInteger ARRIVALS = new AtomicInteger();

    final Store store;
    final Desk desk;
    Instant now = Instant.parse("2026-11-25T08:00:00Z");
    private TestScreen screen = TestScreen.of(4096);
    private int messages;

    Chat(Path folder) {
        this(folder, Samples.BUILT_IN, Talk.CONVERSATIONS);
    }

    Chat(Path folder, Article article, Conversations conversations) {
        try {
            store = Store.open(new Secret("jdbc:sqlite:" + folder.resolve("store.db")), () -> now);
        } catch (StoreException e) {
            throw new IllegalStateException(e);
        }
        desk = new Desk(new Shelf(article, "folder/article.txt", store.articles()),
                conversations.remembering(store.turns(), () -> now), Wordings.packaged(), store, _ -> screen);
    }

    Chat ofAtMost(int units) {
        screen = TestScreen.of(units);
        return this;
    }

    Chat withWindows() {
        screen = TestScreen.rich(3000);
        return this;
    }

    Received received(Place place, Person person, Incoming incoming) {
        return received(place, person, new MessageId(place.chat(), Integer.toString(++messages)), null, incoming);
    }

    /// Puts something in the inbox.
    Received received(Place place, Person person, MessageId message, @Nullable Root root, Incoming incoming) {
        Arrival arrival = new Arrival(List.of("key " + ARRIVALS.incrementAndGet()), place.platform(), Desk.chat(place),
                place.id(),
                place.id() + ' ' + person.id(), person.id(), message.text(), null, false,
                incoming instanceof Incoming.Question, "{}");
        long id = store.inbox().accept(List.of(arrival), 1000, 1000).getFirst();
        return new Received(id, new Delivery(List.of("key"), place, person, message, root, incoming), place.id());
    }

    Reply reply(Received received) {
        return desk.reply(received, _ -> {
        });
    }

    Reply reply(Person person, Incoming incoming) {
        return reply(received(PRIVATE, person, incoming));
    }

    Reply.Answered asks(Person person, String question) {
        return (Reply.Answered) reply(person, new Incoming.Question(question));
    }

    Reply presses(Place place, Person person, Action action) {
        return reply(received(place, person, new MessageId(place.chat(), "900"), null,
                new Incoming.Pressed("press", action)));
    }

    Reply presses(Person person, Action action) {
        return presses(PRIVATE, person, action);
    }

    String says(Person person, Incoming incoming) {
        return ((Reply.Says) reply(person, incoming)).post().message().text();
    }

    /// The labels of a post's buttons, row by row.
    static List<List<String>> labels(Post post) {
        return post.rows().stream().map(row -> row.stream().map(Button::label).toList()).toList();
    }

    static Action action(Post post, String label) {
        return post.rows().stream().flatMap(List::stream).filter(button -> button.label().equals(label)).findFirst()
                .orElseThrow().action();
    }

    @Override
    public void close() {
        store.close();
    }
}
