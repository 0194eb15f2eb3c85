package dev.pilcrow.answer;

import dev.pilcrow.answer.Answer.Caveat;
import dev.pilcrow.answer.Answer.Reason;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.model.Fault;
import dev.pilcrow.model.Fence;
import dev.pilcrow.model.LanguageModel;
import dev.pilcrow.model.LanguageModel.Delivery;
import dev.pilcrow.model.ModelPrompts;
import dev.pilcrow.model.Prompt;
import dev.pilcrow.model.Prompt.Role;
import dev.pilcrow.model.Prompt.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers questions in a model's words, each sentence of which was held to the article before anybody sees it. When none
/// stands, the model is asked once more; then the article's own sentences answer, and the reader is told. Thread-safe.
public final class ModelComposer {

    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final LanguageModel model;
    private final ModelPrompts prompts;
    private final RandomGenerator random;
    private final Origin origin;
    private final ClaimFigures figures = new ClaimFigures();

    /// @param random makes the lines between instructions and material; it must not be guessable
    public ModelComposer(LanguageModel model, ModelPrompts prompts, RandomGenerator random) {
        this.model = model;
        this.prompts = prompts;
        this.random = random;
        this.origin = new Origin(model.id(), prompts.hash());
    }

    /// The names of the failures that a repair may have to tell a model.
    public static Set<String> failures() {
        return Stream.of(ClaimCheck.Failure.values()).map(ClaimCheck.Failure::key).collect(Collectors.toSet());
    }

    /// What its answers are composed by.
    public Origin origin() {
        return origin;
    }

    /// How many sentences were kept since the start, and how many were dropped, by reason.
    public Map<String, Long> claims() {
        return figures.now();
    }

    /// Answers a question, by the task's deadline whatever the model does. An interrupt ends the model's call too.
    ///
    /// @param watcher sees the answer grow; when it is {@link Watcher#NONE} the model's text comes whole
    public Answer answer(Task task, Watcher watcher) {
        Passages passages = Passages.of(task.own(), task.found());
        Fence fence = Fence.random(random);
        ClaimCheck check = new ClaimCheck(task.found().getFirst().article(), passages, fence);
        Prompt prompt = prompts.compose(task.language().tag()).fill(Map.of("title",
                task.found().getFirst().article().article().title(), "passages", passages.numbered(), "question",
                Fence.oneLine(task.question()), "standalone", Fence.oneLine(task.standalone()), "fence", fence.line()));
        Drafting drafting = new Drafting(check, figures,
                claims -> watcher.sees(composed(task, claims, Caveat.NONE)));
        Delivery delivery = watcher == Watcher.NONE ? Delivery.WHOLE : Delivery.STREAMED;
        Optional<Fault> fault = ask(task, prompt, delivery, drafting);
        if (drafting.isEmpty() && fault.isEmpty() && !drafting.notSaid() && task.calls().takeRepair()) {
            Prompt again = prompt.and(repair(drafting, task.language()));
            fault = drafting.listen(model.open(again, delivery, task.deadline()));
        }
        return result(task, drafting, fault);
    }

    /// Asks, and asks again when the provider failed for a moment, nothing has been said yet and a call is left.
    private Optional<Fault> ask(Task task, Prompt prompt, Delivery delivery, Drafting drafting) {
        if (!task.calls().take()) {
            return Optional.of(Fault.RESTING);
        }
        Optional<Fault> fault = drafting.listen(model.open(prompt, delivery, task.deadline()));
        Duration pause = drafting.pause();
        boolean again = fault.filter(Fault::passing).isPresent() && drafting.isEmpty()
                && pause.compareTo(task.deadline().remaining().dividedBy(2)) < 0 && task.calls().take();
        if (!again) {
            return fault;
        }
        try {
            Thread.sleep(pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(Fault.STOPPED);
        }
        return drafting.listen(model.open(prompt, delivery, task.deadline()));
    }

    /// What is said to a model of whose sentences none passed: the answer it gave, and what is wrong with it.
    private Prompt repair(Drafting drafting, ReaderLanguage language) {
        String failures = drafting.failures(prompts.repair(language.tag()));
        Prompt asked = prompts.repair(language.tag()).fill(Map.of("failures", failures));
        return new Prompt(List.of(new Turn(Role.ASSISTANT, drafting.said()))).and(asked);
    }

    private Answer result(Task task, Drafting drafting, Optional<Fault> fault) {
        if (!drafting.isEmpty()) {
            return composed(task, drafting.claims(), fault.isPresent()
                    ? Caveat.CUT_SHORT
                    : drafting.droppedAny() ? Caveat.LEFT_OUT : Caveat.NONE);
        }
        if (fault.isPresent()) {
            return away(task.own(), fault.get());
        }
        if (drafting.notSaid()) {
            return new Answer.NotInArticle(Reason.NOT_SAID, nearest(task), task.own().retrieved(), origin,
                    Caveat.NONE);
        }
        return withCaveat(task.own(), Caveat.NOT_VERIFIED);
    }

    private Answer.Grounded composed(Task task, List<Claim> claims, Caveat caveat) {
        return new Answer.Grounded(Answer.Lead.COMPOSED, claims, task.own().retrieved(), origin, caveat);
    }

    private static List<Integer> nearest(Task task) {
        return task.own() instanceof Answer.NotInArticle declined && !declined.nearest().isEmpty()
                ? declined.nearest()
                : task.own().retrieved().stream().limit(Composer.OFFERED).toList();
    }

    private static Answer away(Answer own, Fault fault) {
        return own instanceof Answer.NotInArticle declined && declined.reason() == Reason.NOT_SAID
                ? new Answer.Unavailable(fault, declined.nearest(), declined.retrieved())
                : withCaveat(own, Caveat.MODEL_AWAY);
    }

    private static Answer withCaveat(Answer own, Caveat caveat) {
        return switch (own) {
            case Answer.Grounded grounded -> new Answer.Grounded(grounded.lead(), grounded.claims(),
                    grounded.retrieved(), grounded.origin(), caveat);
            case Answer.NotInArticle declined -> new Answer.NotInArticle(declined.reason(), declined.nearest(),
                    declined.retrieved(), declined.origin(), caveat);
            case Answer.Unavailable away -> away;
        };
    }
}
