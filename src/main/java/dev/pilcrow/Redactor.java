package dev.pilcrow;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes secrets out of texts: those that are set, also as they stand in addresses, and all that looks like a bot's token.
/// Immutable.
final class Redactor {

    private static final Pattern TOKEN = Pattern.compile("\\d{5,}(?::|%3[Aa])[A-Za-z0-9_-]{30,}");
    private static final String REDACTED = "[REDACTED]";
    /// What is shorter is no secret, and would take words out of everything.
    private static final int SHORTEST = 4;

    private final List<String> secrets;

    Redactor(Collection<Secret> secrets) {
        this.secrets = secrets.stream().map(Secret::reveal).flatMap(Redactor::forms)
                .filter(form -> form.length() >= SHORTEST).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, REDACTED);
        }
        return TOKEN.matcher(clean).replaceAll(REDACTED);
    }

    /// A token's second half is the secret one.
    private static Stream<String> forms(String secret) {
        return Stream.of(secret, secret.substring(secret.lastIndexOf(':') + 1))
                .flatMap(form -> Stream.of(form, URLEncoder.encode(form, StandardCharsets.UTF_8)));
    }
}
