package dev.pilcrow.desk;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.inbox.Outcome;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.inbox.Reply;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.store.Forgotten;
import dev.pilcrow.store.People;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.ThreadTable;
import dev.pilcrow.wording.ArticleWording;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Says what is said to everything that readers write and press, in their language. Thread-safe.
public final class Desk implements Respondent {

    /// The command of a summary, as its answer is kept.
    private static final String SUMMARY = "/summary";

    private final Article article;
    private final Conversations conversations;
    private final Views views;
    private final Answers answers;
    private final Languages languages;
    private final Presses presses;
    private final Asker asker;
    private final Greeter greeter;
    private final ThreadTable threads;
    private final People people;
    private final Meaning meaning = Meaning.packaged();

    /// @param shelf the article that is asked about, and older ones
    /// @param conversations answer about it
    /// @param wordings the words of all languages
    /// @param store keeps the answers
    /// @param screens what a platform can show, by its name
    public Desk(Shelf shelf, Conversations conversations, Wordings wordings, Store store,
            Function<String, Screen> screens) {
        this.article = shelf.current();
        this.conversations = conversations;
        this.views = new Views(wordings, screens, new Questions(article, conversations, wordings));
        this.answers = new Answers(store.answers(), shelf);
        this.languages = new Languages(store.answers(), screens, article);
        this.presses = new Presses(answers, new Roots(store.inbox()), store.feedback(), views);
        this.threads = store.threads();
        this.people = store.people();
        this.greeter = new Greeter(article, views, store.answers());
        this.asker = new Asker(article, conversations, answers, store.inbox(), views);
    }

    /// The chat of a place in one word, whatever the thread.
    static String chat(Place place) {
        return place.platform() + '/' + place.account() + '/' + place.chat();
    }

    @Override
    public boolean isMeant(Incoming.Overheard overheard) {
        return meaning.isQuestion(overheard.text());
    }

    @Override
    public String subject(Received received) {
        return asking(received).map(Asking::question).orElse("");
    }

    @Override
    public Post working(Received received) {
        return asker.working(received, asking(received)
                .orElseGet(() -> new Asking("", languages.of(received), false)));
    }

    @Override
    public Reply reply(Received received, Consumer<Post> growing) {
        Wording wording = views.in(languages.of(received));
        return switch (received.delivery().incoming()) {
            case Incoming.Question _ -> answered(received, asking -> asker.ask(received, asking, growing));
            case Incoming.Overheard _ -> answered(received, asking -> asker.ask(received, asking, growing));
            case Incoming.Edited _ -> answered(received, asking -> asker.askAnew(received, asking, growing));
            case Incoming.Summary _ -> answered(received, asking -> asker.summarise(received, asking));
            case Incoming.Pressed(String _, Action.Ask _) ->
                answered(received, asking -> asker.ask(received, asking, growing));
            case Incoming.Pressed(String _, Action action) -> presses.reply(received, action, wording);
            case Incoming.Passage passage -> passage(received, passage.number(), wording);
            case Incoming.NoPassage passage -> says(new ChatWording(wording).noPassage(passage.given(), article));
            case Incoming.Outline _ -> says(new ArticleWording(wording).glance(article, longest(received)));
            case Incoming.Sources _ -> sources(received, wording);
            case Incoming.Reset _ -> reset(received, wording);
            case Incoming.Forget _ -> forgetting(received, wording);
            case Incoming.Start _ -> greeter.hello(wording);
            case Incoming.Joined _ -> greeter.joined(received, wording);
            case Incoming.Help _ -> greeter.help(received, wording);
            case Incoming.Compose compose -> greeter.compose(compose.press(), wording);
            case Incoming.Opened _ -> greeter.prompts(wording);
            case Incoming.Visited _ -> greeter.page(received, wording);
            case Incoming.Mute mute -> mute(received, mute.on(), wording);
            case Incoming.Unknown unknown ->
                privately(received, wording.message(Phrase.CHAT_UNKNOWN, unknown.command()));
            case Incoming.Wordless _ -> privately(received, wording.message(Phrase.WORDLESS));
            case Incoming.Left _,Incoming.Moved _,Incoming.Halted _,Incoming.Illegible _ -> new Reply.Silent();
        };
    }

    /// What is asked, by a question, a summary or a button; nothing when the button is of another version of the article,
    /// or nothing is asked.
    private Optional<Asking> asking(Received received) {
        Optional<Asking> asking = switch (received.delivery().incoming()) {
            case Incoming.Question question -> Optional.of(asking(received, question.text()));
            case Incoming.Overheard question -> Optional.of(asking(received, question.text()));
            case Incoming.Edited question -> Optional.of(asking(received, question.text()));
            case Incoming.Summary _ -> Optional.of(new Asking(SUMMARY, languages.of(received), false));
            case Incoming.Pressed(String _, Action.Ask ask) -> views.questions().asked(ask);
            case Incoming.Wish _,Incoming.Event _ -> Optional.empty();
        };
        asking.ifPresent(asked -> languages.speaks(received, asked.language()));
        return asking;
    }

