package dev.pilcrow.search;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {

    private static final List<String> TEXTS = List.of("芯片", "出口管制", "");

    private final AtomicInteger encoded = new AtomicInteger();
    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasStoredWithoutEncodingAgain() {
        List<Encoding> made = encodings(new VectorStore(folder), wanted("a", TEXTS));
        List<Encoding> found = encodings(new VectorStore(folder), wanted("a", TEXTS));
        assertThat(encoded).hasValue(TEXTS.size());
        assertSame(found, made);
    }

    @Test
    void leavesTheTokensOfALongArticleInTheFile() {
        List<String> texts = IntStream.range(0, 1_500).mapToObj(i -> "第" + i + "段").toList();
        List<Encoding> made = encodings(new VectorStore(folder), wanted("long", texts));
        assertThat(made).allMatch(encoding -> encoding.tokens().isNative());
        assertThat(encoded).hasValue(texts.size());
        assertSame(encodings(new VectorStore(folder), wanted("long", texts)), made);
        assertThat(encoded).hasValue(texts.size());
    }

    @Test
    void makesAgainWhatWasCutShortWhereverItWasCut() throws IOException {
        encodings(new VectorStore(folder), wanted("a", TEXTS));
        byte[] whole = Files.readAllBytes(file());
        for (int length : new int[]{0, 10, 63, 64, 100, whole.length - 1}) {
            Files.write(file(), Arrays.copyOf(whole, length));
            encoded.set(0);
            encodings(new VectorStore(folder), wanted("a", TEXTS));
            assertThat(encoded).as("cut at " + length).hasValue(TEXTS.size());
        }
        assertThat(file()).hasBinaryContent(whole);
    }

    @Test
    void makesAgainWhatWasChangedOrAddedTo() throws IOException {
        encodings(new VectorStore(folder), wanted("a", TEXTS));
        byte[] whole = Files.readAllBytes(file());
        for (int at : new int[]{0, 9, 16, 30, 40, 64, 70, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file(), changed);
            encoded.set(0);
            encodings(new VectorStore(folder), wanted("a", TEXTS));
            assertThat(encoded).as("changed at " + at).hasValue(TEXTS.size());
        }
        Files.write(file(), new byte[]{1}, APPEND);
        encoded.set(0);
        encodings(new VectorStore(folder), wanted("a", TEXTS));
        assertThat(encoded).hasValue(TEXTS.size());
    }

    @Test
    void doesNotTakeTheVectorsOfOtherParagraphsForThoseOfThisArticle() {
        encodings(new VectorStore(folder), wanted("a", TEXTS));
        encoded.set(0);
        encodings(new VectorStore(folder), wanted("a", List.of("芯片出口管制", "", "")));
        assertThat(encoded).hasValue(3);
    }

    @Test
    void encodesWhenTheFolderCannotBeWritten() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "x");
        assertThat(encodings(new VectorStore(notAFolder.resolve("below")), wanted("a", TEXTS))).hasSize(3);
        assertThat(encodings(VectorStore.none(), wanted("a", TEXTS))).hasSize(3);
        assertThat(encoded).hasValue(6);
    }

    @Test
    void removesTheLeastRecentlyUsedFilesWhenThereIsNoRoom() throws IOException {
        encodings(new VectorStore(folder), wanted("a", TEXTS));
        long size = Files.size(file());
        VectorStore store = new VectorStore(new VectorFolder(folder, 2 * size));
        encodings(store, wanted("b", TEXTS));
        Files.setLastModifiedTime(place("a"), FileTime.from(Instant.now().minusSeconds(50)));
        Files.setLastModifiedTime(place("b"), FileTime.from(Instant.now().minusSeconds(40)));
        encodings(store, wanted("a", TEXTS));
        encodings(store, wanted("c", TEXTS));
        assertThat(place("a")).exists();
        assertThat(place("b")).doesNotExist();
        assertThat(place("c")).exists();
    }

    @Test
    void leavesNothingBehindWhenEncodingFails() throws IOException {
        VectorStore store = new VectorStore(folder);
        assertThat(catchThrowable(() -> store.encodings(wanted("a", TEXTS), texts -> {
            throw new IllegalStateException("the encoder failed");
        }))).hasMessage("the encoder failed");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    private Path file() {
        return place("a");
    }

    private Path place(String article) {
        return folder.resolve(wanted(article, TEXTS).file());
    }

    private static ArticleVectors wanted(String article, List<String> texts) {
        return new ArticleVectors(EncoderModel.CHINESE, article, texts);
    }

    private List<Encoding> encodings(VectorStore store, ArticleVectors wanted) {
        Function<List<String>, List<Encoding>> encoder = texts -> texts.stream().map(this::encode).toList();
        return store.encodings(wanted, encoder);
    }

    /// A token a character, with vectors that depend on the text alone.
    private Encoding encode(String text) {
        encoded.incrementAndGet();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(text.hashCode());
        int n = text.length();
        byte[] tokens = new byte[n * EncoderModel.CHINESE.dimensions()];
        random.nextBytes(tokens);
        float[] vector = new float[EncoderModel.CHINESE.dimensions()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat();
        }
        float[] scales = new float[n];
        Arrays.fill(scales, random.nextFloat());
        return new Encoding(vector, MemorySegment.ofArray(tokens), scales, IntStream.range(0, n).toArray(),
                IntStream.range(1, n + 1).toArray());
    }

    private static void assertSame(List<Encoding> found, List<Encoding> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            Encoding one = found.get(i);
            Encoding other = expected.get(i);
            assertThat(one.vector()).isEqualTo(other.vector());
            assertThat(one.scales()).isEqualTo(other.scales());
            assertThat(one.starts()).isEqualTo(other.starts());
            assertThat(one.ends()).isEqualTo(other.ends());
            assertThat(one.tokens().toArray(ValueLayout.JAVA_BYTE))
                    .isEqualTo(other.tokens().toArray(ValueLayout.JAVA_BYTE));
        }
    }
}
