package dev.pilcrow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.BadUseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionTest {

    private static final Prediction ANSWERED = new Prediction("答\n\"引\"", new Answer.Grounded(Answer.Lead.SENTENCES,
            List.of(new Citation(6, 0, "引")), List.of(6, 4)), 12.345);
    private static final Prediction DECLINED = new Prediction("没有",
            new Answer.NotInArticle(Answer.Reason.NOT_SAID, List.of(4), List.of(4, 13)), 0);
    private static final Path QUESTIONS = Path.of("pom.xml");
    private static final QuestionRow ROW = new QuestionRow("row-1", "", "?", List.of(), Articles.of("文。"),
            QuestionRow.Answerable.UNKNOWN, List.of(), List.of());

    @Test
    void anAnswerIsOneObject() {
        assertThat(ANSWERED.json()).isEqualTo("{\"answered\":true,\"text\":\"答\\n\\\"引\\\"\","
                + "\"citations\":[{\"paragraph\":6,\"quote\":\"引\"}],\"retrieved\":[6,4],"
                + "\"composer\":\"extractive\",\"millis\":12.3}");
    }

    @Test
    void aDeclinedQuestionHasTheNearestParagraphs() {
        assertThat(DECLINED.json()).isEqualTo("{\"answered\":false,\"text\":\"没有\",\"citations\":[],"
                + "\"retrieved\":[4,13],\"nearest\":[4],\"composer\":\"extractive\",\"millis\":0.0}");
    }

    @Test
    void aRowsPredictionHasItsIdFirst() {
        assertThat(DECLINED.json("a\"1")).startsWith("{\"id\":\"a\\\"1\",\"answered\":false,");
    }

    @Test
    void theFileIsThereWhenItIsCompleteAndNothingElseIs(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("p.jsonl");
        PredictionFile predictions = PredictionFile.at(file, QUESTIONS);
        assertThat(file).doesNotExist();
        predictions.write(List.of(ROW), List.of(ANSWERED));
        assertThat(file).hasContent(ANSWERED.json("row-1"));
        PredictionFile.at(file, QUESTIONS).write(List.of(ROW), List.of(DECLINED));
        assertThat(file).hasContent(DECLINED.json("row-1"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALink(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("p.jsonl"), "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        PredictionFile.at(link, QUESTIONS).write(List.of(ROW), List.of(ANSWERED));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent(ANSWERED.json("row-1"));
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeAnyQuestionIsAsked(@TempDir Path folder) throws IOException {
        Path questions = Files.writeString(folder.resolve("q.jsonl"), "");
        for (Path file : List.of(folder, folder.resolve("gone/p.jsonl"), questions, questions.resolve("p.jsonl"))) {
            assertThatThrownBy(() -> PredictionFile.at(file, questions)).isInstanceOf(BadUseException.class);
        }
    }
}
