package dev.pilcrow.model;

/// Thrown when a file of a model's prompt cannot be read, or lacks a message or a place, or has one too many.
public final class BrokenPromptException extends Exception {

    private final String file;

    public BrokenPromptException(String file) {
        super(file);
        this.file = file;
    }

    /// Where an operator finds the file.
    public String file() {
        return file;
    }
}
