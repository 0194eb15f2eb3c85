package dev.pilcrow.insights;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.store.InsightTable.Scope;
import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.Page.Access;
import dev.pilcrow.web.Visit;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Insights at the bot's own port, for the operator. Thread-safe; one visitor after the other, as counting is work.
///
/// @param reader takes the answers together, with a connection of its own, so that readers do not wait for it
/// @param wordings the words of all languages
public record InsightPages(InsightReader reader, Wordings wordings) {

    /// So much of the table is sent; the command writes it all.
    private static final InsightSheet.Size MOST = new InsightSheet.Size(50_000, 4L << 20);

    public List<Page> pages() {
        return List.of(new Page("/insights", Access.OPERATOR, this::page),
                new Page("/insights.csv", Access.OPERATOR, this::sheet));
    }

    private synchronized Optional<Content> page(Visit visit) {
        int days = days(visit);
        Optional<Insights> insights = reader.read(days, article(visit));
        if (insights.isEmpty() && !article(visit).isEmpty()) {
            return Optional.empty();
        }
        InsightPage page = new InsightPage(
                wordings.in(ReaderLanguage.preferred(visit.languages()).orElse(ReaderLanguage.ENGLISH)));
        return Optional.of(new Content(200, "text/html; charset=utf-8",
                Map.of("Content-Security-Policy", InsightPage.POLICY), page.html(insights, days)));
    }

    private synchronized Optional<Content> sheet(Visit visit) {
        StringWriter sheet = new StringWriter();
        Optional<Scope> scope = reader.scope(days(visit), article(visit));
        try {
            if (scope.isPresent()) {
                reader.write(scope.get(), MOST, sheet);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return scope.map(_ -> new Content(200, "text/csv; charset=utf-8",
                Map.of("Content-Disposition", "attachment; filename=\"insights.csv\""), sheet.toString()));
    }

    /// One of the periods that can be chosen; the usual one for anything else.
    private static int days(Visit visit) {
        return visit.parameter("days").flatMap(given -> InsightPage.PERIODS.stream()
                .filter(days -> String.valueOf(days).equals(given)).findFirst()).orElse(Period.USUAL);
    }

    private static String article(Visit visit) {
        return visit.parameter("article").orElse("");
    }
}
