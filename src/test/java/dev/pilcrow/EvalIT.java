package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalIT {

    private Path folder;

    @BeforeEach
    void writeQuestions(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.createDirectory(folder.resolve("articles"));
        Files.writeString(folder.resolve("articles/port.txt"), "The lighthouse of Port Wells was built in 1873.\n");
        Files.writeString(folder.resolve("q.jsonl"),
                """
                        {"id":"zh","kind":"direct","question":"深度求索的创始人是谁？","answerable":true,"passages":["深度求索创始人梁文锋"],"answer":[["梁文锋"]]}
                        {"id":"en","kind":"direct","question":"When was the lighthouse built?","history":["Where is it?"],"article":"articles/port.txt"}
                        {"id":"empty","question":" "}
                        {"id":"long","kind":"hostile","question":"%s"}
                        """
                        .formatted("问".repeat(100_000)));
    }

    @Test
    void everyRowHasAPredictionAndTheTableIsPrinted() throws IOException {
        Shell shell = Pilcrow.run(folder, "cd /",
                "pilcrow eval '" + folder + "/q.jsonl' --output '" + folder + "/p.jsonl'");
        assertThat(shell.err()).isEmpty();
        assertThat(shell.exit()).isZero();
        assertThat(shell.out().replaceAll(" +", " ")).startsWith("kind n r@1 r@3 cite_hit")
                .contains("\ndirect 2 100.0 100.0 100.0 ", "\nhostile 1 – ", "\n– 1 – ", "\noverall 4 100.0 ");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("p.jsonl"))) {
            rows.add(new JsonMapper().readTree(line));
        }
        assertThat(rows).extracting(row -> row.get("id").textValue()).containsExactly("zh", "en", "empty", "long");
        assertThat(rows).extracting(row -> row.get("answered").booleanValue()).containsExactly(true, true, false,
                false);
    }

    @Test
    void aBrokenRowStopsTheRunBeforeItStartsAndIsNamedByItsLine() throws IOException {
        Files.writeString(folder.resolve("p.jsonl"), "as it was\n");
        Files.writeString(folder.resolve("q.jsonl"),
                "{\"id\":\"zh\",\"question\":\"谁\"}\n{\"id\":\"x\",\"question\":\"谁\","
                        + "\"article\":\"gone.txt\"}\n");
        Shell shell = Pilcrow.run(folder, "pilcrow eval q.jsonl --output p.jsonl");
        assertThat(shell.exit()).isEqualTo(2);
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).isEqualTo("Line 2 of q.jsonl is broken: There is no file gone.txt.\n");
        assertThat(folder.resolve("p.jsonl")).hasContent("as it was");
    }
}
