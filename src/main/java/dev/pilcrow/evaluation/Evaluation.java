package dev.pilcrow.evaluation;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.conversation.Reply;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.Wordings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Asks questions one after the other, each in a conversation of its own, so that none is slowed or helped by another.
public final class Evaluation {

    private final Conversations conversations;
    private final Wordings wordings;

    public Evaluation(Conversations conversations, Wordings wordings) {
        this.conversations = conversations;
        this.wordings = wordings;
    }

    /// Asks every row.
    ///
    /// @param progress is told how many rows are done
    /// @return a prediction for each row, in their order
    public List<Prediction> predict(List<QuestionRow> rows, IntConsumer progress) {
        List<Prediction> predictions = new ArrayList<>(rows.size());
        for (QuestionRow row : rows) {
            predictions.add(predict(row));
            progress.accept(predictions.size());
        }
        return predictions;
    }

    private Prediction predict(QuestionRow row) {
        Conversation conversation = conversations.open(row.article());
        row.history().forEach(conversation::ask);
        Reply reply = conversation.ask(row.question());
        AnswerWording wording = new AnswerWording(wordings.in(ReaderLanguage.of(row.question())));
        return Prediction.of(reply, wording.message(reply.answer(), row.article()).text());
    }
}
