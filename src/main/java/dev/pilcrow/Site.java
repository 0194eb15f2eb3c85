package dev.pilcrow;

import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Inbox;
import dev.pilcrow.insights.InsightPages;
import dev.pilcrow.insights.InsightReader;
import dev.pilcrow.ops.Liveness;
import dev.pilcrow.ops.Meters;
import dev.pilcrow.ops.Part;
import dev.pilcrow.ops.Preparation;
import dev.pilcrow.ops.Readiness;
import dev.pilcrow.page.ArticlePage;
import dev.pilcrow.store.Store;
import dev.pilcrow.web.Page;
import dev.pilcrow.wording.Wordings;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What is read at the bot's own port.
///
/// @param store must answer
/// @param reading the same database, with a connection of its own, so that readers do not wait for pages
/// @param served must hand over what readers write
/// @param inbox must work
/// @param article must have been made ready for questions
/// @param shelf the articles that have pages
/// @param wordings the words of these pages
/// @param meters what the bot counts
record Site(Store store, Store reading, List<Served> served, Inbox inbox, Preparation article, Shelf shelf,
        Wordings wordings, Meters meters) {

    /// How long the database may take to answer before it counts as away.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    List<Page> pages() {
        InstantSource clock = InstantSource.system();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.answering("store", store::check, PATIENCE, clock));
        served.forEach(one -> parts.add(Part.of(one.platform())));
        parts.add(new Part("article", article));
        List<Page> pages = new ArrayList<>(
                List.of(new Liveness(inbox::lastRound, clock).page(), new Readiness(parts).page(),
                        new ArticlePage(shelf::beginning, shelf.current(), wordings).page(), meters.page()));
        pages.addAll(new InsightPages(new InsightReader(reading, shelf::find, clock, ZoneId.systemDefault()), wordings)
                .pages());
        return pages;
    }
}
