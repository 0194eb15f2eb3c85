/// From a question to ranked paragraphs: the question is read and put into the article's language, several signals are
/// taken of every paragraph, and their sum is the ranking.
///
/// `String → Query → signals → Evidence`
@NullMarked
package dev.pilcrow.search;

import org.jspecify.annotations.NullMarked;
