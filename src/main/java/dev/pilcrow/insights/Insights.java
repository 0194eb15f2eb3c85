package dev.pilcrow.insights;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What readers asked about one article in a period. Immutable.
///
/// @param others the other articles that were asked about, that of the newest question first
/// @param people how many asked
/// @param outcomes how many questions ended as `grounded`, `declined` and `unavailable`
/// @param days how many were asked on each day, every day of the period in order
/// @param platforms how many were asked on each platform, the most first
/// @param languages how many were asked in each language, by its tag, the most first
/// @param cited how many answers cite each paragraph; the paragraph at index `i` has the number `i + 1`
/// @param missing the questions that were not answered
/// @param good how many votes are good
/// @param bad how many are not
/// @param disliked the answers with bad votes, the worst first
public record Insights(Period period, Subject subject, List<Subject> others, long people, Map<String, Long> outcomes,
        Map<LocalDate, Long> days, Map<String, Long> platforms, Map<String, Long> languages, List<Long> cited,
        Missing missing, long good, long bad, List<Disliked> disliked) {

    /// Paragraphs of an article that are shown whether they are cited or not.
    private static final int FEW = 140;
    private static final int MOST_CELLS = 1_000;
    private static final int SHORT = 12;

    /// An article that was asked about.
    ///
    /// @param title empty when the article is no longer kept
    /// @param paragraphs their texts; empty when the article is no longer kept, or not the one that is told of
    public record Subject(String id, String title, List<String> paragraphs, long questions) {

        public Subject {
            paragraphs = List.copyOf(paragraphs);
        }

        /// The title, or the start of the id.
        String name() {
            return title.isEmpty() ? shortId() : title;
        }

        String shortId() {
            return Insights.shortId(id);
        }
    }

    /// Questions that were not answered.
    ///
    /// @param groups the most frequent first
    /// @param wordings how many wordings were grouped
    /// @param all are these all that there are?
    public record Missing(List<Group> groups, int wordings, boolean all) {

        public Missing {
            groups = List.copyOf(groups);
        }
    }

    /// Questions that come down to one.
    ///
    /// @param wordings the words it was asked in, the most frequent first
    /// @param others how many more wordings there are
    /// @param times how often it was asked
    /// @param nearest the paragraphs that were offered for the most frequent wording
    public record Group(List<String> wordings, int others, long times, List<Integer> nearest) {

        public Group {
            wordings = List.copyOf(wordings);
            nearest = List.copyOf(nearest);
        }
    }

    /// A question whose answers somebody found of no use.
    ///
    /// @param paragraphs those that the last of the answers cites, or offers
    /// @param reasons how often each was given; the empty one for votes without a reason
    public record Disliked(String question, List<Integer> paragraphs, long good, long bad, Map<String, Long> reasons) {

        public Disliked {
            paragraphs = List.copyOf(paragraphs);
            reasons = Map.copyOf(reasons);
        }
    }

    /// The start of an article's id, which tells it from others.
    static String shortId(String id) {
        return id.substring(0, Math.min(SHORT, id.length()));
    }

    /// The largest number; 1 when all are 0, so that nothing is divided by nothing.
    static long most(Collection<Long> numbers) {
        return numbers.stream().reduce(1L, Long::max);
    }

    /// How many questions there were.
    long questions() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The numbers of the paragraphs that are worth a cell, in order: all of an article that has few, or else those that are
    /// cited, or the most cited of very many.
    List<Integer> cells() {
        IntStream numbers = IntStream.rangeClosed(1, cited.size());
        return cited.size() <= FEW
                ? numbers.boxed().toList()
                : numbers.filter(number -> times(number) > 0).boxed()
                        .sorted(Comparator.comparing(this::times).reversed()).limit(MOST_CELLS).sorted().toList();
    }

    /// How many answers cite the paragraph with this number.
    long times(int paragraph) {
        return cited.get(paragraph - 1);
    }

    long outcome(String kind) {
        return outcomes.getOrDefault(kind, 0L);
    }
}
