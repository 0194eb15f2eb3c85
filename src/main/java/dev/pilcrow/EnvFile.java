package dev.pilcrow;

import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Remark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file of settings, one `NAME=VALUE` a line: with `export` before it or not, the value in quotes or not, `#` before a
/// comment. A value in quotes is taken as it stands.
final class EnvFile {

    private static final Pattern SETTING = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("([\"'])(.*?)\\1\\s*(?:#.*)?");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");

    private EnvFile() {
    }

    /// Adds the file's settings to others.
    ///
    /// @return a remark on each line that is no setting
    static List<Remark> read(Path file, Map<String, String> settings) throws IOException {
        List<Remark> problems = new ArrayList<>();
        int number = 0;
        for (String raw : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "")
                .split("\\R", -1)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher setting = SETTING.matcher(line);
            Optional<String> value = setting.matches() ? value(setting.group(2)) : Optional.empty();
            if (value.isPresent()) {
                settings.put(setting.group(1), value.get());
            } else {
                problems.add(Remark.of(Phrase.CONFIG_LINE, number));
            }
        }
        return problems;
    }

    private static Optional<String> value(String written) {
        if (!written.startsWith("\"") && !written.startsWith("'")) {
            return Optional.of(COMMENT.matcher(written).replaceFirst("").strip());
        }
        Matcher quoted = QUOTED.matcher(written);
        return quoted.matches() ? Optional.of(quoted.group(2)) : Optional.empty();
    }
}
