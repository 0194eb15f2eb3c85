package dev.pilcrow.chat;

import java.util.List;

/// Takes what a platform hands over. Thread-safe.
public interface Intake {

    /// Puts deliveries on disk. When it returns, they are there, and the platform may be told so; when it throws, none is.
    ///
    /// @return how many of them were new
    int accept(List<Delivery> deliveries);
}
