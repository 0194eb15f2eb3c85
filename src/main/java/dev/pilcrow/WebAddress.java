package dev.pilcrow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as settings have them: of `http` or `https`, with a host, and with nothing in them that is nobody's business.
final class WebAddress {

    static final int LAST_PORT = 65_535;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    private WebAddress() {
    }

    /// An address that may have a path.
    static Optional<URI> of(String text) {
        try {
            URI url = new URI(text.strip());
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean port = url.getPort() == -1 || url.getPort() >= 1 && url.getPort() <= LAST_PORT;
            return Optional.of(url).filter(_ -> web && port && url.getHost() != null && url.getUserInfo() == null
                    && url.getQuery() == null && url.getFragment() == null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    /// An address that may have no path; it is given without a slash at its end.
    static Optional<URI> bare(String text) {
        return of(text).filter(url -> url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
                .map(url -> URI.create(url.getScheme() + "://" + url.getRawAuthority()));
    }

    /// Is it this machine's, as its name tells?
    static boolean isLoopback(URI url) {
        return LOOPBACK.matcher(url.getHost()).matches();
    }
}
