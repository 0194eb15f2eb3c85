package dev.pilcrow.article;

/// Thrown when a file cannot become an article. It names the file and what is wrong; the words for the operator are
/// made where it is reported.
public final class UnreadableArticleException extends Exception {

    /// Why a file cannot become an article.
    public enum Problem {
        MISSING, FOLDER, FORBIDDEN, EMPTY, TOO_LARGE, TOO_MANY_LINES, NOT_TEXT, UNKNOWN_FORMAT, ADDRESS
    }

    private final Problem problem;
    private final String file;

    public UnreadableArticleException(Problem problem, String file) {
        super(problem + ": " + file);
        this.problem = problem;
        this.file = file;
    }

    public Problem problem() {
        return problem;
    }

    public String file() {
        return file;
    }
}
