package dev.pilcrow.search;

import dev.pilcrow.article.Language;

/// The two sentence-embedding models, whose weights ship inside LangChain4j's jars: BAAI's bge-small v1.5, quantised to
/// 8 bits (MIT licence).
enum EncoderModel {

    /// 4 layers, 512 dimensions.
    CHINESE("bge-small-zh-v1.5-q", 512),
    /// 12 layers, 384 dimensions.
    ENGLISH("bge-small-en-v1.5-q", 384);

    private final String title;
    private final int dimensions;

    EncoderModel(String title, int dimensions) {
        this.title = title;
        this.dimensions = dimensions;
    }

    static EncoderModel of(Language language) {
        return switch (language) {
            case CHINESE -> CHINESE;
            case ENGLISH -> ENGLISH;
        };
    }

    /// The model's name, fit for a file.
    String title() {
        return title;
    }

    String weights() {
        return "/" + title + ".onnx";
    }

    String tokenizer() {
        return "/" + title + "-tokenizer.json";
    }

    int dimensions() {
        return dimensions;
    }
}
