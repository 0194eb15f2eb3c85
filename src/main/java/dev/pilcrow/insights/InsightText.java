package dev.pilcrow.insights;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Insights as lines for a terminal, none wider than {@link #WIDTH} columns. Immutable.
///
/// @param wording the operator's words
public record InsightText(Wording wording) {

    static final int WIDTH = 100;
    private static final String INDENT = "  ";
    private static final int LABEL = 22;
    private static final int BAR = 50;
    private static final int CHART = 90;
    private static final String HEIGHTS = "▁▂▃▄▅▆▇█";
    private static final String SHADES = "·░▒▓█";
    private static final int CELLS = 7;
    private static final int CELL = 14;
    private static final int MOST_GROUPS = 20;
    private static final int COUNT = 8;
    private static final int LONGEST = 100;

    /// The lines.
    ///
    /// @param insights what was asked
    public List<String> lines(Insights insights) {
        List<String> lines = new ArrayList<>();
        lines.add(Columns.cut(say(Phrase.INSIGHTS_TITLE) + " · "
                + InsightWords.line(insights.subject().name(), LONGEST), WIDTH));
        lines.add(insights.period().first() + " – " + insights.period().today() + " · "
                + insights.subject().shortId());
        totals(lines, insights);
        days(lines, insights);
        bars(lines, Phrase.INSIGHTS_PLATFORMS, insights.platforms().entrySet().stream()
                .map(one -> Map.entry(InsightWords.platform(one.getKey()), one.getValue())).toList());
        bars(lines, Phrase.INSIGHTS_LANGUAGES, insights.languages().entrySet().stream()
                .map(one -> Map.entry(words().language(one.getKey()), one.getValue())).toList());
        heat(lines, insights);
        missing(lines, insights);
        disliked(lines, insights);
        if (!insights.others().isEmpty()) {
            head(lines, Phrase.INSIGHTS_OTHERS);
            insights.others().forEach(other -> counted(lines, other.questions(),
                    other.shortId() + INDENT + InsightWords.line(other.title(), LONGEST)));
        }
        return lines;
    }

    private InsightWords words() {
        return new InsightWords(wording);
    }

    private String say(Phrase phrase, Object... values) {
        return wording.say(phrase, values);
    }

    private void head(List<String> lines, Phrase phrase) {
        lines.add("");
        lines.add(say(phrase));
    }

    private void totals(List<String> lines, Insights insights) {
        lines.add("");
        total(lines, Phrase.INSIGHTS_QUESTIONS, insights.questions());
        total(lines, Phrase.INSIGHTS_PEOPLE, insights.people());
        total(lines, Phrase.INSIGHTS_ANSWERED, insights.outcome("grounded"));
        total(lines, Phrase.INSIGHTS_DECLINED, insights.outcome("declined"));
        total(lines, Phrase.INSIGHTS_UNAVAILABLE, insights.outcome("unavailable"));
    }

    private void total(List<String> lines, Phrase phrase, long number) {
        lines.add(INDENT + Columns.fit(say(phrase), LABEL) + number);
    }

    /// A column for each day, or for as many days as it takes to fit.
    private void days(List<String> lines, Insights insights) {
        head(lines, Phrase.INSIGHTS_DAYS);
        List<Long> days = List.copyOf(insights.days().values());
        int step = Math.ceilDiv(days.size(), CHART);
        List<Long> sums = IntStream.iterate(0, at -> at < days.size(), at -> at + step)
                .mapToObj(at -> days.subList(at, Math.min(days.size(), at + step)).stream().reduce(0L, Long::sum))
                .toList();
        long most = Insights.most(sums);
        lines.add(INDENT + sums.stream().map(sum -> mark(HEIGHTS, sum, most)).collect(Collectors.joining()) + INDENT
                + "≤ " + most);
    }

    /// The mark for a part of the most: a blank for nothing, the last one for all.
    private static String mark(String marks, long part, long most) {
        return part == 0 ? " " : String.valueOf(marks.charAt((int) ((part * marks.length() - 1) / most)));
    }

    private void bars(List<String> lines, Phrase phrase, List<Map.Entry<String, Long>> shares) {
        head(lines, phrase);
        long most = Insights.most(shares.stream().map(Map.Entry::getValue).toList());
        shares.forEach(share -> lines.add(INDENT + Columns.fit(share.getKey(), LABEL)
                + "█".repeat((int) Math.ceilDiv(share.getValue() * BAR, most)) + " " + share.getValue()));
    }

    private void heat(List<String> lines, Insights insights) {
        head(lines, Phrase.INSIGHTS_CITED);
        long most = Insights.most(insights.cited());
        List<String> cells = insights.cells().stream()
                .map(number -> Columns.fit(Columns.fit(say(Phrase.PARAGRAPH, number), COUNT - 2)
                        + shade(insights.times(number), most) + " " + insights.times(number), CELL))
                .toList();
        IntStream.iterate(0, at -> at < cells.size(), at -> at + CELLS).forEach(at -> lines
                .add((INDENT + String.join("", cells.subList(at, Math.min(cells.size(), at + CELLS))))
                        .stripTrailing()));
    }

    private static String shade(long times, long most) {
        return String.valueOf(SHADES.charAt((int) Math.ceilDiv(times * (SHADES.length() - 1), most)));
    }

    private void missing(List<String> lines, Insights insights) {
        head(lines, Phrase.INSIGHTS_MISSING);
        lines.add(INDENT + Columns.cut(words().missing(insights), WIDTH - INDENT.length()));
        insights.missing().groups().stream().limit(MOST_GROUPS).forEach(group -> {
            counted(lines, group.times(), InsightWords.line(group.wordings().getFirst(), LONGEST));
            words().more(group, LONGEST).forEach(more -> indented(lines, more));
            if (!group.nearest().isEmpty()) {
                indented(lines, say(Phrase.INSIGHTS_NEAREST) + " " + marks(group.nearest()));
            }
        });
    }

    private String marks(List<Integer> paragraphs) {
        return paragraphs.stream().map(number -> say(Phrase.PARAGRAPH, number)).collect(Collectors.joining(" "));
    }

    private void disliked(List<String> lines, Insights insights) {
        head(lines, Phrase.INSIGHTS_DISLIKED);
        lines.add(INDENT + words().votes(insights));
        insights.disliked().forEach(one -> {
            counted(lines, one.bad(), InsightWords.line(one.question(), LONGEST));
            indented(lines, words().reasons(one.reasons()) + INDENT + marks(one.paragraphs()));
        });
    }

    private void counted(List<String> lines, long times, String text) {
        lines.add(INDENT + Columns.fit(say(Phrase.INSIGHTS_TIMES, times), COUNT)
                + Columns.cut(text, WIDTH - COUNT - INDENT.length()));
    }

    private static void indented(List<String> lines, String text) {
        lines.add(" ".repeat(COUNT + INDENT.length()) + Columns.cut(text, WIDTH - COUNT - INDENT.length()).strip());
    }
}
