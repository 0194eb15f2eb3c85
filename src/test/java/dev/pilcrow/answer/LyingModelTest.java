package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Effort;
import dev.pilcrow.answer.Liar.Lie;
import dev.pilcrow.answer.Truthful.Way;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Folding;
import dev.pilcrow.conversation.EvaluationRows;
import dev.pilcrow.model.Asked;
import dev.pilcrow.model.CallBudget;
import dev.pilcrow.model.Deadline;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.ScriptedModel;
import dev.pilcrow.model.Wire;
import dev.pilcrow.search.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Q1: what is shown of the answers of models that lie, and of models that do not, over real HTTP in all wire forms,
/// streamed and whole.
@Tag("reliability")
class LyingModelTest {

    private static final List<String> SETS = List.of("article-dev.jsonl", "xquad-zh/questions.jsonl",
            "xquad-en/questions.jsonl",
            "cmrc-zh/questions.jsonl", "drcd-hant/questions.jsonl");
    private static final int QUESTIONS_A_SET = 12;

    /// What came of some answers.
    private static final class Tally {

        private int outputs;
        private int composed;
        private int unverified;
        private int foreign;
        private int markers;
        private final List<String> examples = new ArrayList<>();

        private void fault(String what, Answer answer) {
            if (examples.size() < 20) {
                examples.add(what + ": " + answer);
            }
        }
    }

    private final List<Task> tasks = SETS.stream().flatMap(set -> EvaluationRows.read(set, 60).stream()
            .filter(row -> row.answerable() && row.history().isEmpty()).limit(QUESTIONS_A_SET))
            .map(row -> Composing.task(Samples.SEARCH.index(row.article()), row.question(), Duration.ofSeconds(30)))
            .filter(task -> task.own() instanceof Answer.Grounded || task.own() instanceof Answer.NotInArticle)
            .toList();

    @Test
    void nothingThatALyingModelMadeUpIsShownAndWhatIsTrueIsKept() {
        Tally lies = lies(Effort.of(1_200, 20_000));
        Tally truths = truths(Effort.of(600, 5_000));
        double kept = 100.0 * truths.composed / truths.outputs;
        Effort.report("Q1 outputs=%d unverified_quotes=%d foreign_facts=%d markers=%d shown=%d faithful=%d kept=%.2f%%"
                .formatted(
                        lies.outputs, lies.unverified, lies.foreign, lies.markers, lies.composed, truths.outputs,
                        kept));
        assertThat(lies.examples).isEmpty();
        assertThat(truths.unverified + truths.foreign).as("%s", truths.examples).isZero();
        assertThat(kept).as("%s", truths.examples).isGreaterThanOrEqualTo(99);
    }

    private Tally lies(int outputs) {
        Liar liar = new Liar(11);
        Lie[] lies = Lie.values();
        Tally tally = new Tally();
        int[] turn = {0};
        Function<Asked, String> script = asked -> liar.answer(asked, lies[turn[0] % lies.length],
                article(turn[0]).text());
        run(outputs, turn, script, (answer, article) -> {
            tally.outputs++;
            boolean composed = answer.origin().isModel() && answer instanceof Answer.Grounded;
            tally.composed += composed ? 1 : 0;
            Lie lie = lies[turn[0] % lies.length];
            if (!verbatim(answer, article) || composed && Liar.NOTHING_LEFT.contains(lie)) {
                tally.unverified++;
                tally.fault(lie + " " + liar.forbidden(), answer);
            }
            String shown = composed ? Folding.text(words(answer)) : "";
            if (liar.forbidden().stream().anyMatch(word -> shown.contains(Folding.text(word)))) {
                tally.foreign += lie == Lie.MARKER ? 0 : 1;
                tally.markers += lie == Lie.MARKER ? 1 : 0;
                tally.fault(lie + " " + liar.forbidden(), answer);
            }
        });
        return tally;
    }

    private Tally truths(int outputs) {
        Truthful truthful = new Truthful(12);
        Way[] ways = Way.values();
        Tally tally = new Tally();
        int[] turn = {0};
        run(outputs, turn, asked -> truthful.answer(asked, ways[turn[0] % ways.length]), (answer, article) -> {
            tally.outputs++;
            boolean composed = answer.origin().isModel() && answer instanceof Answer.Grounded;
            tally.composed += composed ? 1 : 0;
            tally.unverified += verbatim(answer, article) ? 0 : 1;
            if (!composed) {
                tally.fault(ways[turn[0] % ways.length].toString(), answer);
            }
        });
        return tally;
    }

    private interface Judge {
        void judge(Answer answer, Article article);
    }

    /// Asks the questions by turns, of each wire form by turns, streamed and whole.
    private void run(int outputs, int[] turn, Function<Asked, String> script, Judge judge) {
        try (ModelServer server = ModelServer.start(asked -> new Reply.Says(script.apply(asked)))) {
            List<ModelComposer> composers = Stream.of(Wire.values())
                    .map(wire -> Composing.composer(ScriptedModel.of(server, wire))).toList();
            for (turn[0] = 0; turn[0] < outputs; turn[0]++) {
                Watcher watcher = turn[0] / 3 % 2 == 0 ? Watcher.NONE : _ -> {
                };
                Answer answer = composers.get(turn[0] % composers.size())
                        .answer(again(tasks.get(turn[0] % tasks.size())), watcher);
                judge.judge(answer, article(turn[0]));
            }
        }
    }

    private Article article(int turn) {
        return tasks.get(turn % tasks.size()).found().getFirst().article().article();
    }

    private static Task again(Task task) {
        return new Task(task.question(), task.standalone(), task.language(), task.found(), task.own(),
                Deadline.in(Duration.ofSeconds(30)), new CallBudget());
    }

    private static boolean verbatim(Answer answer, Article article) {
        return !(answer instanceof Answer.Grounded grounded) || grounded.citations().stream().allMatch(
                citation -> article.paragraph(citation.paragraph()).text().contains(citation.quote()));
    }

    private static String words(Answer answer) {
        return answer instanceof Answer.Grounded grounded
                ? String.join("\n", Stream.concat(grounded.claims().stream().map(Claim::text),
                        grounded.citations().stream().map(Citation::quote)).toList())
                : "";
    }
}
