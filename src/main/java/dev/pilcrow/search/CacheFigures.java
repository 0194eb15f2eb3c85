package dev.pilcrow.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.stats.CacheStats;

/// What a cache has done since the start.
///
/// @param name what it keeps
/// @param hits how often it had what was wanted
/// @param misses how often it had not
/// @param evictions how often something made way
/// @param entries how much it keeps now, about
public record CacheFigures(String name, long hits, long misses, long evictions, long entries) {

    public static CacheFigures of(String name, Cache<?, ?> cache) {
        CacheStats stats = cache.stats();
        return new CacheFigures(name, stats.hitCount(), stats.missCount(), stats.evictionCount(),
                cache.estimatedSize());
    }
}
