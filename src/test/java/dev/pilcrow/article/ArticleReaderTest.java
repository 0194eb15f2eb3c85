package dev.pilcrow.article;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pilcrow.article.UnreadableArticleException.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {

    private final ArticleReader reader = new ArticleReader();

    private final Path folder;

    ArticleReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsAFileByPathAndByName() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "一句话。\n");
        assertThat(reader.read(file)).isEqualTo(reader.read(file.toString()));
        assertThat(reader.read(file).paragraph(1).text()).isEqualTo("一句话。");
    }

    @ParameterizedTest
    @CsvSource({"a.txt", "a.md"})
    void aTextIsReadAgainAsTheSameArticle(String name) throws Exception {
        byte[] bytes = "\uFEFF# 标题\r\n\r\n- 一句话。\n- 又一句。\n".getBytes(StandardCharsets.UTF_16LE);
        Article article = reader.read("folder/" + name, bytes);
        assertThat(reader.reread(name, article.text())).isEqualTo(article);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/a", "https://example.com/a.txt", "HTTPS://EXAMPLE.COM", "ftp://a/b",
            "https:/example.com/a"})
    void anAddressIsRefusedAsAnAddress(String address) {
        refuses(Problem.ADDRESS, () -> reader.read(address));
        refuses(Problem.ADDRESS, () -> reader.read(Path.of(address)));
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        refuses(Problem.MISSING, () -> reader.read(folder.resolve("none.txt")));
        refuses(Problem.MISSING, () -> reader.read(file.resolve("inside.txt")));
        refuses(Problem.MISSING, () -> reader.read("bad\0name"));
        refuses(Problem.MISSING, () -> reader.read(Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"))));
        refuses(Problem.MISSING, () -> reader.read("a".repeat(5000)));
    }

    @Test
    void aFolderIsRefused() {
        refuses(Problem.FOLDER, () -> reader.read(folder));
        refuses(Problem.FOLDER, () -> reader.read(""));
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root reads everything").isFalse();
        refuses(Problem.FORBIDDEN, () -> reader.read(file));
    }

    @Test
    void aLargeFileIsRefusedByItsSize() throws IOException {
        Path file = folder.resolve("large.txt");
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(50L * 1024 * 1024);
        }
        refuses(Problem.TOO_LARGE, () -> reader.read(file));
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void anEndlessFileIsNotReadToItsEnd() {
        assumeThat(Path.of("/dev/zero")).exists();
        refuses(Problem.TOO_LARGE, () -> reader.read(Path.of("/dev/zero")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", " \t\n\r\n", "\u3000\n\u00a0\n\u2028\n"})
    void aBlankFileIsRefused(String text) {
        refuses(Problem.EMPTY, () -> Samples.text(text));
        refuses(Problem.EMPTY, () -> Samples.markdown(text));
    }

    @Test
    void markdownWithoutAnyWordsIsRefused() {
        refuses(Problem.EMPTY, () -> Samples.markdown("---\ntitle: x\n---\n\n***\n\n[a]: http://b.c\n\n##\n"));
    }

    @ParameterizedTest
    @CsvSource({"a.pdf,x", "a.DOCX,x", "a.html,x", "folder.pdf/a.htm,x", "a.txt,%PDF-1.7",
            "a.zip.md,<html>", "a.md,<!DOCTYPE html>", "a,\ufeff <html lang='en'>", "a.txt,{\\rtf1"})
    void otherFormatsAreRefusedByNameOrContent(String name, String text) {
        refuses(Problem.UNKNOWN_FORMAT, () -> reader.read(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anArchiveIsRefusedByItsFirstBytes() {
        refuses(Problem.UNKNOWN_FORMAT, () -> reader.read("a.txt", new byte[]{'P', 'K', 3, 4, 20, 0}));
    }

    @Test
    void tooManyLinesAreRefused() {
        refuses(Problem.TOO_MANY_LINES, () -> Samples.text("a\n".repeat(ArticleReader.MOST_LINES)));
    }

    @Test
    @Timeout(value = 20, unit = SECONDS)
    void longLinesAndManyLinesAreReadFast() throws Exception {
        assertThat(Samples.text("a b c.\n".repeat(100_000)).paragraphs()).hasSize(100_000);
        assertThat(Samples.text(Samples.repeat("一个没有尽头的句子", 1_000_000)).paragraphs()).hasSize(1);
        assertThat(Samples.text(Samples.repeat("\"。", 3_000_000)).paragraphs()).hasSize(1);
        assertThat(Samples.text(Samples.repeat("Mr. A. U.S. ", 3_000_000)).paragraphs()).hasSize(1);
        assertThat(Samples.markdown(Samples.repeat("**a** [b", 3_000_000)).paragraphs()).hasSize(1);
    }

    @Test
    void languageIsChineseWhenAFifthOfTheLettersAreHan() throws Exception {
        assertThat(Samples.text("深度 seek one").language()).isEqualTo(Language.CHINESE);
        assertThat(Samples.text("深度 seek one two").language()).isEqualTo(Language.ENGLISH);
        assertThat(Samples.text("123").language()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void oneTextHasOneIdWhateverItsFile() throws Exception {
        byte[] text = "一句话。".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.read("a.txt", text).id()).isEqualTo(reader.read("b/c.md", text).id());
        assertThat(Samples.text("另一句。").id()).isNotEqualTo(Samples.text("一句话。").id());
    }

    private static void refuses(Problem problem, ThrowingCallable reading) {
        assertThatExceptionOfType(UnreadableArticleException.class).isThrownBy(reading)
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }
}
