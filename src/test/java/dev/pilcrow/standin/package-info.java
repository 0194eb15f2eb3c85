/// What the stand-ins for chat platforms share: an HTTP server on the loopback address that can be cut off, faults to let
/// requests go wrong with, the log of requests, and a clock that is set by hand.
///
/// `Front → Faults → RequestLog → Answer`
package dev.pilcrow.standin;
