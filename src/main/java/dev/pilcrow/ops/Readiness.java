package dev.pilcrow.ops;

import dev.pilcrow.web.Content;
import dev.pilcrow.web.Page;
import dev.pilcrow.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page that tells whether readers are answered now, and which part is at fault when they are not. Thread-safe.
public final class Readiness implements Page.Source {

    private final List<Part> parts;

    public Readiness(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// The page.
    public Page page() {
        return new Page("/readyz", Page.Access.ANYBODY, this);
    }

    @Override
    public Optional<Content> read(Visit visit) {
        Map<String, State> states = new LinkedHashMap<>();
        parts.forEach(part -> states.put(part.name(), part.state().get()));
        boolean ready = states.values().stream().allMatch(State::isReady);
        Report report = Report.of(ready).put("ready", ready);
        states.forEach((name, state) -> report.put(name, state.word()));
        return Optional.of(report.content());
    }
}
