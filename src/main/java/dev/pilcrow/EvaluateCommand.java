package dev.pilcrow;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.evaluation.Evaluation;
import dev.pilcrow.evaluation.MetricsTable;
import dev.pilcrow.evaluation.Prediction;
import dev.pilcrow.evaluation.PredictionFile;
import dev.pilcrow.evaluation.QuestionFile;
import dev.pilcrow.evaluation.QuestionRow;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The command `eval`: it checks the questions and the place for the answers, asks, writes the answers and prints scores.
///
/// @param articles the articles that rows name
/// @param wordings the words of the answers
/// @param language the operator's
/// @param output for the progress and the scores
record EvaluateCommand(Articles articles, Wordings wordings, ReaderLanguage language, Output output) {

    void run(Command.Evaluate evaluate, Supplier<Conversations> conversations) throws BadUseException, IOException {
        Article usual = articles.named(evaluate.article());
        List<QuestionRow> rows = QuestionFile.read(evaluate.questions(), articles::open, usual);
        Optional<PredictionFile> file = Optional.empty();
        if (evaluate.output().isPresent()) {
            file = Optional.of(PredictionFile.at(evaluate.output().get(), evaluate.questions()));
        }
        Wording wording = wordings.in(language);
        List<Prediction> predictions = new Evaluation(conversations.get(), wordings).predict(rows,
                done -> output.progress(wording.say(Phrase.EVALUATION_PROGRESS, done, rows.size())));
        output.progress("");
        if (file.isPresent()) {
            file.get().write(rows, predictions);
        }
        output.out().println(MetricsTable.of(rows, predictions, wording));
    }
}
