package dev.pilcrow.insights;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.Paragraph;
import dev.pilcrow.store.InsightTable;
import dev.pilcrow.store.InsightTable.Asked;
import dev.pilcrow.store.InsightTable.Count;
import dev.pilcrow.store.InsightTable.Scope;
import dev.pilcrow.store.InsightTable.Unanswered;
import dev.pilcrow.store.Store;
import dev.pilcrow.wording.ArticleWording;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes together what the store has of answers. Thread-safe.
public final class InsightReader {

    /// Distinct wordings that are grouped; the rarest of more are left out.
    private static final int MOST_WORDINGS = 10_000;
    /// So much is read of each wording, and of all together, as grouping takes a hundred times the memory.
    private static final int LONGEST_WORDING = 200;
    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_ARTICLES = 50;
    private static final int MOST_DISLIKED = 20;
    private static final long QUARTER = 900;
    /// What was declined for these reasons is no question that an article could answer.
    private static final List<String> NO_QUESTIONS = List.of("chat", "instruction", "too_long", "empty");

    private final Store store;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Function<String, Optional<Article>> articles;
    private final Cache<String, String> titles = Caffeine.newBuilder().maximumSize(MOST_ARTICLES).build();

    /// @param store is only read
    /// @param articles finds the article with an id
    /// @param zone the operator's, in which days begin
    public InsightReader(Store store, Function<String, Optional<Article>> articles, InstantSource clock, ZoneId zone) {
        this.store = store;
        this.articles = articles;
        this.clock = clock;
        this.zone = zone;
    }

    /// What was asked in the last days.
    ///
    /// @param id the start of the article's id; empty for the one that was asked about last
    /// @return nothing when no such article was asked about in that time
    public Optional<Insights> read(int days, String id) {
        Period period = Period.of(days, clock.instant(), zone);
        List<Asked> asked = store.insights().articles(period.since(), MOST_ARTICLES);
        return asked.stream().filter(one -> one.article().startsWith(id)).findFirst().map(chosen -> {
            List<Insights.Subject> others = asked.stream().filter(one -> !one.equals(chosen))
                    .map(one -> new Insights.Subject(one.article(), title(one.article()), List.of(), one.questions()))
                    .toList();
            return read(period, subject(chosen), others);
        });
    }

    /// The answers of the last days about one article, as for {@link #read}.
    public Optional<Scope> scope(int days, String id) {
        Instant since = Period.of(days, clock.instant(), zone).since();
        return store.insights().articles(since, MOST_ARTICLES).stream().map(Asked::article)
                .filter(article -> article.startsWith(id)).findFirst().map(article -> new Scope(article, since));
    }

    /// Writes the table of some answers, and leaves the writer open; see {@link InsightSheet}.
    ///
    /// @param most where the table ends
    public void write(Scope scope, InsightSheet.Size most, Writer out) throws IOException {
        InsightSheet.write(store.insights(), scope, zone, most, out);
    }

    private Insights read(Period period, Insights.Subject subject, List<Insights.Subject> others) {
        InsightTable table = store.insights();
        Scope scope = new Scope(subject.id(), period.since());
        List<Count> counts = table.counts(scope);
        Map<Boolean, Long> votes = table.votes(scope);
        return new Insights(period, subject, others, table.people(scope), sums(counts, Count::kind),
                days(period, counts), sums(counts, Count::platform), sums(counts, Count::language),
                cited(table, scope, subject.paragraphs().size()), missing(table, scope),
                votes.getOrDefault(true, 0L), votes.getOrDefault(false, 0L),
                table.disliked(scope, MOST_DISLIKED).stream().map(InsightReader::disliked).toList());
    }

    private static Insights.Missing missing(InsightTable table, Scope scope) {
        List<Unanswered> found = table.unanswered(scope, NO_QUESTIONS, MOST_WORDINGS, LONGEST_WORDING);
        int characters = 0;
        int grouped = 0;
        while (grouped < found.size() && characters + found.get(grouped).question().length() <= MOST_CHARACTERS) {
            characters += found.get(grouped++).question().length();
        }
        return new Insights.Missing(Grouping.of(found.subList(0, grouped)), grouped,
                grouped == found.size() && grouped < MOST_WORDINGS);
    }

    private static Insights.Disliked disliked(InsightTable.Disliked one) {
        List<Integer> cited = Payload.cited(one.payload());
        return new Insights.Disliked(one.question(), cited.isEmpty() ? Payload.nearest(one.payload()) : cited,
                one.good(), one.bad(), one.reasons());
    }

    /// The most first.
    private static Map<String, Long> sums(List<Count> counts, Function<Count, String> by) {
        Map<String, Long> sums = counts.stream().collect(Collectors.groupingBy(by,
                Collectors.summingLong(Count::number)));
        Map<String, Long> ordered = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(sum -> ordered.put(sum.getKey(), sum.getValue()));
        return ordered;
    }

    private Map<LocalDate, Long> days(Period period, List<Count> counts) {
        Map<LocalDate, Long> days = new LinkedHashMap<>();
        period.dates().forEach(day -> days.put(day, 0L));
        counts.forEach(count -> days.computeIfPresent(
                LocalDate.ofInstant(Instant.ofEpochSecond(count.quarter() * QUARTER), zone),
                (_, before) -> before + count.number()));
        return days;
    }

    /// How many answers cite each paragraph.
    private static List<Long> cited(InsightTable table, Scope scope, int paragraphs) {
        List<Long> cited = new ArrayList<>(Collections.nCopies(paragraphs, 0L));
        table.answered(scope, payload -> Payload.cited(payload).stream()
                .filter(number -> number <= cited.size()).forEach(
                        number -> cited.set(number - 1, cited.get(number - 1) + 1)));
        return cited;
    }

    private Insights.Subject subject(Asked asked) {
        return articles.apply(asked.article())
                .map(article -> new Insights.Subject(asked.article(), ArticleWording.title(article),
                        article.paragraphs().stream().map(Paragraph::text).toList(), asked.questions()))
                .orElseGet(() -> new Insights.Subject(asked.article(), "", List.of(), asked.questions()));
    }

    /// The article's title; empty when it is no longer kept. It stays known when the article is too large to.
    private String title(String id) {
        return titles.get(id, _ -> articles.apply(id).map(ArticleWording::title).orElse(""));
    }
}
