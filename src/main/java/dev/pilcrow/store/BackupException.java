package dev.pilcrow.store;

/// Thrown when a backup cannot be written or restored, for a reason that an operator can mend; nothing is changed then.
public final class BackupException extends RuntimeException {

    /// Why a backup cannot be written or restored.
    public enum Problem {
        /// The file that is to be written is there already.
        EXISTS,
        /// The file or its folder cannot be written.
        UNWRITABLE,
        /// There is no file that could be restored.
        MISSING,
        /// The file that is to be restored cannot be read.
        UNREADABLE,
        /// The file is no backup.
        FOREIGN,
        /// The file is a backup of a newer program's.
        NEWER,
        /// The file is a backup that is not as it was written.
        DAMAGED,
        /// There is something in the database already.
        NOT_EMPTY
    }

    private final Problem problem;

    BackupException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
