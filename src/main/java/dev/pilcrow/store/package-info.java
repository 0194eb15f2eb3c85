/// What must outlive the program, in a SQLite file or a PostgreSQL database: what arrived and is not answered yet, answers,
/// what conversations were about, votes and articles. Nobody else knows SQL.
///
/// `Arrival → InboxTable → Claimed → AnswerTable, TurnTable`
@NullMarked
package dev.pilcrow.store;

import org.jspecify.annotations.NullMarked;
