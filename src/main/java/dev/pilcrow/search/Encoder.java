package dev.pilcrow.search;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/// A sentence-embedding model in this process. It gives the vector of a text (the first token's, as bge was trained) and
/// the vectors of its tokens from one run; LangChain4j's own class gives the first only, which is why it is not used here.
///
/// A session uses one thread a run, so that many questions run beside each other. Thread-safe.
final class Encoder {

    /// Tokens a run; a longer text is cut into windows of equal size. The models were trained on at most 512.
    private static final int WINDOW = 480;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final int dimensions;

    /// Loads a model from the class path; about half a second.
    Encoder(EncoderModel model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream vocabulary = resource(model.tokenizer());
                InputStream weights = resource(model.weights())) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            tokenizer = HuggingFaceTokenizer.newInstance(vocabulary,
                    Map.of("padding", "false", "truncation", "false", "modelMaxLength", "1000000"));
            session = environment.createSession(weights.readAllBytes(), options);
            dimensions = model.dimensions();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("the model " + model + " cannot be loaded", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Encoder.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return stream;
    }

    /// Encodes a folded text of any length; blank text has a zero vector and no tokens.
    Encoding encode(String folded) {
        ai.djl.huggingface.tokenizers.Encoding cut = tokenizer.encode(folded);
        long[] ids = cut.getIds();
        int body = ids.length - 2;
        if (body <= 0) {
            return new Encoding(new float[dimensions], MemorySegment.ofArray(new byte[0]), new float[0], new int[0],
                    new int[0]);
        }
        int windows = (body + WINDOW - 1) / WINDOW;
        int size = (body + windows - 1) / windows;
        float[] vector = new float[dimensions];
        Rows rows = new Rows(folded, cut.getCharTokenSpans());
        for (int from = 1; from <= body; from += size) {
            int to = Math.min(from + size, body + 1);
            long[] window = new long[to - from + 2];
            window[0] = ids[0];
            System.arraycopy(ids, from, window, 1, to - from);
            window[window.length - 1] = ids[ids.length - 1];
            float[][] hidden = run(window);
            for (int i = 0; i < dimensions; i++) {
                vector[i] += hidden[0][i];
            }
            rows.add(hidden, from);
        }
        return rows.encoding(VectorUtil.l2normalize(vector));
    }

    private float[][] run(long[] ids) {
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, ids.length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = session
                        .run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0];
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed", e);
        }
    }

    /// Gathers the token vectors of a text, leaving out punctuation.
    private static final class Rows {

        private final String text;
        private final @Nullable CharSpan[] spans;
        private final int[] offsets;
        private final List<byte[]> tokens = new ArrayList<>();
        private final List<float[]> marks = new ArrayList<>();
        private final List<int[]> places = new ArrayList<>();

        Rows(String text, @Nullable CharSpan[] spans) {
            this.text = text;
            this.spans = spans;
            this.offsets = offsets(text);
        }

        void add(float[][] hidden, int from) {
            for (int i = 1; i < hidden.length - 1; i++) {
                CharSpan span = spans[from + i - 1];
                if (span == null) {
                    continue;
                }
                int start = offset(span.getStart());
                int end = offset(span.getEnd());
                if (end > start && Character.isLetterOrDigit(text.codePointAt(start))) {
                    byte[] bytes = new byte[hidden[i].length];
                    marks.add(new float[]{Encoding.quantise(hidden[i], bytes)});
                    tokens.add(bytes);
                    places.add(new int[]{start, end});
                }
            }
        }

        /// The tokenizer counts code points, Java UTF-16 units; empty when they are the same in this text.
        private static int[] offsets(String text) {
            int points = text.codePointCount(0, text.length());
            if (points == text.length()) {
                return new int[0];
            }
            int[] offsets = new int[points + 1];
            for (int i = 0, at = 0; i < points; i++) {
                offsets[i] = at;
                at += Character.charCount(text.codePointAt(at));
            }
            offsets[points] = text.length();
            return offsets;
        }

        private int offset(int codePoints) {
            return offsets.length == 0 ? codePoints : offsets[codePoints];
        }

        Encoding encoding(float[] vector) {
            int n = tokens.size();
            float[] scales = new float[n];
            int[] starts = new int[n];
            int[] ends = new int[n];
            byte[] rows = new byte[n * vector.length];
            for (int i = 0; i < n; i++) {
                System.arraycopy(tokens.get(i), 0, rows, i * vector.length, vector.length);
                scales[i] = marks.get(i)[0];
                starts[i] = places.get(i)[0];
                ends[i] = places.get(i)[1];
            }
            return new Encoding(vector, MemorySegment.ofArray(rows), scales, starts, ends);
        }
    }
}
