package dev.pilcrow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.evaluation.QuestionRow.Answerable;
import dev.pilcrow.wording.Articles;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionFileTest {

    private static final Article USUAL = Articles.of("平常的文章。");
    private static final Article OTHER = Articles.of("另一篇文章。");

    private final List<Path> opened = new ArrayList<>();
    private Path file;

    @BeforeEach
    void useFolder(@TempDir Path folder) {
        file = folder.resolve("q.jsonl");
    }

    @Test
    void aRowHasAllThatIsKnownOfItsQuestion() throws Exception {
        write("""
                {"id":"1","kind":"direct","question":"谁?","history":["先前"],"article":"a/b.txt","answerable":true,\
                "passages":["p"],"answer":[["x","y"],["z"]],"unknown":{}}
                """);
        assertThat(read()).containsExactly(new QuestionRow("1", "direct", "谁?", List.of("先前"), OTHER, Answerable.YES,
                List.of("p"), List.of(List.of("x", "y"), List.of("z"))));
        assertThat(opened).containsExactly(file.resolveSibling("a/b.txt"));
    }

    @Test
    void onlyIdAndQuestionHaveToBeThere() throws Exception {
        write("\uFEFF{\"id\":\"1\",\"question\":\"\"}\r\n\n  \n{\"id\":\"2\",\"question\":\"谁\",\"article\":null,\"kind\":null}");
        assertThat(read()).containsExactly(
                new QuestionRow("1", "", "", List.of(), USUAL, Answerable.UNKNOWN, List.of(), List.of()),
                new QuestionRow("2", "", "谁", List.of(), USUAL, Answerable.UNKNOWN, List.of(), List.of()));
    }

    @Test
    void aRowWithARightPassageIsAnswerable() throws Exception {
        write("{\"id\":\"1\",\"question\":\"谁\",\"passages\":[\"p\"]}\n{\"id\":\"2\",\"question\":\"谁\",\"answerable\":false}");
        assertThat(read()).extracting(QuestionRow::answerable).containsExactly(Answerable.YES, Answerable.NO);
    }

    @Test
    void anArticleIsOpenedOnceHoweverItIsNamed() throws Exception {
        write("""
                {"id":"1","question":"谁","article":"a.txt"}
                {"id":"2","question":"谁","article":"./b/../a.txt"}
                """);
        assertThat(read()).extracting(QuestionRow::article).containsExactly(OTHER, OTHER);
        assertThat(opened).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"id\":\"2\"|it is not JSON.",
            "[1]|it is not a JSON object.",
            "{\"id\":\"2\",\"question\":\"x\"} {}|it is not JSON.", "{\"question\":\"x\"}|it has no \"id\".",
            "{\"id\":\" \",\"question\":\"x\"}|it has no \"id\".",
            "{\"id\":2,\"question\":\"x\"}|\"id\" is not a text.",
            "{\"id\":\"2\"}|it has no \"question\".", "{\"id\":\"2\",\"question\":[]}|\"question\" is not a text.",
            "{\"id\":\"1\",\"question\":\"x\"}|its id \"1\" is that of line 1.",
            "{\"id\":\"2\",\"question\":\"x\",\"history\":\"y\"}|\"history\" is not a list of texts.",
            "{\"id\":\"2\",\"question\":\"x\",\"history\":[1]}|\"history\" is not a list of texts.",
            "{\"id\":\"2\",\"question\":\"x\",\"passages\":{\"a\":\"b\"}}|\"passages\" is not a list of texts.",
            "{\"id\":\"2\",\"question\":\"x\",\"answer\":[\"y\"]}|\"answer\" is not a list of lists of texts.",
            "{\"id\":\"2\",\"question\":\"x\",\"answerable\":\"no\"}|\"answerable\" is neither true nor false.",
            "{\"id\":\"2\",\"question\":\"x\",\"article\":\"gone.txt\"}|There is no file gone.txt.",
            "{\"id\":\"2\",\"question\":\"x\",\"article\":\"\\u0000\"}|There is no file \0."})
    void aBrokenRowIsNamedByItsLineAndWhatIsWrong(String row, String problem) throws IOException {
        write("{\"id\":\"1\",\"question\":\"x\"}\n\n" + row + "\n{\"id\":\"9\",\"question\":\"x\"}\n");
        assertThat(refusal()).isEqualTo("Line 3 of " + file + " is broken: " + problem);
    }

    @Test
    void aFileThatIsNotTextIsRefused() throws IOException {
        Files.write(file, new byte[]{'{', '}', '\n', (byte) 0xC3, 0x28, '\n'});
        assertThat(refusal()).startsWith("Line 1 of ");
        Files.write(file, new byte[]{' ', '\n', (byte) 0xC3, 0x28, '\n'});
        assertThat(refusal()).isEqualTo("Line 2 of " + file + " is broken: it is not UTF-8 text.");
    }

    @Test
    void aFileWithoutQuestionsIsRefused() throws IOException {
        assertThat(refusal()).isEqualTo("There is no file " + file + ".");
        write("\n\n");
        assertThat(refusal()).isEqualTo(file + " has no questions in it.");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(refusal()).isEqualTo(file + " is a folder; give a JSON Lines file of questions.");
    }

    private void write(String rows) throws IOException {
        Files.writeString(file, rows);
    }

    private List<QuestionRow> read() throws BadUseException {
        return QuestionFile.read(file, path -> {
            opened.add(path);
            if (path.endsWith("gone.txt")) {
                throw new BadUseException(Phrase.ARTICLE_MISSING, path.getFileName());
            }
            return OTHER;
        }, USUAL);
    }

    private String refusal() {
        List<String> refusals = new ArrayList<>();
        assertThatThrownBy(this::read).isInstanceOfSatisfying(BadUseException.class,
                wrong -> refusals.add(Wordings.packaged().in(ReaderLanguage.ENGLISH).say(wrong.remark())));
        return refusals.getFirst();
    }
}
