package dev.pilcrow.wording;

/// Thrown when something that the work needs is not to be had now, and may be there later with nothing changed: a database
/// whose server starts after the bot. Reported in one sentence, in the operator's language.
public final class UnavailableException extends Exception {

    private final Remark remark;

    public UnavailableException(Remark remark) {
        super(remark.phrase() + " " + remark.values());
        this.remark = remark;
    }

    public Remark remark() {
        return remark;
    }
}
