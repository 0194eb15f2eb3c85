package dev.pilcrow.desk;

import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Surface;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.inbox.Reply;
import dev.pilcrow.store.AnswerTable;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.List;

/// What somebody is shown who has not asked anything yet. Thread-safe.
///
/// @param article the article that can be asked about
/// @param views the words, and the questions to begin with
/// @param answers know what somebody has asked before
record Greeter(Article article, Views views, AnswerTable answers) {

    /// So many of a person's questions are shown.
    private static final int RECENT = 5;

    /// What the bot can do.
    Reply hello(Wording wording) {
        return begin(new ChatWording(wording).hello(article), wording);
    }

    /// What a group is told that has let the bot in.
    Reply joined(Received received, Wording wording) {
        return begin(new ChatWording(wording).joined(article, views.screen(received)), wording);
    }

    /// A message with questions to begin with.
    private Reply begin(Message message, Wording wording) {
        return new Reply.Says(Post.of(message, views.questions().buttons(wording.language())));
    }

    Reply help(Received received, Wording wording) {
        return new Reply.Says(Post.of(new ChatWording(wording).help(views.screen(received))));
    }

    /// The questions to begin with and room for one's own, in a window.
    ///
    /// @param press what the window comes of
    Reply compose(String press, Wording wording) {
        return new Reply.Shows(new Surface.Window(press, wording.say(Phrase.WINDOW_ASK),
                new ChatWording(wording).composing(article), views.questions().buttons(wording.language()),
                new Surface.Field(wording.say(Phrase.WINDOW_OWN), wording.say(Phrase.WINDOW_SEND))));
    }

    /// The questions to begin with, where nothing was written yet.
    Reply prompts(Wording wording) {
        return new Reply.Shows(new Surface.Prompts(wording.say(Phrase.PROMPTS_TITLE),
                views.questions().in(wording.language())));
    }

    /// The bot's own page: the article, how to ask, and what this person has asked.
    Reply page(Received received, Wording wording) {
        String person = received.delivery().person().id();
        List<String> asked = answers.recent(person, RECENT).stream().map(AnswerTable.Saved::question).toList();
        return new Reply.Shows(new Surface.Page(person,
                new ChatWording(wording).page(article, views.screen(received), asked),
                views.questions().buttons(wording.language())));
    }
}
