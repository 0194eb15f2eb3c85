package dev.pilcrow.answer;

import dev.pilcrow.answer.ClaimCheck.Checked;
import dev.pilcrow.answer.ClaimCheck.Failure;
import dev.pilcrow.model.Fault;
import dev.pilcrow.model.ModelCall;
import dev.pilcrow.model.Piece;
import dev.pilcrow.model.PromptTemplate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// An answer while a model writes it: sentences that passed their check, and what was wrong with the others. Not
/// thread-safe.
final class Drafting {

    /// Sentences of an answer; a model that writes more is stopped.
    private static final int MOST = 6;
    /// Lines that may fail before a model that only errs is stopped.
    private static final int MOST_FAILURES = 24;
    private static final int TOLD = 6;
    /// Characters of a failed answer and of a failed sentence that are repeated to the model.
    private static final int REPEATED = 4000;
    private static final int EXCERPT = 80;

    private record Dropped(Failure failure, String claim) {
    }

    private final ClaimCheck check;
    private final ClaimFigures figures;
    private final Consumer<List<Claim>> growth;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();
    private boolean notSaid;
    private Duration pause = Duration.ZERO;

    /// @param figures counts sentences
    /// @param growth is told all sentences whenever one more has passed
    Drafting(ClaimCheck check, ClaimFigures figures, Consumer<List<Claim>> growth) {
        this.check = check;
        this.figures = figures;
        this.growth = growth;
    }

    /// Takes an answer, line by line as it comes, and ends the call.
    ///
    /// @return why the answer is not complete; none when it is
    Optional<Fault> listen(ModelCall opened) {
        said.setLength(0);
        dropped.clear();
        notSaid = false;
        DraftReader reader = new DraftReader();
        try (ModelCall call = opened) {
            while (true) {
                switch (call.next()) {
                    case Piece.Text text -> {
                        said.append(text.text(), 0, Math.min(text.text().length(), REPEATED - said.length()));
                        reader.add(text.text()).forEach(this::take);
                        if (claims.size() == MOST || dropped.size() > MOST_FAILURES) {
                            return Optional.empty();
                        }
                    }
                    case Piece.End _ -> {
                        reader.end().forEach(this::take);
                        return Optional.empty();
                    }
                    case Piece.Failed failed -> {
                        pause = failed.pause();
                        return Optional.of(failed.fault());
                    }
                }
            }
        }
    }

    private void take(Drafted drafted) {
        switch (drafted) {
            case Drafted.NotSaid _ -> notSaid = true;
            case Drafted.Broken _ -> {
                figures.broken();
                dropped.add(new Dropped(Failure.FORM, ""));
            }
            case Drafted.Sentence sentence -> {
                switch (figures.count(check.check(sentence))) {
                    case Checked.Dropped failed -> dropped.add(new Dropped(failed.failure(), sentence.claim()));
                    case Checked.Kept kept -> keep(kept.claim());
                }
            }
        }
    }

    private void keep(Claim claim) {
        boolean repeated = claims.stream().anyMatch(other -> other.text().equals(claim.text()));
        if (!repeated && claims.size() < MOST) {
            claims.add(claim);
            growth.accept(List.copyOf(claims));
        }
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    /// Was any sentence left out?
    boolean droppedAny() {
        return !dropped.isEmpty();
    }

    /// Did the model say, and nothing else, that the article does not say it?
    boolean notSaid() {
        return notSaid && claims.isEmpty() && dropped.isEmpty();
    }

    /// How long the provider asked to be left alone.
    Duration pause() {
        return pause;
    }

    /// The start of what the model said last, as it will be repeated to it.
    String said() {
        return said.toString().isBlank() ? "…" : said.toString();
    }

    /// What was wrong with what the model said last.
    String failures(PromptTemplate words) {
        List<Dropped> told = dropped.isEmpty() ? List.of(new Dropped(Failure.NOTHING, "")) : dropped;
        return told.stream().limit(TOLD).map(
                failed -> "- " + words.phrase(failed.failure().key(), Map.of("claim", excerpt(failed.claim()))))
                .distinct().collect(Collectors.joining("\n"));
    }

    private static String excerpt(String claim) {
        String line = claim.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
