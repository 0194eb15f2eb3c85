package dev.pilcrow.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.model.Prompt.Role;
import dev.pilcrow.model.Prompt.Turn;
import dev.pilcrow.prompts.PromptFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptTemplateTest {

    private static final String GOOD = """
            # for people
            [system]
            Answer {"claim":"…"} in {language}.
            # for people too, {unknown}
            [user]
            {text}
            [= no.quote]
            “{claim}” has none.
            """;

    @Test
    void messagesStandUnderTheirHeadingsAndPlacesAreFilledOnce() {
        PromptTemplate template = PromptTemplate.parse(GOOD, Set.of("language", "text"), Set.of("no.quote"))
                .orElseThrow();
        Prompt prompt = template.fill(Map.of("language", "$1 {text}", "text", "{language} {{text}} [system]\n# no\\"));
        assertThat(prompt.turns()).containsExactly(
                new Turn(Role.SYSTEM, "Answer {\"claim\":\"…\"} in $1 {text}."),
                new Turn(Role.USER, "{language} {{text}} [system]\n# no\\"));
        assertThat(template.phrase("no.quote", Map.of("claim", "{claim}"))).isEqualTo("“{claim}” has none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[user]\n{text}", "[user]\n{text} {language} {more}\n[= no.quote]\nx",
            "[reader]\n{text} {language}\n[= no.quote]\nx", "[user]\n{text} {language}\n[= other]\nx",
            "{text} {language}\n[= no.quote]\nx", "[user]\n{text} {language}\n[= no.quote]\n \n"})
    void aFileThatDoesNotFitIsRefused(String text) {
        assertThat(PromptTemplate.parse(text, Set.of("language", "text"), Set.of("no.quote"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.zh.txt", "repair.zh-Hant.txt", "rewrite.en.txt"})
    void everyPromptThatAnswersComeFromBelongsToTheVersion(String name, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve(name), Files.readString(Path.of("prompts", name)) + "\n# changed\n");
        assertThat(prompts(new PromptFolder(Optional.of(folder))).hash())
                .isNotEqualTo(prompts(PromptFolder.packaged()).hash());
    }

    @Test
    void theVersionIsThatOfTheTexts(@TempDir Path folder) throws Exception {
        String packaged = prompts(PromptFolder.packaged()).hash();
        assertThat(packaged).matches("[0-9a-f]{12}").isEqualTo(prompts(PromptFolder.packaged()).hash());
        String compose = Files.readString(Path.of("prompts", "compose.en.txt"));
        Files.writeString(folder.resolve("compose.en.txt"), compose);
        assertThat(prompts(new PromptFolder(Optional.of(folder))).hash()).isEqualTo(packaged);
        Files.writeString(folder.resolve("compose.en.txt"), compose.replace("one sentence", "a sentence"));
        assertThat(prompts(new PromptFolder(Optional.of(folder))).hash()).isNotEqualTo(packaged);
    }

    @Test
    void aBrokenFileIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rewrite.zh.txt"), "[user]\n{question}\n");
        assertThatThrownBy(() -> prompts(new PromptFolder(Optional.of(folder))))
                .isInstanceOfSatisfying(BrokenPromptException.class,
                        broken -> assertThat(broken.file()).isEqualTo(file.toString()));
    }

    private static ModelPrompts prompts(PromptFolder folder) throws BrokenPromptException {
        return ModelPrompts.read(folder,
                Set.of("nothing", "no.quote", "quote", "number", "name", "unsupported", "form"));
    }
}
