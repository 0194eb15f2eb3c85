package dev.pilcrow;

import java.nio.file.Path;
import java.util.Arrays;

/// The packaged program, started as a reader starts it: by `deploy/pilcrow`, which may not build.
public final class Pilcrow {

    /// The checkout.
    public static final Path PROJECT = Path.of("").toAbsolutePath();

    private Pilcrow() {
    }

    /// Runs lines of shell in a folder; in them `pilcrow` is the program, with nothing else in its environment.
    public static Shell run(Path folder, String... lines) {
        String[] script = Arrays.copyOf(new String[]{
                "pilcrow() { env -i PILCROW_BUILD=never \"${settings[@]}\" '" + PROJECT + "/deploy/pilcrow' \"$@\"; }",
                "settings=()"}, lines.length + 2);
        System.arraycopy(lines, 0, script, 2, lines.length);
        return Shell.run(folder, script);
    }
}
