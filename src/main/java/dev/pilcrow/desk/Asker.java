package dev.pilcrow.desk;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.article.Article;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Pages;
import dev.pilcrow.chat.Post;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.inbox.Received;
import dev.pilcrow.store.Claimed;
import dev.pilcrow.store.InboxTable;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.ChatWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks what readers ask, shows the answer as it grows, and keeps it. Thread-safe.
///
/// @param article the article that is asked about
/// @param conversations answer about it
/// @param answers keeps what is answered
/// @param inbox knows what an edited message asked before
/// @param views how it looks
record Asker(Article article, Conversations conversations, Answers answers, InboxTable inbox, Views views) {

    /// What is shown before anything is known.
    Post working(Received received, Asking asking) {
        return growing(received, asking, views.in(asking.language()).message(Phrase.WORKING));
    }

    /// The answer to a question.
    Kept ask(Received received, Asking asking, Consumer<Post> growing) {
        Conversation conversation = resume(received);
        return answers.keep(received.id(), received, asking, answer(conversation, received, asking, growing), article);
    }

    /// The answer to a question that was another before: the conversation forgets that one, and the answer takes the place
    /// of the one to it.
    Kept askAnew(Received received, Asking asking, Consumer<Post> growing) {
        Conversation conversation = resume(received);
        Optional<Kept> old = before(received).map(Claimed::answer).flatMap(answers::find);
        old.ifPresent(kept -> conversation.takeBack(kept.asking().question()));
        Kept kept = answers.keep(old.map(Kept::delivery).orElse(received.id()), received, asking,
                answer(conversation, received, asking, growing), article);
        inbox.answered(received.id(), kept.id());
        return kept;
    }

    private Optional<Claimed> before(Received received) {
        MessageId message = received.delivery().message();
        return message == null
                ? Optional.empty()
                : inbox.question(Desk.chat(received.delivery().place()), message.text(), received.id());
    }

    /// The article in brief.
    Kept summarise(Received received, Asking asking) {
        Conversation conversation = resume(received);
        return answers.keep(received.id(), received, asking, conversation.summary().answer(), article);
    }

    private Conversation resume(Received received) {
        return conversations.resume(received.conversation(), article, received.delivery().person().id());
    }

    private Answer answer(Conversation conversation, Received received, Asking asking, Consumer<Post> growing) {
        AnswerWording words = new AnswerWording(views.in(asking.language()));
        return conversation.ask(asking.question(), asking.language(),
                soFar -> growing.accept(growing(received, asking, words.claims(soFar)))).answer();
    }

    /// What is known so far, with a button to stop.
    private Post growing(Received received, Asking asking, Message soFar) {
        Wording wording = views.in(asking.language());
        Message message = asking.restated() ? ChatWording.restated(asking.question(), soFar) : soFar;
        return Post.of(
                Pages.of(message, views.screen(received).longestText()).getFirst(),
                List.of(List.of(new Button(wording.say(Phrase.BUTTON_STOP), new Action.Stop(received.id())))));
    }
}
