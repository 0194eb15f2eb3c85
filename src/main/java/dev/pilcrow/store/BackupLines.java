package dev.pilcrow.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The lines of a backup on their way to a file: JSON, each with a line feed after it. They are counted into a checksum.
///
/// ```
/// {"pilcrow":"backup","format":1,"schema":4,"at":"2026-11-25T12:00:00Z","version":"0.1.0"}
/// {"table":"chat","columns":["id","current","at"]}
/// ["telegram/1/-5","telegram/1/-1005",1764072000000]
/// {"table":"answer","columns":["id","delivery",…],"last":731}
/// [1,1,…]
/// {"rows":{"chat":1,"answer":1},"sha256":"…"}
/// ```
///
/// The checksum is that of all bytes before its own line. `last` is the last number that the database has given to a row of
/// the table, which may be gone.
final class BackupLines {

    /// What the first line says that the file is.
    static final String KIND = "backup";
    /// The newest form of the lines that this program knows.
    static final int FORMAT = 1;
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputStream out;
    private final MessageDigest digest = sha256();

    BackupLines(OutputStream out) {
        this.out = out;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void write(JsonNode line) throws IOException {
        byte[] bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(bytes);
        out.write(bytes);
    }

    /// The checksum of the lines so far; none can be written but one more.
    String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
