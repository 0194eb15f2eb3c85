/// What readers ask, for whoever runs the bot: as a page, as text for a terminal, and as a table.
///
/// `store → InsightReader → Insights → InsightPage, InsightText; store → InsightSheet`
@NullMarked
package dev.pilcrow.insights;

import org.jspecify.annotations.NullMarked;
