package dev.pilcrow;

/// How a line of the log is written.
enum LogForm {
    /// For people.
    CONSOLE,
    /// For programs: each line an object.
    JSON
}
