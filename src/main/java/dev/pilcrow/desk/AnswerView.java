package dev.pilcrow.desk;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Pages;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Screen;
import dev.pilcrow.chat.Surface;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.PassageWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How an answer looks: its pages, the passages that it cites, and the buttons under each. Immutable.
///
/// @param kept the answer
/// @param wording the words of its language
/// @param screen what its platform can show
/// @param questions buttons for questions, in place of an answer to none
record AnswerView(Kept kept, Wording wording, Screen screen, List<List<Button>> questions) {

    private static final int ROW = 8;
    private static final int MOST = 24;

    /// A page, with the buttons for what the answer cites, for the other pages and for a vote.
    ///
    /// @param number from 0; the nearest one when there is no such page
    Post page(int number) {
        List<Message> pages = pages();
        int page = Math.clamp(number, 0, pages.size() - 1);
        List<List<Button>> rows = new ArrayList<>(passages());
        List<Button> turning = new ArrayList<>();
        if (page > 0) {
            turning.add(button(Phrase.BUTTON_BACK, new Action.Page(kept.id(), page - 1)));
        }
        if (page + 1 < pages.size()) {
            turning.add(button(Phrase.BUTTON_MORE, new Action.Page(kept.id(), page + 1)));
        }
        rows.add(turning);
        rows.add(isJudged() ? List.of(vote(Phrase.BUTTON_GOOD, true), vote(Phrase.BUTTON_BAD, false)) : List.of());
        rows.addAll(questions);
        rows.add(kept.isWhispered() && kept.isFound()
                ? List.of(button(Phrase.BUTTON_SHARE, new Action.Share(kept.id())))
                : List.of());
        return Post.of(pages.get(page), rows);
    }

    /// The first page as everybody sees it, with the question, after only one person did.
    Post shared() {
        return new AnswerView(kept.shared(), wording, screen, questions).page(0);
    }

    /// A page with the reasons why the answer may be of no use.
    Post reasons(int page) {
        List<List<Button>> rows = new ArrayList<>(because());
        rows.add(List.of(button(Phrase.BUTTON_BACK, new Action.Page(kept.id(), page))));
        return Post.of(page(page).message(), rows);
    }

    private List<List<Button>> because() {
        return List.of(
                List.of(because(Phrase.WHY_WRONG, Action.Reason.WRONG),
                        because(Phrase.WHY_BESIDE, Action.Reason.BESIDE)),
                List.of(because(Phrase.WHY_INCOMPLETE, Action.Reason.INCOMPLETE),
                        because(Phrase.WHY_OTHER, Action.Reason.OTHER)));
    }

    /// The paragraph of a citation, with the way back.
    ///
    /// @param number the citation's, from 1
    /// @param page where the way back leads
    Post cited(int number, int page) {
        return passage(
                new PassageWording(wording).cited(kept.article(), number, citations().get(number - 1),
                        screen.longestText()),
                page);
    }

    /// The paragraph of a citation in a window, between its neighbours.
    ///
    /// @param press what the window comes of
    /// @param number the citation's, from 1
    Surface.Window window(String press, int number) {
        PassageWording words = new PassageWording(wording);
        Citation citation = citations().get(number - 1);
        return new Surface.Window(press, words.title(kept.article(), number, citation),
                words.around(kept.article(), citation.paragraph(), citation, screen.longestText()), List.of(), null);
    }

    /// A paragraph that was offered, in a window, between its neighbours.
    Surface.Window nearWindow(String press, int paragraph) {
        PassageWording words = new PassageWording(wording);
        return new Surface.Window(press, words.title(kept.article(), paragraph),
                words.around(kept.article(), paragraph, null, screen.longestText()), List.of(), null);
    }

    /// The reasons why the answer may be of no use, in a window.
    Surface.Window why(String press) {
        return new Surface.Window(press, wording.say(Phrase.WINDOW_WHY), wording.message(Phrase.TOAST_WHY), because(),
                null);
    }

    /// A citation whose words are quoted of a message that has them, as a reply to it.
    Post quoting(int number, MessageId message) {
        Citation citation = citations().get(number - 1);
        return new Post(new PassageWording(wording).quoted(kept.article(), number, citation), List.of(),
                new Post.Quote(message, citation.quote()));
    }

    /// A paragraph that was offered, with the way back.
    Post near(int paragraph, int page) {
        return passage(new PassageWording(wording).near(kept.article(), paragraph, screen.longestText()), page);
    }

    private Post passage(Message message, int page) {
        List<List<Button>> rows = new ArrayList<>(passages());
        rows.add(List.of(button(Phrase.BUTTON_BACK, new Action.Page(kept.id(), page))));
        return Post.of(message, rows);
    }

    /// What the answer rests on.
    Post sources() {
        if (!(kept.answer() instanceof Answer.Grounded grounded)) {
            throw new IllegalStateException("an answer without sources");
        }
        return Post.of(new AnswerWording(wording).sources(grounded, kept.article(), screen.longestText()), passages());
    }

    List<Citation> citations() {
        return kept.answer() instanceof Answer.Grounded grounded ? grounded.citations() : List.of();
    }

    private List<Message> pages() {
        Message message = new AnswerWording(wording).message(kept.answer(), kept.article());
        return Pages.of(kept.asking().restated() ? ChatWording.restated(kept.asking().question(), message) : message,
                screen.longestText());
    }

    /// A button for each passage, in rows.
    private List<List<Button>> passages() {
        List<Button> buttons = switch (kept.answer()) {
            case Answer.Grounded grounded -> IntStream.rangeClosed(1, grounded.citations().size())
                    .mapToObj(i -> new Button("[" + i + "]", new Action.Show(kept.id(), i))).toList();
            case Answer.NotInArticle declined -> near(declined.nearest());
            case Answer.Unavailable away -> near(away.nearest());
        };
        List<Button> shown = buttons.subList(0, Math.min(MOST, buttons.size()));
        return IntStream.iterate(0, at -> at < shown.size(), at -> at + ROW)
                .mapToObj(at -> shown.subList(at, Math.min(at + ROW, shown.size()))).toList();
    }

    private List<Button> near(List<Integer> paragraphs) {
        return paragraphs.stream().map(paragraph -> new Button(wording.say(Phrase.PARAGRAPH, paragraph),
                new Action.Near(kept.id(), paragraph))).toList();
    }

    /// Can a reader say whether it was of use? Not of a greeting, and not when nothing could be told.
    private boolean isJudged() {
        return switch (kept.answer()) {
            case Answer.Grounded _ -> true;
            case Answer.NotInArticle declined -> switch (declined.reason()) {
                case NOT_SAID, OFF_TOPIC -> true;
                case CHAT, INSTRUCTION, TOO_LONG, EMPTY -> false;
            };
            case Answer.Unavailable _ -> false;
        };
    }

    private Button vote(Phrase label, boolean good) {
        return button(label, new Action.Vote(kept.id(), good));
    }

    private Button because(Phrase label, Action.Reason reason) {
        return button(label, new Action.Because(kept.id(), reason));
    }

    private Button button(Phrase label, Action action) {
        return new Button(wording.say(label), action);
    }
}
