package dev.pilcrow.model;

/// A call of a model under way. One reader at a time; closing it ends the call at the provider.
public interface ModelCall extends AutoCloseable {

    /// Waits for what comes next, until the deadline or an interrupt; after {@link Piece.End} or {@link Piece.Failed} it
    /// gives the same again. An interrupt is kept for the caller and told as {@link Fault#STOPPED}.
    Piece next();

    @Override
    void close();

    /// Waits for the whole text.
    default Completion complete() {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case Piece.Text more -> text.append(more.text());
                case Piece.End _ -> {
                    return new Completion.Whole(text.toString());
                }
                case Piece.Failed failed -> {
                    return new Completion.Failed(failed.fault());
                }
            }
        }
    }
}
