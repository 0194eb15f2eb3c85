package dev.pilcrow;

/// How often a row of the reliability table is tried: a few times in every build, as often as the table says with
/// `mvn verify -Psoak`. Each row prints one line that begins with its number.
public final class Effort {

    private static final boolean FULL = "full".equals(System.getProperty("pilcrow.effort"));

    private Effort() {
    }

    public static int of(int brief, int full) {
        return FULL ? full : brief;
    }

    /// Prints a row's line.
    public static void report(String row) {
        System.out.println(row);
    }
}
