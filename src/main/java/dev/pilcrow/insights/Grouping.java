package dev.pilcrow.insights;

import dev.pilcrow.answer.Gist;
import dev.pilcrow.article.Folding;
import dev.pilcrow.store.InsightTable.Unanswered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Puts questions together that come down to one: those that are the same when they are folded to letters and digits, and
/// those that ask for the same kind of thing and share most of their words, where a word weighs more the fewer questions
/// have it. So two questions that differ in the one name that matters stay apart, however alike they are otherwise.
///
/// A question is compared with the first question of a group, never with a later one: groups do not creep.
final class Grouping {

    /// The share of weight, of all that either question has, that both have in one group.
    private static final double ALIKE = 0.6;
    private static final int SHOWN = 4;

    private final List<Grown> groups = new ArrayList<>();
    /// The numbers of the groups that have a term.
    private final Map<String, List<Integer>> numbers = new HashMap<>();
    private final Map<String, Double> weights;
    /// The weight that each group shares with the question that is looked at.
    private final double[] shared;

    /// A group as it grows.
    ///
    /// @param weight of all terms of its first question
    private record Grown(double weight, List<Unanswered> members) {

        long times() {
            return members.stream().mapToLong(Unanswered::times).sum();
        }

        Insights.Group group() {
            List<String> wordings = members.stream().limit(SHOWN).map(Unanswered::question).toList();
            return new Insights.Group(wordings, members.size() - wordings.size(), times(),
                    Payload.nearest(members.getFirst().payload()));
        }
    }

    private Grouping(Map<String, Double> weights, int questions) {
        this.weights = weights;
        this.shared = new double[questions];
    }

    /// The groups, the most frequent first.
    ///
    /// @param questions the most frequent first
    static List<Insights.Group> of(List<Unanswered> questions) {
        Map<String, List<Unanswered>> same = questions.stream().collect(
                Collectors.groupingBy(one -> key(one.question()), LinkedHashMap::new, Collectors.toList()));
        Map<Gist, List<Unanswered>> alike = new LinkedHashMap<>();
        same.forEach((key, some) -> alike
                .computeIfAbsent(gist(some.getFirst().question(), key), _ -> new ArrayList<>()).addAll(some));
        Grouping grouping = new Grouping(weights(alike.keySet()), alike.size());
        alike.forEach(grouping::add);
        return grouping.groups.stream().sorted(Comparator.comparingLong(Grown::times).reversed()).map(Grown::group)
                .toList();
    }

    /// The letters and digits of a question, or all of it when it has none.
    private static String key(String question) {
        String folded = Folding.bare(question);
        StringBuilder letters = new StringBuilder();
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.isEmpty() ? folded.strip() : letters.toString();
    }

    /// What a question comes down to: to itself, when it has no words.
    private static Gist gist(String question, String key) {
        Gist gist = Gist.of(question);
        return gist.terms().isEmpty() ? new Gist(gist.asked(), Set.of(key)) : gist;
    }

    private static Map<String, Double> weights(Iterable<Gist> gists) {
        Map<String, Integer> frequencies = new HashMap<>();
        int all = 0;
        for (Gist gist : gists) {
            all++;
            gist.terms().forEach(term -> frequencies.merge(term, 1, Integer::sum));
        }
        Map<String, Double> weights = new HashMap<>();
        for (Map.Entry<String, Integer> term : frequencies.entrySet()) {
            weights.put(term.getKey(), Math.log(1 + (double) all / term.getValue()));
        }
        return weights;
    }

    private void add(Gist gist, List<Unanswered> some) {
        double weight = gist.terms().stream().mapToDouble(this::weight).sum();
        int nearest = nearest(gist, weight);
        if (nearest >= 0) {
            groups.get(nearest).members().addAll(some);
            return;
        }
        gist.terms().forEach(
                term -> numbers.computeIfAbsent(key(gist, term), _ -> new ArrayList<>()).add(groups.size()));
        groups.add(new Grown(weight, new ArrayList<>(some)));
    }

    /// The number of the group that is alike most; -1 when none is enough.
    private int nearest(Gist gist, double weight) {
        Arrays.fill(shared, 0, groups.size(), 0);
        for (String term : gist.terms()) {
            double more = weight(term);
            for (int group : numbers.getOrDefault(key(gist, term), List.of())) {
                shared[group] += more;
            }
        }
        int nearest = -1;
        double best = ALIKE;
        for (int group = 0; group < groups.size(); group++) {
            double alike = shared[group] / (weight + groups.get(group).weight() - shared[group]);
            if (alike > best) {
                best = alike;
                nearest = group;
            }
        }
        return nearest;
    }

    private double weight(String term) {
        return weights.getOrDefault(term, 0.0);
    }

    /// Questions for other kinds of things have other terms.
    private static String key(Gist gist, String term) {
        return gist.asked() + ' ' + term;
    }
}
