package dev.pilcrow.insights;

import dev.pilcrow.page.Skeleton;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;

/// Insights as a page without scripts that asks for nothing from elsewhere. Immutable.
///
/// @param wording the operator's words
record InsightPage(Wording wording) {

    /// The periods that can be chosen.
    static final List<Integer> PERIODS = List.of(7, Period.USUAL, 90);
    private static final Skeleton SKELETON = Skeleton.packaged("/insights/page");
    /// The value of `Content-Security-Policy`.
    static final String POLICY = SKELETON.policy();
    private static final int MOST_GROUPS = 50;
    private static final int LONGEST = 200;
    private static final int CHART_HEIGHT = 100;
    private static final int DAY_WIDTH = 10;
    private static final int HEATS = 5;

    /// The page.
    ///
    /// @param insights nothing when nothing was asked
    /// @param days how long the period is
    String html(Optional<Insights> insights, int days) {
        Document document = SKELETON.page();
        document.expectFirst("html").attr("lang", wording.language().writtenTag());
        Slot page = new Slot(document).say(wording);
        insights.ifPresentOrElse(told -> tell(page, told), () -> nothing(page, days));
        page.finish();
        return document.outerHtml();
    }

    private void nothing(Slot page, int days) {
        page.drop("article");
        page.drop("told");
        page.drop("others");
        page.drop("csv");
        page.fill("nothing", wording.say(Phrase.INSIGHTS_NOTHING, days));
        periods(page, days, "");
    }

    private void periods(Slot page, int chosen, String article) {
        page.each("period", PERIODS, (link, days) -> {
            link.element().text(wording.say(Phrase.INSIGHTS_PERIOD, days)).attr("href", query(days, article));
            if (days == chosen) {
                link.element().attr("aria-current", "page");
            }
        });
    }

    private static String query(int days, String article) {
        return "?days=" + days + (article.isEmpty() ? "" : "&article=" + article);
    }

    private void tell(Slot page, Insights insights) {
        String id = insights.subject().shortId();
        page.drop("nothing");
        page.fill("article", insights.subject().name());
        periods(page, insights.period().days(), id);
        page.link("csv", "/insights.csv" + query(insights.period().days(), id));
        page.fill("questions", insights.questions()).fill("people", insights.people())
                .fill("answered", insights.outcome("grounded")).fill("declined", insights.outcome("declined"))
                .fill("unavailable", insights.outcome("unavailable"));
        days(page, insights);
        shares(page, "platform", insights.platforms().entrySet().stream()
                .map(one -> Map.entry(InsightWords.platform(one.getKey()), one.getValue())).toList());
        shares(page, "language", insights.languages().entrySet().stream()
                .map(one -> Map.entry(words().language(one.getKey()), one.getValue())).toList());
        heat(page, insights);
        missing(page, insights);
        disliked(page, insights);
        others(page, insights);
    }

    private InsightWords words() {
        return new InsightWords(wording);
    }

    private void days(Slot page, Insights insights) {
        List<Map.Entry<LocalDate, Long>> days = List.copyOf(insights.days().entrySet());
        long most = Insights.most(insights.days().values());
        page.at("chart").attr("viewBox", "0 0 " + days.size() * DAY_WIDTH + ' ' + CHART_HEIGHT).attr("aria-label",
                wording.say(Phrase.INSIGHTS_DAYS));
        int[] at = {0};
        page.each("bar", days, (bar, day) -> {
            double height = (double) CHART_HEIGHT * day.getValue() / most;
            bar.element().attr("x", String.valueOf(DAY_WIDTH * at[0]++ + 1)).attr("y", number(CHART_HEIGHT - height))
                    .attr("height", number(height)).child(0)
                    .text(wording.say(Phrase.INSIGHTS_DAY, day.getKey(), day.getValue()));
        });
        page.fill("first", days.getFirst().getKey()).fill("last", days.getLast().getKey());
        page.each("day", days.reversed(),
                (row, day) -> row.fill("date", day.getKey()).fill("asked", day.getValue()));
    }

    private static void shares(Slot page, String name, List<Map.Entry<String, Long>> shares) {
        long most = Insights.most(shares.stream().map(Map.Entry::getValue).toList());
        page.each(name, shares, (row, share) -> {
            row.fill("name", share.getKey()).fill("number", share.getValue());
            row.at("bar").attr("width", number((double) CHART_HEIGHT * share.getValue() / most));
        });
    }

    private void heat(Slot page, Insights insights) {
        double most = Insights.most(insights.cited());
        page.each("paragraph", insights.cells(), (cell, number) -> {
            long times = insights.times(number);
            String told = wording.say(Phrase.INSIGHTS_CELL, number, times);
            cell.fill("number", wording.say(Phrase.PARAGRAPH, number)).fill("count", times);
            cell.at("cell").attr("href", address(insights, number)).attr("class",
                    "h" + (int) Math.ceil(HEATS * times / most)).attr("aria-label", told).attr("title", told + "\n"
                            + InsightWords.line(insights.subject().paragraphs().get(number - 1), LONGEST));
        });
    }

    private static String address(Insights insights, int paragraph) {
        return "/a/" + insights.subject().id() + "#p" + paragraph;
    }

    private void missing(Slot page, Insights insights) {
        page.fill("missing-note", words().missing(insights));
        page.each("group", insights.missing().groups().stream().limit(MOST_GROUPS).toList(), (item, group) -> {
            item.fill("times", wording.say(Phrase.INSIGHTS_TIMES, group.times())).fill("question",
                    InsightWords.line(group.wordings().getFirst(), LONGEST));
            item.each("wording", words().more(group, LONGEST), (more, text) -> more.element().text(text));
            links(item, insights, group.nearest());
        });
    }

    private void links(Slot item, Insights insights, List<Integer> paragraphs) {
        item.each("nearest", paragraphs, (link, paragraph) -> link.element()
                .text(wording.say(Phrase.PARAGRAPH, paragraph)).attr("href", address(insights, paragraph)));
        if (paragraphs.isEmpty()) {
            item.drop("near");
        }
    }

    private void disliked(Slot page, Insights insights) {
        page.fill("votes", words().votes(insights));
        page.each("disliked", insights.disliked(), (item, one) -> {
            item.fill("times", one.bad() + "/" + (one.good() + one.bad()))
                    .fill("question", InsightWords.line(one.question(), LONGEST))
                    .fill("reasons", words().reasons(one.reasons()));
            links(item, insights, one.paragraphs());
        });
    }

    private void others(Slot page, Insights insights) {
        page.each("other", insights.others(),
                (item, other) -> item.fill("times", wording.say(Phrase.INSIGHTS_TIMES, other.questions()))
                        .fill("question", other.name())
                        .link("question", query(insights.period().days(), other.shortId())));
        if (insights.others().isEmpty()) {
            page.drop("others");
        }
    }

    private static String number(double value) {
        return String.valueOf(Math.round(value * 100) / 100.0);
    }
}
