package dev.pilcrow.telegram.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.standin.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the parameters of a request in any of the forms that the Bot API takes.
final class Form {

    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\r\\n]*?\\bname=\"([^\"]*)\"");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)");

    private Form() {
    }

    static Params read(@Nullable String query, @Nullable String type, byte[] body) {
        ObjectNode all = Json.object();
        urlEncoded(query == null ? "" : query, all);
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/form-data")) {
            multipart(type, body, all);
        } else if (kind.startsWith("application/x-www-form-urlencoded")) {
            urlEncoded(new String(body, UTF_8), all);
        } else if (body.length > 0) {
            json(body, all);
            return new Params(all, false);
        }
        return new Params(all, true);
    }

    private static void json(byte[] body, ObjectNode all) {
        try {
            JsonNode given = Json.read(body);
            if (given instanceof ObjectNode object) {
                all.setAll(object);
                return;
            }
        } catch (IOException _) {
            // Refused below, as any other body that is no object.
        }
        throw Refusal.badRequest("can't parse request body as a JSON object");
    }

    private static void urlEncoded(String text, ObjectNode all) {
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                all.put(URLDecoder.decode(parts[0], UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
            }
        }
    }

    private static void multipart(String type, byte[] body, ObjectNode all) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw Refusal.badRequest("boundary not found");
        }
        for (String part : new String(body, ISO_8859_1).split("(?:\r\n)?--" + Pattern.quote(boundary.group(1)))) {
            int head = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
            if (name.find()) {
                all.put(name.group(1), new String(part.substring(head + 4).getBytes(ISO_8859_1), UTF_8));
            }
        }
    }
}
