package dev.pilcrow.answer;

import dev.pilcrow.article.Sentence;
import dev.pilcrow.search.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The paragraphs that a model is given. Immutable.
///
/// @param passages best first
record Passages(List<Passage> passages) {

    /// A paragraph that is given, or the part of a very long one that fits the question best.
    ///
    /// @param paragraph its number, from 1
    record Passage(int paragraph, String text) {
    }

    private static final int MOST = 8;
    /// Characters of one paragraph, and of all.
    private static final int LONGEST = 3000;
    private static final int ROOM = 12_000;

    Passages {
        passages = List.copyOf(passages);
    }

    /// The best paragraphs of an answer of the article's own sentences and of all that search found, by turns.
    static Passages of(Answer own, List<Evidence> found) {
        boolean collected = own instanceof Answer.Grounded grounded && grounded.lead() != Answer.Lead.SENTENCES;
        Set<Integer> order = new LinkedHashSet<>(
                own.retrieved().stream().limit(collected ? MOST : MOST / 2).toList());
        int longest = found.stream().mapToInt(evidence -> evidence.order().size()).max().orElse(0);
        for (int rank = 0; rank < longest; rank++) {
            for (Evidence evidence : found) {
                if (rank < evidence.order().size()) {
                    order.add(evidence.order().get(rank) + 1);
                }
            }
        }
        List<Passage> passages = new ArrayList<>();
        int room = ROOM;
        for (int paragraph : order) {
            String text = text(found, paragraph);
            if (passages.size() < MOST && text.length() <= room) {
                passages.add(new Passage(paragraph, text));
                room -= text.length();
            }
        }
        return new Passages(passages);
    }

    private static String text(List<Evidence> found, int paragraph) {
        Evidence evidence = found.getFirst();
        String text = evidence.article().article().paragraph(paragraph).text();
        if (text.length() <= LONGEST) {
            return text;
        }
        List<Sentence> sentences = evidence.sentences(paragraph - 1);
        int best = 0;
        for (int sentence = 1; sentence < sentences.size(); sentence++) {
            best = evidence.tokens(paragraph - 1, sentence) > evidence.tokens(paragraph - 1, best) ? sentence : best;
        }
        int start = Math.clamp(sentences.get(best).start() - LONGEST / 3, 0, text.length() - LONGEST);
        int end = start + LONGEST;
        boolean cutsPair = Character.isLowSurrogate(text.charAt(start));
        boolean leavesHalf = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(cutsPair ? start + 1 : start, leavesHalf ? end - 1 : end);
    }

    List<Integer> paragraphs() {
        return passages.stream().map(Passage::paragraph).toList();
    }

    Optional<Passage> paragraph(int number) {
        return passages.stream().filter(passage -> passage.paragraph() == number).findFirst();
    }

    /// The paragraphs as a model reads them, one a line, each after its number.
    String numbered() {
        return passages.stream().map(passage -> "[" + passage.paragraph() + "] " + oneLine(passage.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
