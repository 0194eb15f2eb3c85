package dev.pilcrow.slack;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.slack.api.methods.Methods;
import com.slack.api.methods.RequestFormBuilder;
import com.slack.api.methods.request.users.UsersInfoRequest;
import java.time.Duration;
import java.util.Optional;

/// Knows the languages of people's apps. Each is asked for once in an hour, and after a failure not for some minutes.
/// Thread-safe.
final class SlackLanguages {

    private static final int PEOPLE = 50_000;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration UNKNOWN = Duration.ofMinutes(5);

    private final SlackApi api;
    private final LoadingCache<String, Optional<String>> languages = Caffeine.newBuilder().maximumSize(PEOPLE)
            .expireAfter(Expiry.<String, Optional<String>>creating((_, known) -> known.isPresent() ? KEPT : UNKNOWN))
            .build(this::ask);

    SlackLanguages(SlackApi api) {
        this.api = api;
    }

    Optional<String> of(String person) {
        return languages.get(person);
    }

    private Optional<String> ask(String person) {
        SlackReply reply = api.call(Methods.USERS_INFO,
                RequestFormBuilder.toForm(UsersInfoRequest.builder().user(person).includeLocale(true).build()));
        return Optional.of(reply.body().path("user").path("locale").asText()).filter(locale -> !locale.isEmpty());
    }
}