    private Asking asking(Received received, String question) {
        return new Asking(question, ReaderLanguage.of(question, languages.of(received)), false);
    }

    private Reply answered(Received received, Function<Asking, Kept> answering) {
        return asking(received).map(answering).<Reply>map(kept -> answer(kept))
                .orElseGet(() -> new Reply.Toasts(views.in(languages.of(received)).say(Phrase.TOAST_CHANGED)));
    }

    private Reply passage(Received received, int number, Wording wording) {
        if (number < 1 || number > article.paragraphs().size()) {
            return says(new ChatWording(wording).noPassage(Integer.toString(number), article));
        }
        return says(new ArticleWording(wording).passage(article, number, longest(received)));
    }

    private Reply sources(Received received, Wording wording) {
        return new Reply.Says(answers.last(received.conversation()).map(kept -> views.of(kept).sources())
                .orElseGet(() -> Post.of(wording.message(Phrase.SOURCES_NONE))));
    }

    private Reply reset(Received received, Wording wording) {
        conversations.resume(received.conversation(), article).reset();
        return says(wording.message(Phrase.CHAT_RESET));
    }

    /// What would be removed, for who wishes it to confirm. They are spoken to in the same language when it is.
    private Reply forgetting(Received received, Wording wording) {
        Delivery delivery = received.delivery();
        languages.speaks(received, wording.language());
        Forgotten kept = people.kept(delivery.place().platform(), delivery.person().id());
        return new Reply.Says(Post.of(new ChatWording(wording).forgetting(kept.answers(), kept.votes()),
                List.of(List.of(new Button(wording.say(Phrase.BUTTON_FORGET),
                        new Action.Forget(delivery.person().id()))))));
    }

    /// Forgets what is in memory of what anybody asked, as when somebody was forgotten by another process.
    public void forget() {
        conversations.forget();
        languages.forget();
    }

    /// A chat with one person alone has nobody to be quiet for.
    private Reply mute(Received received, boolean on, Wording wording) {
        if (received.delivery().place().isPrivate()) {
            return greeter.help(received, wording);
        }
        threads.quiet(received.conversation(), on);
        return says(wording.message(on ? Phrase.CHAT_MUTED : Phrase.CHAT_UNMUTED));
    }

    /// What is said to one person, and would disturb others.
    private static Reply privately(Received received, Message message) {
        Place place = received.delivery().place();
        return place.isPrivate() || place.isWhispered() ? says(message) : new Reply.Silent();
    }

    private static Reply says(Message message) {
        return new Reply.Says(Post.of(message));
    }

    private int longest(Received received) {
        return views.screen(received).longestText();
    }

    @Override
    public Reply.Answered again(long answer) {
        return answers.find(answer)
                .map(kept -> answer(kept))
                .orElseGet(() -> new Reply.Answered(
                        Post.of(views.in(ReaderLanguage.of(article)).message(Phrase.SORRY)), answer,
                        Outcome.APOLOGISED, ""));
    }

    private Reply.Answered answer(Kept kept) {
        return new Reply.Answered(views.of(kept).page(0), kept.id(), kept.outcome(), kept.composer());
    }

    @Override
    public Post stopped(Received received) {
        return notice(received, wording -> wording.message(Phrase.STOPPED));
    }

    @Override
    public Post forgotten(Received pressed, Forgotten removed) {
        Post post = Post.of(new ChatWording(views.in(languages.of(pressed))).forgotten(removed.answers(),
                removed.votes()));
        forget();
        return post;
    }

    @Override
    public String notForgetting(Received pressed) {
        return views.in(languages.of(pressed)).say(Phrase.TOAST_FORGET_NOT_YOURS);
    }

    @Override
    public Post sorry(Received received) {
        return notice(received, wording -> wording.message(Phrase.SORRY));
    }

    @Override
    public Post busy(Received received) {
        return notice(received, wording -> wording.message(Phrase.BUSY));
    }

    @Override
    public Post limited(Received received, Duration delay) {
        return notice(received, wording -> new ChatWording(wording).limited(delay));
    }

    /// What is said in place of an answer.
    private Post notice(Received received, Function<Wording, Message> words) {
        Optional<Asking> asking = asking(received);
        Message message = words.apply(views.in(asking.map(Asking::language).orElseGet(() -> languages.of(received))));
        return Post.of(asking.filter(Asking::restated)
                .map(asked -> ChatWording.restated(asked.question(), message)).orElse(message));
    }

    @Override
    public String stopping(Received pressed, boolean own) {
        return views.in(languages.of(pressed)).say(own ? Phrase.TOAST_STOPPED : Phrase.TOAST_NOT_YOURS);
    }
}
