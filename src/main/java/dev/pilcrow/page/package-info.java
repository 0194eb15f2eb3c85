/// The page on the web that shows an article with its numbered paragraphs, and in it the words that an answer quotes. It
/// needs nothing but the article and the address: it knows no answers and no readers.
///
/// `Visit → ArticlePage → Sheet, Spot → Paper → Content`
@NullMarked
package dev.pilcrow.page;

import org.jspecify.annotations.NullMarked;
