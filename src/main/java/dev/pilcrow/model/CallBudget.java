package dev.pilcrow.model;

/// How many calls of a model a question may still cost: two, and one more to repair an answer that failed its check. Not
/// thread-safe.
public final class CallBudget {

    private static final int MOST = 2;

    private int left = MOST;
    private boolean repair = true;

    /// Takes a call, if one is left.
    public boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /// Takes the call to repair, if it is left.
    public boolean takeRepair() {
        boolean taken = repair;
        repair = false;
        return taken;
    }
}
