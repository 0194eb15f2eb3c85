package dev.pilcrow.insights;

import dev.pilcrow.web.Page;
import dev.pilcrow.web.Visit;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A program in which readers have asked much, at length and in ever other words, and the operator looks at it.
final class CrowdedProgram {

    static final String SHOWN = "all of it is shown";
    private static final int QUESTIONS = 2_500;
    private static final int LONGEST = 2_000;
    private static final int FIRST = 0x4E00;
    private static final int CHARACTERS = 5_000;

    private CrowdedProgram() {
    }

    /// @param args the folder
    public static void main(String[] args) throws Exception {
        Random random = new Random(7);
        try (Ledger ledger = new Ledger(Path.of(args.length == 0 ? "" : args[0]))) {
            for (int i = 0; i < QUESTIONS; i++) {
                StringBuilder question = new StringBuilder();
                random.ints(LONGEST, FIRST, FIRST + CHARACTERS).forEach(question::appendCodePoint);
                ledger.declined(question.toString());
            }
            for (Page page : new InsightPages(ledger.reader(), Wordings.packaged()).pages()) {
                if (page.source().read(new Visit(Map.of(), Map.of(), List.of())).isEmpty()) {
                    throw new IllegalStateException("no " + page.path());
                }
            }
        }
        System.out.println(SHOWN);
    }
}
