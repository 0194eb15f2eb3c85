package dev.pilcrow.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.Yaml;

/// Documents in YAML as JSON, with anchors and merges resolved.
final class YamlFile {

    private YamlFile() {
    }

    /// All documents of a file in `deploy/`.
    static List<JsonNode> documents(String name) {
        return documents(Pilcrow.PROJECT.resolve("deploy").resolve(name));
    }

    static List<JsonNode> documents(Path file) {
        List<JsonNode> documents = new ArrayList<>();
        try {
            new Yaml().loadAll(Files.readString(file))
                    .forEach(document -> documents.add(new ObjectMapper().valueToTree(document)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return documents;
    }
}
