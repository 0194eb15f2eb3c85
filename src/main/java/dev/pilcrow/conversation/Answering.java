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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// The way of a question: what it means after those before it, what search finds for it, and the answer; by the article's
/// own sentences, and by a model where there is one. Thread-safe.
///
/// @param search finds paragraphs
/// @param composer answers with the article's own sentences
/// @param model answers in a model's words; none without a model
/// @param answers the answers given of late; none to make each anew
record Answering(Search search, Composer composer, Optional<Modelled> model, Optional<AnswerCache> answers) {

    /// By when a reader has an answer, whatever a model does.
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    /// What a model does for a conversation.
    record Modelled(ModelComposer composer, Rewriting rewriting) {
    }

    /// A question on its way to a model.
    private record Asked(IndexedArticle article, String question, ReaderLanguage language, Deadline deadline,
            CallBudget calls) {
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

    Answer quoting(IndexedArticle article, String question) {
        return composer.answer(search.find(article, question));
    }

    Answered answer(IndexedArticle article, String question, ReaderLanguage language, List<Turn> before,
            Watcher watcher) {
        Meaning meaning = meaning(article, question, before);
        Answer own = composer.answer(meaning.found().getFirst());
        boolean uncertain = !before.isEmpty() || meaning.found().getFirst().query().translated();
        if (model.isEmpty() || !isForModel(own, uncertain)) {
            return answered(question, meaning, own);
        }
        Asked asked = new Asked(article, question, language, Deadline.in(DEADLINE), new CallBudget());
        if (!Rewriting.isNeeded(question, before, article.writing())) {
            return composed(model.get(), asked, meaning, own, watcher);
        }
        return once(asked, "? " + Rewriting.told(before), watcher, all -> {
            Meaning rewritten = rewritten(model.get(), asked, before, meaning);
            Answer found = composer.answer(rewritten.found().getFirst());
            return isForModel(found, false)
                    ? composed(model.get(), asked, rewritten, found, all)
                    : answered(question, rewritten, found);
        }).to(question);
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
    private Meaning rewritten(Modelled by, Asked asked, List<Turn> before, Meaning meaning) {
        return by.rewriting()
                .rewrite(asked.question(), before, meaning.context(), asked.article(), asked.deadline(), asked.calls())
                .map(standalone -> new Meaning(standalone, "",
                        List.of(search.find(asked.article(), standalone), meaning.found().getFirst())))
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

    private Answered composed(Modelled by, Asked asked, Meaning meaning, Answer own, Watcher watcher) {
        Task task = new Task(asked.question(), meaning.standalone(), asked.language(), meaning.found(), own,
                asked.deadline(), asked.calls());
        return once(asked, meaning.standalone() + "\n" + meaning.context(), watcher,
                all -> answered(asked.question(), meaning, by.composer().answer(task, all))).to(asked.question());
    }

    /// Makes an answer, or waits for one that is being made, or takes one that was.
    ///
    /// @param meaning what the question means beside its words
    private Answered once(Asked asked, String meaning, Watcher watcher, Function<Watcher, Answered> make) {
        if (answers.isEmpty()) {
            return make.apply(watcher);
        }
        Origin origin = model.map(by -> by.composer().origin()).orElse(Origin.EXTRACTIVE);
        AnswerKey key = new AnswerKey(asked.article().article().id(), Folding.text(asked.question()).strip(),
                Folding.text(meaning), asked.language(), origin);
        try {
            return answers.get().get(key, watcher, make);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static Answered answered(String question, Meaning meaning, Answer answer) {
        return new Answered(answer, turn(question, meaning, answer));
    }

    private static Turn turn(String question, Meaning meaning, Answer answer) {
        List<Claim> claims = answer instanceof Answer.Grounded grounded ? grounded.claims() : List.of();
        return new Turn(question, meaning.standalone(), meaning.context(), claims.stream().map(Claim::text).toList(),
                claims.stream().flatMap(claim -> claim.citations().stream()).map(Citation::paragraph).distinct()
                        .toList());
    }
}
