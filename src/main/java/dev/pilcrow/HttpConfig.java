package dev.pilcrow;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of the bot's own HTTP port.
///
/// @param host the interface that it listens on, an IP address
/// @param port where it listens
/// @param isSet did the operator ask for the port?
/// @param publicUrl the address at which the outside reaches it, without a slash at its end; none when nothing should
/// @param admin the token of whoever may read the operator's pages; none when none is set
/// @param problems what the operator has to change
record HttpConfig(String host, int port, boolean isSet, Optional<URI> publicUrl, Optional<Secret> admin,
        List<Remark> problems) {

    static final String PUBLIC_URL = "PILCROW_PUBLIC_URL";
    static final String ADMIN = "PILCROW_ADMIN_TOKEN";
    private static final String HOST = "PILCROW_HTTP_HOST";
    private static final String PORT = "PILCROW_HTTP_PORT";
    private static final String EVERY_INTERFACE = "0.0.0.0";
    private static final String THIS_MACHINE = "127.0.0.1";
    /// Characters of a token that nobody guesses.
    private static final int SHORTEST_TOKEN = 16;
    private static final int USUAL_PORT = 8080;

    HttpConfig {
        problems = List.copyOf(problems);
    }

    static HttpConfig read(Map<String, String> settings) {
        List<Remark> problems = new ArrayList<>();
        int port = Optional.ofNullable(settings.get(PORT)).map(number -> port(number.strip())).orElse(USUAL_PORT);
        if (port == 0) {
            problems.add(Remark.of(Phrase.CONFIG_PORT, PORT));
        }
        Optional<String> set = Optional.ofNullable(settings.get(PUBLIC_URL));
        Optional<URI> url = set.flatMap(WebAddress::bare)
                .filter(address -> "https".equals(address.getScheme()) || WebAddress.isLoopback(address));
        if (set.isPresent() && url.isEmpty()) {
            problems.add(Remark.of(Phrase.CONFIG_HOST, PUBLIC_URL, "https://bot.example.org"));
        }
        Optional<Secret> admin = Optional.ofNullable(settings.get(ADMIN)).map(String::strip).map(Secret::new);
        if (admin.filter(token -> token.reveal().length() < SHORTEST_TOKEN).isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_ADMIN, ADMIN));
        }
        String usual = url.isPresent() ? EVERY_INTERFACE : THIS_MACHINE;
        Optional<String> host = Optional.ofNullable(settings.get(HOST)).map(String::strip);
        if (host.filter(HttpConfig::isAddress).isEmpty() && host.isPresent()) {
            problems.add(Remark.of(Phrase.CONFIG_INTERFACE, HOST));
        }
        return new HttpConfig(host.filter(HttpConfig::isAddress).orElse(usual), port,
                settings.containsKey(PORT) || host.isPresent(), url, admin, problems);
    }

    /// Can the operator be told from others? A proxy that passes on what the outside asks stands on this machine, as the
    /// operator does who shows no token.
    ///
    /// @param called do other servers hand something over at the port, which takes such a proxy?
    boolean knowsOperator(boolean called) {
        return admin.isPresent() || publicUrl.isEmpty() && !called;
    }

    private static boolean isAddress(String host) {
        try {
            return InetAddress.ofLiteral(host) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// 0 for what is no port.
    private static int port(String number) {
        int port = number.matches("\\d{1,5}") ? Integer.parseInt(number) : 0;
        return port <= WebAddress.LAST_PORT ? port : 0;
    }
}
