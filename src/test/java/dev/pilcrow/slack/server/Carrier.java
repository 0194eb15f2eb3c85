package dev.pilcrow.slack.server;

/// Brings the bot what it is to be told.
interface Carrier {

    /// Sends a delivery under this id, which the acknowledgement names; false when nobody is there.
    boolean send(String id, Delivery delivery);
}
