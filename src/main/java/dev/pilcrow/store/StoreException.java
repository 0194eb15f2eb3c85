package dev.pilcrow.store;

/// Thrown when a store cannot be opened. Its message names neither the address nor a password, and it has no cause, as a
/// driver's exception may.
public final class StoreException extends Exception {

    /// Why a store cannot be opened.
    public enum Problem {
        /// Another process has the file open.
        IN_USE,
        /// The database's server does not answer, or lets nobody in under this name.
        UNREACHABLE,
        /// The file or its folder cannot be written, or the database's tables may not be changed.
        UNWRITABLE,
        /// The file cannot be read, or the database's tables may not be.
        UNREADABLE,
        /// Of one that is only to be read: nothing is there, or nothing is in it yet.
        MISSING,
        /// Of one that is only to be read: an older program's, which a bot brings up to date when it starts.
        OLDER,
        /// Of one that is only to be read: a newer program's.
        NEWER,
        /// It is there, but not a store of this program's, or a newer program's, or it is damaged.
        NOT_OURS,
        /// The address is neither a SQLite file's nor a PostgreSQL database's.
        WRONG_URL;

        /// May it be over later, with nothing changed by the operator?
        public boolean mayPass() {
            return this == IN_USE || this == UNREACHABLE;
        }
    }

    private final Problem problem;

    StoreException(Problem problem, String details) {
        super(problem + ": " + details);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
