package dev.pilcrow;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The settings of the bot's own HTTP port.
///
/// @param port where it listens
/// @param publicUrl the address at which the outside reaches it, without a slash at its end; none when nothing should
/// @param problems what the operator has to change
record HttpConfig(int port, Optional<URI> publicUrl, List<Remark> problems) {

    static final String PUBLIC_URL = "PILCROW_PUBLIC_URL";
    private static final String PORT = "PILCROW_HTTP_PORT";
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
        return new HttpConfig(port, url, problems);
    }

    /// The interface to listen on: every one when the outside should reach it, else this machine's own.
    String host() {
        return publicUrl.isPresent() ? "0.0.0.0" : "127.0.0.1";
    }

    /// 0 for what is no port.
    private static int port(String number) {
        int port = number.matches("\\d{1,5}") ? Integer.parseInt(number) : 0;
        return port <= WebAddress.LAST_PORT ? port : 0;
    }
}
