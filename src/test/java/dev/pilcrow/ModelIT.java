package dev.pilcrow;

import static dev.pilcrow.answer.Composing.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.answer.FaithfulModel;
import dev.pilcrow.model.ModelServer;
import dev.pilcrow.model.Reply;
import dev.pilcrow.model.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The packaged program with a language model, as an operator sets it.
@BesideOthers
class ModelIT {

    private static final String KEY = "sk-canary-4711";
    private static final String FOUNDER = line("深度求索的创始人是梁文锋。", 6, "深度求索创始人梁文锋");

    private Path folder = Path.of("");

    @BeforeEach
    void useFolder(@TempDir Path temporary) {
        folder = temporary;
    }

    @ParameterizedTest
    @EnumSource
    void aModelOfEveryProviderAnswersInItsOwnWords(Wire wire) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(FOUNDER))) {
            Shell shell = run(server, wire, "pilcrow ask 深度求索的创始人是谁？");
            assertThat(shell.err()).isEmpty();
            assertThat(shell.exit()).isZero();
            assertThat(shell.out()).isEqualTo("""
                    深度求索的创始人是梁文锋。 [1]

                    [1] ¶6（图片说明）“深度求索创始人梁文锋 视频截图”
                    """);
            assertThat(server.calls()).isOne();
        }
    }

    @Test
    void jsonSaysThatAModelComposedIt() throws IOException {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(FOUNDER))) {
            Shell shell = run(server, Wire.OPENAI, "pilcrow ask --json 深度求索的创始人是谁？");
            JsonNode answer = new JsonMapper().readTree(shell.out());
            List<String> fields = new ArrayList<>();
            answer.fieldNames().forEachRemaining(fields::add);
            assertThat(fields).containsExactly("answered", "text", "citations", "retrieved", "composer", "millis");
            assertThat(answer.path("composer").asText()).isEqualTo("model");
            assertThat(answer.at("/citations/0/paragraph").intValue()).isEqualTo(6);
            assertThat(answer.at("/citations/0/quote").asText()).isEqualTo("深度求索创始人梁文锋 视频截图");
        }
    }

    @Test
    void whenTheModelIsAwayTheArticleAnswersOrAnApologyDoes() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Status(500, Map.of(), "no"))) {
            Shell answered = run(server, Wire.OPENAI, "pilcrow ask 深度求索的创始人是谁？");
            assertThat(answered.exit()).isZero();
            assertThat(answered.out()).startsWith("文章里写道：").contains("梁文锋", "语言模型此刻没有回应，所以只用文章自己的话作答。");
            Shell declined = run(server, Wire.OPENAI, "pilcrow ask --json 梁文锋毕业于哪所大学？");
            assertThat(declined.exit()).isEqualTo(3);
            assertThat(declined.out()).contains("\"answered\":false", "请过一分钟再问", "\"citations\":[]", "\"nearest\":[");
            assertThat(answered.err() + declined.err()).isEmpty();
        }
    }

    @Test
    void anEvaluationAsksTheModelEveryRow() throws IOException {
        Path rows = Pilcrow.PROJECT.resolve("src/evaluation/article-dev.jsonl");
        try (ModelServer server = ModelServer.start(new FaithfulModel())) {
            Shell shell = run(server, Wire.ANTHROPIC, "pilcrow eval " + rows + " --output p.jsonl");
            assertThat(shell.err()).isEmpty();
            assertThat(shell.exit()).isZero();
        }
        List<JsonNode> predictions = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("p.jsonl"))) {
            predictions.add(new JsonMapper().readTree(line));
        }
        assertThat(predictions).hasSize(42);
        assertThat(predictions).filteredOn(row -> row.path("answered").asBoolean()).hasSizeGreaterThan(25)
                .allMatch(row -> row.path("composer").asText().equals("model"))
                .allMatch(row -> row.path("retrieved").size() > 0);
    }

    @Test
    void theDoctorFindsEverythingRight() {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says("OK"))) {
            Shell shell = run(server, Wire.OPENAI, "pilcrow doctor");
            assertThat(shell.exit()).isZero();
            assertThat(shell.out().lines()).hasSize(6).allMatch(line -> line.startsWith("✓ "));
            assertThat(shell.out()).containsPattern("✓ Model: openai:some-model answered in \\d+ ms\\.");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"401|please check PILCROW_MODEL_KEY",
            "404|please check the name in PILCROW_MODEL",
            "429|please try again in a minute", "500|please try again in a minute"})
    void theDoctorTellsWhatIsWrongWithTheModelAndWhatToDo(int status, String remedy) {
        try (ModelServer server = ModelServer.start(_ -> new Reply.Status(status, Map.of(), KEY))) {
            Shell shell = run(server, Wire.OPENAI, "pilcrow doctor");
            assertThat(shell.exit()).isEqualTo(1);
            assertThat(shell.out()).contains("✗ Model: openai:some-model: ", remedy).doesNotContain(KEY);
        }
    }

    @Test
    void theDoctorTellsThatAFailingModelIsLeftAlone() {
        AtomicBoolean healthy = new AtomicBoolean();
        try (ModelServer server = ModelServer.start(_ -> healthy.get()
                ? new Reply.Says(FOUNDER)
                : new Reply.Status(429, Map.of("Retry-After", "120"), ""))) {
            run(server, Wire.OPENAI, "pilcrow ask 深度求索的创始人是谁？");
            int calls = server.calls();
            run(server, Wire.OPENAI, "pilcrow ask 深度求索的创始人是谁？");
            assertThat(server.calls()).as("calls during the pause").isEqualTo(calls);
            Shell shell = run(server, Wire.OPENAI, "settings+=(LANG=zh_CN.UTF-8)", "pilcrow doctor");
            assertThat(shell.exit()).isEqualTo(1);
            assertThat(shell.out()).containsPattern("✗ 暂停：\\d\\d:\\d\\d:\\d\\d 之前不再请求模型").contains("请求太多");
            healthy.set(true);
            assertThat(run(server, Wire.OPENAI, "pilcrow doctor").exit()).isZero();
            assertThat(run(server, Wire.OPENAI, "pilcrow ask 深度求索的创始人是谁？").out()).as("the pause is over")
                    .startsWith("深度求索的创始人是梁文锋。 [1]");
        }
    }

    @Test
    void theDoctorTellsEveryOtherThingThatIsWrong() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        Shell shell = Pilcrow.run(folder, "settings=(PILCROW_ARTICLE=gone.txt PILCROW_CACHE=file/cache "
                + "SLACK_BOT_TOKEN=" + KEY + ")", "pilcrow doctor");
        assertThat(shell.exit()).isEqualTo(1);
        assertThat(shell.out())
                .contains("✗ Configuration: ", "SLACK_BOT_TOKEN does not look like one of Slack",
                        "✗ Article: There is no file gone.txt.", "✗ Cache: file/cache ",
                        "✓ Prompts: version ", "✓ Model: none is set")
                .doesNotContain(KEY);
    }

    @Test
    void theDoctorChecksTheRestWhenTheConfigurationIsWrong() throws IOException {
        Files.writeString(folder.resolve("en.properties"), "usage = x\n");
        Shell wrong = Pilcrow.run(folder, "settings=(PILCROW_MODEL=" + KEY + " PILCROW_PROMPTS=.)", "pilcrow doctor");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).isEmpty();
        assertThat(wrong.out())
                .startsWith("✗ Configuration: Please correct the configuration: PILCROW_MODEL is neither")
                .contains("\n✓ Article: ", "\n✓ Cache: ", "\n✗ Prompts: ./en.properties does not fit this version",
                        "\n✓ Tokens: ")
                .doesNotContain(KEY, "Model:");
    }

    @Test
    void aPromptThatDoesNotFitIsRefusedAtTheStart() throws IOException {
        Files.writeString(folder.resolve("compose.en.txt"), "[user]\n{question}\n");
        try (ModelServer server = ModelServer.start(_ -> new Reply.Says(FOUNDER))) {
            Shell shell = run(server, Wire.OPENAI, "settings+=(PILCROW_PROMPTS=.)", "pilcrow ask 谁？");
            assertThat(shell.exit()).isEqualTo(2);
            assertThat(shell.err()).contains("compose.en.txt is not a prompt of this version");
        }
    }

    private Shell run(ModelServer server, Wire wire, String... lines) {
        String provider = switch (wire) {
            case OPENAI -> "openai";
            case ANTHROPIC -> "anthropic";
            case OLLAMA -> "ollama";
        };
        String[] script = new String[lines.length + 1];
        script[0] = "settings=(PILCROW_MODEL=" + provider + ":some-model PILCROW_MODEL_URL=" + server.url(wire)
                + " PILCROW_MODEL_KEY=" + KEY + " PILCROW_CACHE=" + folder.resolve("cache") + ")";
        System.arraycopy(lines, 0, script, 1, lines.length);
        Shell shell = Pilcrow.run(folder, script);
        assertThat(shell.out() + shell.err()).doesNotContain(KEY);
        return shell;
    }
}
