package dev.pilcrow.chat;

/// What only one of several processes may do at a time. A process that has a duty has it until it gives it back or ends;
/// should it be cut off from the others, another takes it, so it asks again and again. Thread-safe.
public interface Duties {

    /// Those of a process that is the only one.
    Duties ALONE = new Duties() {
        @Override
        public boolean has(String duty) {
            return true;
        }

        @Override
        public void release(String duty) {
        }
    };

    /// Has this process the duty? It takes one that nobody has.
    ///
    /// @param duty its name, which is the same in every process, and no secret
    /// @throws RuntimeException when nobody can tell, so that perhaps another process has it
    boolean has(String duty);

    /// Gives a duty back, for another process to take.
    void release(String duty);
}
