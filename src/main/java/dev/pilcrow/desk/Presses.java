package dev.pilcrow.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Root;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.inbox.Reply;
import dev.pilcrow.store.FeedbackTable;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the buttons under answers do: pages, passages and votes. Thread-safe.
final class Presses {

    private static final int MOST = 10_000;
    private static final Duration LATELY = Duration.ofHours(24);
    /// The most UTF-16 units of another message's words that a platform quotes.
    private static final int LONGEST_QUOTE = 1024;

    private final Answers answers;
    private final Roots roots;
    private final FeedbackTable feedback;
    private final Views views;
    /// The page that each answer shows, when it is not the first.
    private final Cache<Long, Integer> pages = Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(LATELY)
            .build();
    /// The delivery by which each citation was quoted in its thread.
    private final Cache<Action.Show, Long> quoted = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LATELY)
            .build();

    /// The delivery by which each answer was shown to everybody.
    private final Cache<Long, Long> shared = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LATELY).build();

    Presses(Answers answers, Roots roots, FeedbackTable feedback, Views views) {
        this.roots = roots;
        this.answers = answers;
        this.feedback = feedback;
        this.views = views;
    }

    /// What comes of a press.
    ///
    /// @param wording the words of whoever pressed, for an answer that is gone
    Reply reply(Received received, Action action, Wording wording) {
        return switch (action) {
            case Action.Show show -> on(show.answer(), received, wording, view -> show(show, received, view));
            case Action.Near near -> on(near.answer(), received, wording, view -> near(near, received, view));
            case Action.Page page -> on(page.answer(), received, wording, view -> page(page, received, view));
            case Action.Share share -> on(share.answer(), received, wording, view -> share(share, received, view));
            case Action.Vote vote -> on(vote.answer(), received, wording, view -> vote(vote, received, view));
            case Action.Because why -> on(why.answer(), received, wording, view -> because(why, received, view));
            case Action.Stop _ -> toast(wording, Phrase.TOAST_STOPPED);
            case Action.Forget _ -> new Reply.Silent();
            case Action.Ask _ -> toast(wording, Phrase.TOAST_CHANGED);
        };
    }

    /// What is done with an answer that was given in the chat of the press; that it is gone when it was not.
    private Reply on(long id, Received received, Wording wording, Function<AnswerView, Reply> action) {
        return answers.find(id).filter(kept -> isOf(kept.conversation(), received)).map(views::of).map(action)
                .orElseGet(() -> toast(wording, Phrase.TOAST_GONE));
    }

    private static boolean isOf(String conversation, Received received) {
        String chat = Desk.chat(received.delivery().place());
        return conversation.equals(received.conversation()) || conversation.equals(chat)
                || conversation.startsWith(chat + '/');
    }

    private Reply show(Action.Show show, Received received, AnswerView view) {
        if (show.citation() < 1 || show.citation() > view.citations().size()) {
            return toast(view.wording(), Phrase.TOAST_NO_PASSAGE);
        }
        if (view.screen().hasWindows()) {
            return new Reply.Shows(view.window(press(received), show.citation()));
        }
        String quote = view.citations().get(show.citation() - 1).quote();
        Root root = roots.of(received, view.kept()).filter(one -> one.text().contains(quote)).orElse(null);
        if (root == null || quote.length() > LONGEST_QUOTE) {
            return changes(received, view.cited(show.citation(), shown(show.answer())), null);
        }
        return quoted.get(show, _ -> received.id()) == received.id()
                ? new Reply.Says(view.quoting(show.citation(), root.message()))
                : toast(view.wording(), Phrase.TOAST_SHOWN);
    }

    private Reply near(Action.Near near, Received received, AnswerView view) {
        int last = view.kept().article().paragraphs().size();
        if (near.paragraph() < 1 || near.paragraph() > last) {
            return toast(view.wording(), Phrase.TOAST_NO_PASSAGE);
        }
        return view.screen().hasWindows()
                ? new Reply.Shows(view.nearWindow(press(received), near.paragraph()))
                : changes(received, view.near(near.paragraph(), shown(near.answer())), null);
    }

    private Reply page(Action.Page page, Received received, AnswerView view) {
        pages.put(page.answer(), page.page());
        return changes(received, view.page(page.page()), null);
    }

    private Reply vote(Action.Vote vote, Received received, AnswerView view) {
        feedback.vote(vote.answer(), received.delivery().person().id(), vote.good(), "");
        if (vote.good()) {
            return toast(view.wording(), Phrase.TOAST_THANKS);
        }
        return view.screen().hasWindows()
                ? new Reply.Shows(view.why(press(received)))
                : changes(received, view.reasons(shown(vote.answer())), view.wording().say(Phrase.TOAST_WHY));
    }

    private Reply because(Action.Because because, Received received, AnswerView view) {
        feedback.vote(because.answer(), received.delivery().person().id(), false,
                because.reason().name().toLowerCase(Locale.ROOT));
        return view.screen().hasWindows()
                ? changes(received, Post.of(view.wording().message(Phrase.TOAST_THANKS)), null)
                : changes(received, view.page(shown(because.answer())), view.wording().say(Phrase.TOAST_THANKS));
    }

    private Reply share(Action.Share share, Received received, AnswerView view) {
        return shared.get(share.answer(), _ -> received.id()) == received.id()
                ? new Reply.Shares(view.shared(), view.wording().say(Phrase.TOAST_SHARED))
                : toast(view.wording(), Phrase.TOAST_SHARED);
    }

    private static String press(Received received) {
        return received.delivery().incoming() instanceof Incoming.Pressed pressed ? pressed.press() : "";
    }

    private int shown(long answer) {
        Integer page = pages.getIfPresent(answer);
        return page == null ? 0 : page;
    }

    /// A change of the message with the button; a message of its own where the platform does not tell which that is.
    private static Reply changes(Received received, Post post, @Nullable String toast) {
        MessageId message = received.delivery().message();
        return message == null ? new Reply.Says(post) : new Reply.Changes(message, post, toast);
    }

    private static Reply toast(Wording wording, Phrase phrase) {
        return new Reply.Toasts(wording.say(phrase));
    }
}
