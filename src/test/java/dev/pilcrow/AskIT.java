package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class AskIT {

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void writeHostileFiles() throws IOException {
        Files.writeString(folder.resolve("empty.txt"), " \n\n");
        Files.writeString(folder.resolve("large.txt"), "很长的一行文字。\n".repeat(2_200_000));
        Files.write(folder.resolve("binary"), new byte[]{0, 1, 2, (byte) 0xFF, 0, 0, 7});
        Files.writeString(folder.resolve("broken.jsonl"), "{\"id\":\"1\",\"question\":\"谁\"}\n{\n");
        Files.writeString(folder.resolve("good.jsonl"), "{\"id\":\"1\",\"question\":\"谁\"}\n");
    }

    @Test
    void answersInChineseWithNothingInTheEnvironment() {
        Shell shell = Pilcrow.run(folder, "pilcrow ask 深度求索的创始人是谁？");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.exit()).isZero();
        assertThat(shell.out()).startsWith("文章里写道：\n").contains("梁文锋", "[1] ¶6（图片说明）").doesNotContain("\u001B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LANG=zh_CN.UTF-8", "LC_ALL=POSIX", "LANG=en_US.ISO-8859-1"})
    void answersInChineseWhateverTheLocale(String locale) {
        Shell shell = Pilcrow.run(folder, "settings=(" + locale + ")", "pilcrow ask 深度求索的創辦人是誰？");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).contains("文章裡寫道：", "梁文锋");
    }

    @Test
    void jsonIsOneObjectWhoseQuotesStandInTheParagraphsTheyNumber() throws IOException {
        Shell shell = Pilcrow.run(folder, "pilcrow ask --json CNBC的文章是哪一天发表的？");
        assertThat(shell.exit()).isZero();
        assertThat(shell.out()).hasLineCount(1);
        JsonNode answer = new JsonMapper().readTree(shell.out());
        assertThat(fields(answer)).containsExactly("answered", "text", "citations", "retrieved", "composer", "millis");
        assertThat(answer.get("answered").booleanValue()).isTrue();
        assertThat(answer.get("citations")).isNotEmpty();
        List<String> paragraphs = Files.readAllLines(
                Pilcrow.PROJECT.resolve("src/main/resources/article/deepseek-export-controls.txt"));
        for (JsonNode citation : answer.get("citations")) {
            assertThat(paragraphs.get(citation.get("paragraph").intValue() - 1))
                    .contains(citation.get("quote").textValue());
        }
        assertThat(answer.get("retrieved")).hasSizeBetween(1, 10);
    }

    @Test
    void aDeclinedQuestionExitsWithThreeAndOffersTheNearest() throws IOException {
        Shell shell = Pilcrow.run(folder, "pilcrow ask --json 梁文锋今年多少岁？");
        assertThat(shell.exit()).isEqualTo(3);
        JsonNode answer = new JsonMapper().readTree(shell.out());
        assertThat(fields(answer)).containsExactly("answered", "text", "citations", "retrieved", "nearest", "composer",
                "millis");
        assertThat(answer.get("answered").booleanValue()).isFalse();
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("text").textValue()).isNotBlank();
    }

    @Test
    void anArticleOfOnesOwnIsAnsweredFrom() throws IOException {
        Files.writeString(folder.resolve("my article.md"),
                "# Port\n\nThe lighthouse of Port Wells was built in 1873.\n");
        Shell shell = Pilcrow.run(folder, "pilcrow ask --article 'my article.md' When was the lighthouse built?");
        assertThat(shell.out()).contains("built in 1873").contains("[1] ¶2");
        assertThat(shell.exit()).isZero();
        assertThat(Pilcrow.run(folder, "mkdir own && cd own", "echo \"PILCROW_ARTICLE='../my article.md'\" >.env",
                "pilcrow ask When was the lighthouse built?").out()).isEqualTo(shell.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pilcrow ask", "pilcrow ask ''", "pilcrow ask ' 　'", "pilcrow frob", "pilcrow ask --frob x",
            "pilcrow ask --article gone.txt x", "pilcrow ask --article . x", "pilcrow ask --article empty.txt x",
            "pilcrow ask --article large.txt x", "pilcrow ask --article binary x",
            "pilcrow ask --article https://a.b/c x",
            "pilcrow ask $(printf '问%.0s' {1..100000} | cut -c1-90000)", "pilcrow eval", "pilcrow eval gone.jsonl",
            "pilcrow eval broken.jsonl", "pilcrow eval large.txt", "pilcrow eval good.jsonl --output gone/p.jsonl",
            "settings=(PILCROW_PROMPTS=gone); pilcrow ask x", "settings=(PILCROW_ARTICLE=gone.txt); pilcrow"})
    void badUseIsOneSentenceAndExitsWithTwo(String line) {
        Shell shell = Pilcrow.run(folder, line);
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).hasLineCount(1).doesNotContain("Exception").hasSizeLessThan(300);
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAFailure() {
        Shell shell = Pilcrow.run(folder, "pilcrow ask 深度求索的创始人是谁？ >/dev/full");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.err()).isEqualTo("The answer could not be written to the output.\n");
    }

    @Test
    void aPipeIsAChatWithoutPromptOrEscapes() {
        Shell shell = Pilcrow.run(folder, "printf '深度求索的创始人是谁？\\n/passage 6\\n' | pilcrow");
        assertThat(shell.exit()).isZero();
        assertThat(shell.err()).isEmpty();
        assertThat(shell.out()).startsWith("文章里写道：\n").contains("\n\n¶5  ").doesNotContain("\u001B");
    }

    @Test
    void helpAndVersionAreThere() {
        Shell help = Pilcrow.run(folder, "settings=(LANG=zh_CN.UTF-8)", "pilcrow --help");
        assertThat(help.out()).contains("pilcrow eval");
        assertThat(help.err()).isEmpty();
        assertThat(Pilcrow.run(folder, "pilcrow --version").out()).matches("Pilcrow \\d+[.]\\d+.*\n");
    }

    private static List<String> fields(JsonNode object) {
        List<String> fields = new ArrayList<>();
        object.fieldNames().forEachRemaining(fields::add);
        return fields;
    }
}
