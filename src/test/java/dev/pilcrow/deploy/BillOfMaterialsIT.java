package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the program is made of, as `target/bom.json` (CycloneDX) tells.
class BillOfMaterialsIT {

    /// Licences under which a library may be part of this program; of two that a library offers, one suffices.
    private static final Set<String> ALLOWED = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause",
            "EPL-2.0",
            "CC0-1.0", "Unicode-3.0", "GPL-2.0-with-classpath-exception", "Unlicense");
    /// JLine's licence has three clauses; the name that its pom gives is taken for that of four.
    private static final Map<String, String> KNOWN_AS = Map.of("jline", "BSD-4-Clause");
    private static final Path TARGET = Pilcrow.PROJECT.resolve("target");
    private static final List<JsonNode> COMPONENTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        new JsonMapper().readTree(TARGET.resolve("bom.json").toFile()).get("components").forEach(COMPONENTS::add);
    }

    @Test
    void namesEveryLibraryWithItsHash() throws IOException {
        List<String> named = COMPONENTS.stream()
                .map(one -> one.get("name").textValue() + "-" + one.get("version").textValue() + ".jar").toList();
        try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
            List<Path> all = libraries.toList();
            assertThat(all).hasSizeGreaterThan(50);
            assertThat(all.stream().map(file -> file.getFileName().toString())).isSubsetOf(named);
            for (Path library : all) {
                assertThat(hash(named.indexOf(library.getFileName().toString()))).isEqualTo(Sha512.of(library));
            }
        }
    }

    private static String hash(int component) {
        for (JsonNode hash : COMPONENTS.get(component).get("hashes")) {
            if (hash.get("alg").textValue().equals("SHA-512")) {
                return hash.get("content").textValue();
            }
        }
        return "";
    }

    @Test
    void everyLibraryHasALicenceThatIsAllowed() {
        assertThat(COMPONENTS).allSatisfy(one -> assertThat(licences(one)).as("%s", one.get("purl"))

                .anyMatch(licence -> ALLOWED.contains(licence)
                        || licence.equals(KNOWN_AS.get(one.get("name").textValue()))));
    }

    private static List<String> licences(JsonNode component) {
        List<String> licences = new ArrayList<>();
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            licences.add(licence.has("id")
                    ? licence.get("id").textValue()
                    : licence.path("name").asText(
                            choice.path("expression").asText()));
        }
        return licences;
    }
}
