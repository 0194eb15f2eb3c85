package dev.pilcrow.answer;

import dev.pilcrow.article.Article;
import dev.pilcrow.article.Byline;
import dev.pilcrow.article.Bylines;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.IndexedArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Answers questions with the article's own sentences: decides what is wanted, whether the article says it, and which
/// sentences say it. Thread-safe.
public final class Composer {

    /// Paragraphs listed as found, and offered when a question is declined.
    private static final int RETRIEVED = 10;
    static final int OFFERED = 2;
    private static final int MOST_SENTENCES = 3;
    /// Sentences are added until the answer is among them with this probability.
    private static final double ENOUGH = 0.96;
    /// A further sentence must have at least this probability of holding the answer.
    private static final double WORTH = 0.05;
    private static final double WORTH_ELSEWHERE = 0.3;
    private static final Pattern ENDS = Pattern.compile("[。!?…]+|\\.(?=[\\s\"]|$)");
    /// Below this a question is declined as not about the article: the cosine of an unrelated question and paragraph.
    private static final double UNRELATED = 0.45;
    private static final double UNRELATED_ALTHOUGH_MENTIONED = 0.3;
    /// The judgement above which a question is answered, as the logarithm of the odds. Below even odds, because the sets
    /// that it was fitted on have more questions without an answer than readers ask (README, decisions).
    static final double ANSWERED = -1.4;
    /// Words of an instruction are taken as a question when the article answers it this clearly.
    private static final double CLEARLY = 3;

    /// Answers a question.
    ///
    /// @param evidence what search found for it
    public Answer answer(Evidence evidence) {
        List<Integer> retrieved = retrieved(evidence);
        Request request = Request.of(evidence.query().folded());
        return switch (request) {
            case CHAT -> new Answer.NotInArticle(Answer.Reason.CHAT, List.of(), retrieved);
            case INSTRUCTION -> instruction(evidence, retrieved);
            case SUMMARY -> summary(evidence.article());
            case BYLINE -> byline(evidence, retrieved).orElseGet(() -> found(evidence, retrieved));
            case LIST_PEOPLE, LIST_MEDIA, LIST_COMPANIES, LIST_ORGANISATIONS ->
                list(evidence, request, retrieved).orElseGet(() -> found(evidence, retrieved));
            case SAID_BY -> said(evidence, retrieved).orElseGet(() -> found(evidence, retrieved));
            case ANSWER -> found(evidence, retrieved);
        };
    }

    private static List<Integer> retrieved(Evidence evidence) {
        return evidence.order().stream().limit(RETRIEVED).map(paragraph -> paragraph + 1).toList();
    }

    private static Answer instruction(Evidence evidence, List<Integer> retrieved) {
        Reading reading = Reading.of(evidence);
        return reading.score() > CLEARLY
                ? grounded(reading, retrieved)
                : new Answer.NotInArticle(Answer.Reason.INSTRUCTION, List.of(), retrieved);
    }

    private static Answer found(Evidence evidence, List<Integer> retrieved) {
        if (evidence.query().words().isEmpty() && evidence.query().folded().isBlank()) {
            return new Answer.NotInArticle(Answer.Reason.EMPTY, List.of(), retrieved);
        }
        Reading reading = Reading.of(evidence);
        if (reading.score() > ANSWERED && !reading.lacking()) {
            return grounded(reading, reranked(reading, retrieved));
        }
        return unrelated(evidence)
                ? new Answer.NotInArticle(Answer.Reason.OFF_TOPIC, List.of(), retrieved)
                : new Answer.NotInArticle(Answer.Reason.NOT_SAID, retrieved.stream().limit(OFFERED).toList(),
                        retrieved);
    }

    private static boolean unrelated(Evidence evidence) {
        boolean mentioned = IntStream.range(0, evidence.query().words().size()).anyMatch(evidence::stands);
        return evidence.cosine(evidence.order().getFirst()) < (mentioned ? UNRELATED_ALTHOUGH_MENTIONED : UNRELATED);
    }

    private static Answer grounded(Reading reading, List<Integer> retrieved) {
        List<Reading.Scored> chosen = chosen(reading);
        Evidence evidence = reading.evidence();
        Sentence best = sentence(evidence, chosen.getFirst());
        List<Sentence> sentences = new ArrayList<>(chosen.stream().map(scored -> sentence(evidence, scored))
                .sorted(Comparator.comparingInt(Sentence::paragraph).thenComparingInt(Sentence::start)).toList());
        if (reading.asking().type() != Asked.OTHER && reading.asking().type() != Asked.REASON) {
            sentences.remove(best);
            sentences.addFirst(best);
        }
        return new Answer.Grounded(Answer.Lead.SENTENCES, Citations.of(evidence.article().article(), sentences),
                retrieved);
    }

