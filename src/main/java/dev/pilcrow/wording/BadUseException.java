package dev.pilcrow.wording;

/// Thrown when the operator has to change something before the work can start: a file, a row, a word on the command line,
/// a setting. Reported in one sentence, in the operator's language.
public final class BadUseException extends Exception {

    private final Remark remark;

    public BadUseException(Remark remark) {
        super(remark.phrase() + " " + remark.values());
        this.remark = remark;
    }

    public BadUseException(Phrase phrase, Object... values) {
        this(Remark.of(phrase, values));
    }

    public Remark remark() {
        return remark;
    }
}
