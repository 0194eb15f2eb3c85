/// How good and how fast it is: question sets with known answers, LangChain4j's tutorial recipe beside it, and the fitting
/// of what is learnt from data.
///
/// questions → answers → `BenchTable`, maps and weights
@NullMarked
package dev.pilcrow.evaluation;

import org.jspecify.annotations.NullMarked;
