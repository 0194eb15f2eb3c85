package dev.pilcrow.chat;

import java.util.List;

/// Takes what a platform hands over. Thread-safe.
public interface Intake {

    /// Puts deliveries on disk. When it returns, they are there, and the platform may be told so; when it throws, none is.
    ///
    /// @return how many of them were new
    int accept(List<Delivery> deliveries);

    /// Does the bot take part in a thread, so that what is said there may be meant for it though it is not called?
    boolean takesPartIn(Place place);
}
