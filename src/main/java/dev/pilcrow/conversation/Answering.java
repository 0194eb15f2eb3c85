package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.answer.Claim;
import dev.pilcrow.answer.Composer;
import dev.pilcrow.answer.ModelComposer;
import dev.pilcrow.answer.Origin;
import dev.pilcrow.answer.Task;
import dev.pilcrow.answer.Watcher;
import dev.pilcrow.article.Folding;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.CallBudget;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.IndexedArticle;
import dev.pilcrow.search.Search;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/// The way of a question: what it means after those before it, what search finds for it, and the answer; by the article's
/// own sentences, and by a model where there is one. Thread-safe.
///
/// @param search finds paragraphs
/// @param composer answers with the article's own sentences
/// @param model answers in a model's words; none without a model
/// @param answers the answers given of late; none to make each anew
/// @param clock tells the time for the deadline
record Answering(Search search, Composer composer, Optional<Modelled> model, Optional<AnswerCache> answers,
        InstantSource clock) {

    /// By when a reader has an answer, whatever a model does.
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    /// What a model does for a conversation.
    record Modelled(ModelComposer composer, Rewriting rewriting) {
    }

    /// An answer, and what the conversation remembers of it.
    record Answered(Answer answer, Turn turn) {
    }

    /// A question as it is searched for.
    ///
    /// @param standalone understood without the questions before; the reader's own words when no model has put it so
    /// @param context content words that it takes over from the questions before
    /// @param found what search found, for the best wording first
    private record Meaning(String standalone, String context, List<Evidence> found) {
    }

    void prepare(String question) {
        search.prepare(question);
    }

    Answer summary(IndexedArticle article) {
        return composer.summary(article);
    }

    Answered answer(IndexedArticle article, String question, ReaderLanguage language, List<Turn> before,
            Watcher watcher) {
        Deadline deadline = Deadline.in(DEADLINE, clock);
        CallBudget calls = new CallBudget();
        Meaning meaning = meaning(article, question, before);
        Answer own = composer.answer(meaning.found().getFirst());
        if (model.isPresent()
                && isForModel(own, !before.isEmpty() || meaning.found().getFirst().query().translated())) {
            meaning = rewritten(model.get(), article, question, before, meaning, deadline, calls);
            own = composer.answer(meaning.found().getFirst());
        }
        Answer answer = model.isPresent() && isForModel(own, false)
                ? byModel(model.get(), article,
                        new Task(question, meaning.standalone(), language, meaning.found(), own, deadline, calls),
                        meaning.context(), watcher)
                : own;
        return new Answered(answer, turn(question, meaning, answer));
    }

    /// The question as code understands it: alone, or together with what the last one was about.
    private Meaning meaning(IndexedArticle article, String question, List<Turn> before) {
        Evidence evidence = search.find(article, question);
        if (before.isEmpty() || !FollowUp.pointsBack(evidence.query())) {
            return new Meaning(question, "", List.of(evidence));
        }
        Turn last = before.getLast();
        String subject = FollowUp.subject(search.find(article, last.standalone(), last.context()));
        return new Meaning(question, subject, List.of(search.find(article, question, subject)));
    }

    /// The question as a model understands it, beside how code does; the latter alone when the model fails or wanders.
    private Meaning rewritten(Modelled by, IndexedArticle article, String question, List<Turn> before, Meaning meaning,
            Deadline deadline, CallBudget calls) {
        if (!Rewriting.isNeeded(question, before, ReaderLanguage.of(article.article()))) {
            return meaning;
        }
        return by.rewriting().rewrite(question, before, meaning.context(), article, deadline, calls)
                .map(standalone -> new Meaning(standalone, "",
                        List.of(search.find(article, standalone), meaning.found().getFirst())))
                .orElse(meaning);
    }

    /// Is a question for a model: one that the article may answer? Greetings and orders to the bot are not; what is not
    /// about the article is, while it may only seem so.
    private static boolean isForModel(Answer own, boolean uncertain) {
        return switch (own) {
            case Answer.Grounded _,Answer.Unavailable _ -> true;
            case Answer.NotInArticle declined ->
                declined.reason() == Reason.NOT_SAID || declined.reason() == Reason.OFF_TOPIC && uncertain;
        };
    }

    private Answer byModel(Modelled by, IndexedArticle article, Task task, String context, Watcher watcher) {
        if (answers.isEmpty()) {
            return by.composer().answer(task, watcher);
        }
        Origin origin = by.composer().origin();
        AnswerKey key = new AnswerKey(article.article().id(), Folding.text(task.question()).strip(),
                Folding.text(task.standalone() + "\n" + context), task.language(), origin);
        try {
            return answers.get().get(key, watcher, all -> by.composer().answer(task, all));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static Turn turn(String question, Meaning meaning, Answer answer) {
        List<Claim> claims = answer instanceof Answer.Grounded grounded ? grounded.claims() : List.of();
        return new Turn(question, meaning.standalone(), meaning.context(), claims.stream().map(Claim::text).toList(),
                claims.stream().flatMap(claim -> claim.citations().stream()).map(Citation::paragraph).distinct()
                        .toList());
    }
}
