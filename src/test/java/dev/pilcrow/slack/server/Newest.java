package dev.pilcrow.slack.server;

import java.util.LinkedHashMap;
import java.util.Map;

/// The newest entries of a map, so that a server that runs for long does not grow.
final class Newest<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    Newest(int most) {
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
