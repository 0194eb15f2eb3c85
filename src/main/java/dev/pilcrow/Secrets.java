package dev.pilcrow;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The settings that no log may show.
final class Secrets {

    private static final List<String> NAMES = List.of(TelegramConfig.TOKEN, TelegramConfig.WEBHOOK_SECRET,
            SlackConfig.TOKEN, SlackConfig.APP_TOKEN, SlackConfig.SIGNING_SECRET, HttpConfig.ADMIN,
            "PILCROW_MODEL_KEY");
    /// A password in an address: as a parameter, or before the host.
    private static final Pattern PASSWORD = Pattern.compile("[?&]\\w*password=([^&]+)|//[^/@:]*:([^/@]+)@",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {
    }

    /// Those that are set; of the store's address, the password as it stands and as it is meant.
    static List<Secret> of(Map<String, String> settings) {
        List<Secret> secrets = new ArrayList<>();
        NAMES.stream().filter(settings::containsKey)
                .forEach(name -> secrets.add(new Secret(settings.getOrDefault(name, "").strip())));
        Matcher password = PASSWORD.matcher(settings.getOrDefault(StoreConfig.STORE, ""));
        while (password.find()) {
            String written = password.group(1) != null ? password.group(1) : password.group(2);
            secrets.add(new Secret(written));
            secrets.add(new Secret(meant(written)));
        }
        return List.copyOf(secrets);
    }

    private static String meant(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return written;
        }
    }
}
