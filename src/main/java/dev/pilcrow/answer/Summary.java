package dev.pilcrow.answer;

import dev.pilcrow.article.Paragraph;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.search.IndexedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Five to seven sentences that cover an article: paragraphs are taken one by one, each time the one that brings all
/// others nearest to a paragraph taken (facility location, as in Lin and Bilmes 2011), and each gives its opening sentence
/// or the one most like the whole. Thread-safe.
final class Summary {

    private static final int FEWEST = 5;
    private static final int MOST = 7;
    private static final int PARAGRAPHS_A_SENTENCE = 4;
    /// An opening is worth this much more than the same sentence elsewhere.
    private static final double OPENING = 1.05;

    private final IndexedArticle article;

    Summary(IndexedArticle article) {
        this.article = article;
    }

    /// The sentences, in reading order; all of a very short article's.
    List<Sentence> sentences() {
        List<Paragraph> body = article.article().paragraphs().stream()
                .filter(paragraph -> paragraph.kind() == Paragraph.Kind.BODY).toList();
        if (body.isEmpty()) {
            body = article.article().paragraphs();
        }
        int wanted = Math.clamp(body.size() / PARAGRAPHS_A_SENTENCE, FEWEST, MOST);
        List<Sentence> all = body.stream().flatMap(paragraph -> paragraph.sentences().stream()).toList();
        if (all.size() <= wanted) {
            return all;
        }
        List<Paragraph> chosen = new ArrayList<>();
        List<Paragraph> left = new ArrayList<>(body);
        while (chosen.size() < wanted && !left.isEmpty()) {
            Paragraph next = next(body, chosen, left);
            chosen.add(next);
            left.remove(next);
        }
        List<Sentence> sentences = new ArrayList<>(chosen.stream().map(this::best).toList());
        all.stream().filter(sentence -> !sentences.contains(sentence)).limit(Math.max(0, wanted - sentences.size()))
                .forEach(sentences::add);
        sentences.sort(Comparator.comparingInt(Sentence::paragraph).thenComparingInt(Sentence::start));
        return sentences;
    }

    private Paragraph next(List<Paragraph> body, List<Paragraph> chosen, List<Paragraph> left) {
        Paragraph best = left.getFirst();
        double most = -1;
        for (Paragraph candidate : left) {
            double covered = 0;
            for (Paragraph other : body) {
                double nearest = article.similarity(candidate.number(), other.number());
                for (Paragraph taken : chosen) {
                    nearest = Math.max(nearest, article.similarity(taken.number(), other.number()));
                }
                covered += nearest;
            }
            if (covered > most + 1e-9) {
                most = covered;
                best = candidate;
            }
        }
        return best;
    }

    private Sentence best(Paragraph paragraph) {
        Sentence best = paragraph.sentences().getFirst();
        double most = -1;
        for (int i = 0; i < paragraph.sentences().size(); i++) {
            double like = article.likeWhole(paragraph.number(), i) * (i == 0 ? OPENING : 1);
            if (like > most) {
                most = like;
                best = paragraph.sentences().get(i);
            }
        }
        return best;
    }
}
