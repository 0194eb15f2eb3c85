package dev.pilcrow.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.prompts.PromptFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingsTest {

    private static final Wording ENGLISH = Wordings.packaged().in(ReaderLanguage.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void everyLanguageHasEveryPhraseOnceWithAllItsPlaces(ReaderLanguage language) throws IOException {
        List<String> keys = Files.readAllLines(prompts(language)).stream()
                .filter(line -> line.matches("[a-z.]+ = .*")).map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(keys).containsExactlyInAnyOrderElementsOf(
                Arrays.stream(Phrase.values()).map(Phrase::key).toList());
        assertThatCode(() -> Wordings.read(new PromptFolder(Optional.of(Path.of("prompts")))))
                .doesNotThrowAnyException();
    }

    @Test
    void theLanguagesHaveTheirPhrasesInTheSameOrder() throws IOException {
        Set<List<String>> orders = new HashSet<>();
        for (ReaderLanguage language : ReaderLanguage.values()) {
            orders.add(Files.readAllLines(prompts(language)).stream().filter(line -> line.matches("[a-z.]+ = .*"))
                    .map(line -> line.substring(0, line.indexOf(' '))).toList());
        }
        assertThat(orders).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theTableHasAHeadingForEveryFigure(ReaderLanguage language) {
        assertThat(Wordings.packaged().in(language).say(Phrase.EVALUATION_HEADINGS).split(" +")).hasSize(13);
    }

    @Test
    void placesAreFilledOnceWhateverTheValuesLookLike() {
        assertThat(ENGLISH.say(Phrase.NEAREST_NEXT, "{excerpt}", "$1 {paragraph} \\"))
                .isEqualTo("{excerpt} “$1 {paragraph} \\”");
    }

    @Test
    void aRemarkInARemarkIsSaidInTheSameLanguage() {
        Remark row = Remark.of(Phrase.ROW, 3, "q.jsonl", Remark.of(Phrase.ROW_MISSING, "id"));
        assertThat(ENGLISH.say(row)).isEqualTo("Line 3 of q.jsonl is broken: it has no \"id\".");
    }

    @Test
    void aPhraseWithTooFewValuesIsABug() {
        assertThatThrownBy(() -> ENGLISH.say(Phrase.ROW, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneFileOfAFolderReplacesOnePackagedFile(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("en.properties"),
                Files.readString(prompts(ReaderLanguage.ENGLISH)).replace("The article says:", "It is written:"));
        Wordings wordings = Wordings.read(new PromptFolder(Optional.of(folder)));
        assertThat(wordings.in(ReaderLanguage.ENGLISH).say(Phrase.LEAD_SENTENCES)).isEqualTo("It is written:");
        assertThat(wordings.in(ReaderLanguage.SIMPLIFIED).say(Phrase.LEAD_SENTENCES)).isEqualTo("文章里写道：");
    }

    @Test
    void aFileThatDoesNotFitIsRefusedNamingEveryPhrase(@TempDir Path folder) throws IOException {
        String text = Files.readString(prompts(ReaderLanguage.SIMPLIFIED)).replaceAll("(?m)^chat[.]reset = .*\n", "")
                .replace("chat.stopped =", "chat.stoped =").replace("{title}", "{name}");
        Path file = Files.writeString(folder.resolve("zh.properties"), text);
        assertThatThrownBy(() -> Wordings.read(new PromptFolder(Optional.of(folder))))
                .isInstanceOfSatisfying(BadUseException.class, wrong -> assertThat(ENGLISH.say(wrong.remark()))
                        .isEqualTo(file + " does not fit this version (missing phrases: chat.reset, chat.stopped; "
                                + "unknown phrases: chat.stoped; wrong places: chat.greeting, hello, joined, joined.threads, window.lead, serve.started, doctor.article.good)."));
    }

    @Test
    void aFileThatIsNotTextIsRefused(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("en.properties"), new byte[]{(byte) 0xFF, (byte) 0xFE, 0});
        assertThatThrownBy(() -> Wordings.read(new PromptFolder(Optional.of(folder))))
                .isInstanceOf(BadUseException.class);
        Files.writeString(folder.resolve("en.properties"), "usage = \\uZZZZ\n");
        assertThatThrownBy(() -> Wordings.read(new PromptFolder(Optional.of(folder))))
                .isInstanceOf(BadUseException.class);
    }

    @Test
    void noTextForReadersStandsInTheCode() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java/dev/pilcrow"))) {
            Set<String> speaking = sources
                    .filter(file -> file.toString()
                            .matches(".*/(terminal|wording|chat|inbox|desk|pilcrow)/\\w+[.]java"))
                    .filter(file -> !file.endsWith("ReaderLanguage.java")).filter(WordingsTest::speaks)
                    .map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
            assertThat(speaking).isEmpty();
        }
    }

    /// Whether a source has a string with a sentence in it: Chinese words, or three Latin ones.
    private static boolean speaks(Path source) {
        try {
            return Files.readAllLines(source).stream().filter(line -> !line.contains("Exception("))
                    .anyMatch(line -> line.matches(".*\"[^\"]*(\\p{IsHan}{2}|[A-Za-z]+ [a-z]+ [a-z]+)[^\"]*\".*"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Path prompts(ReaderLanguage language) {
        return Path.of("prompts", language.tag() + ".properties");
    }
}