    /// The paragraphs with those first that hold the likeliest sentences.
    private static List<Integer> reranked(Reading reading, List<Integer> retrieved) {
        return Stream.concat(reading.candidates().stream().map(scored -> scored.candidate().paragraph() + 1),
                retrieved.stream()).distinct().toList();
    }

    /// The best sentence, and further ones while it is likely that they hold what the best does not.
    private static List<Reading.Scored> chosen(Reading reading) {
        Reading.Scored best = reading.candidates().getFirst();
        List<Reading.Scored> chosen = new ArrayList<>(List.of(best));
        int ends = ends(reading, best);
        double missed = 1 - best.probability();
        for (Reading.Scored candidate : reading.candidates().subList(1, reading.candidates().size())) {
            boolean beside = candidate.candidate().paragraph() == best.candidate().paragraph();
            if (1 - missed > ENOUGH || ends >= MOST_SENTENCES) {
                break;
            }
            int more = ends(reading, candidate);
            if (candidate.probability() > (beside ? WORTH : WORTH_ELSEWHERE) && ends + more <= MOST_SENTENCES) {
                chosen.add(candidate);
                ends += more;
                missed *= 1 - candidate.probability();
            }
        }
        return chosen;
    }

    /// How many sentences a sentence is, counting those inside a quotation that was kept whole.
    private static int ends(Reading reading, Reading.Scored scored) {
        int paragraph = scored.candidate().paragraph();
        String text = reading.evidence().folded(paragraph, scored.candidate().sentence());
        return Math.max(1, (int) ENDS.matcher(text).results().count());
    }

    private static Sentence sentence(Evidence evidence, Reading.Scored scored) {
        return evidence.sentences(scored.candidate().paragraph()).get(scored.candidate().sentence());
    }

    /// A summary of an article.
    public Answer summary(IndexedArticle article) {
        List<Sentence> sentences = new Summary(article).sentences();
        return new Answer.Grounded(Answer.Lead.SUMMARY, Citations.of(article.article(), sentences),
                sentences.stream().map(Sentence::paragraph).distinct().toList());
    }

    /// The names in the sentence that answers a question about a person, folded; none when it asks for something else.
    public static List<String> peopleAnswering(Evidence evidence) {
        if (AskedReader.asked(evidence.query()).type() != Asked.PERSON) {
            return List.of();
        }
        Reading reading = Reading.of(evidence);
        Candidate best = reading.candidates().getFirst().candidate();
        return reading.score() > ANSWERED ? evidence.newNames(best.paragraph(), best.sentence()) : List.of();
    }

    private static Optional<Answer> byline(Evidence evidence, List<Integer> retrieved) {
        Article article = evidence.article().article();
        return Bylines.byline(article).map(byline -> {
            Citation quote = quote(article, byline);
            List<Integer> order = first(byline.paragraph(), retrieved);
            boolean undated = quote.quote().codePoints().noneMatch(Character::isDigit);
            return AskedReader.asked(evidence.query()).type() == Asked.DATE && undated
                    ? new Answer.NotInArticle(Answer.Reason.NOT_SAID, List.of(byline.paragraph()), order)
                    : new Answer.Grounded(Answer.Lead.BYLINE, List.of(quote), order);
        });
    }

    private static Citation quote(Article article, Byline byline) {
        return Citations.of(article, byline.paragraph(), byline.start(), byline.end());
    }

    private static Optional<Answer> list(Evidence evidence, Request request, List<Integer> retrieved) {
        List<Sentence> sentences = new Mentions(evidence.article()).sentences(request);
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(collected(evidence, Answer.Lead.LIST, sentences, retrieved));
    }

    private static Optional<Answer> said(Evidence evidence, List<Integer> retrieved) {
        List<Sentence> sentences = Sayings.speaker(evidence).map(word -> Sayings.of(evidence, word)).orElse(List.of());
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(collected(evidence, Answer.Lead.SAID_BY, sentences, retrieved));
    }

    private static Answer collected(Evidence evidence, Answer.Lead lead, List<Sentence> sentences,
            List<Integer> retrieved) {
        List<Integer> paragraphs = sentences.stream().map(Sentence::paragraph).distinct().toList();
        List<Integer> order = new ArrayList<>(paragraphs);
        retrieved.stream().filter(paragraph -> !paragraphs.contains(paragraph)).forEach(order::add);
        return new Answer.Grounded(lead, Citations.of(evidence.article().article(), sentences),
                order.stream().limit(RETRIEVED).toList());
    }

    private static List<Integer> first(int paragraph, List<Integer> retrieved) {
        List<Integer> order = new ArrayList<>(retrieved);
        order.remove(Integer.valueOf(paragraph));
        order.addFirst(paragraph);
        return order.stream().limit(RETRIEVED).toList();
    }
}
