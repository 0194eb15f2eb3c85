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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The configuration of Renovate, which keeps what the program is made of up to date.
class RenovateTest {

    private static JsonNode configuration() throws IOException {
        return new JsonMapper().readTree(Pilcrow.PROJECT.resolve(".renovaterc.json").toFile());
    }

    @Test
    void watchesWhateverNamesVersionsHere() throws IOException {
        List<String> managers = texts(configuration().get("enabledManagers"));
        assertThat(managers).contains("maven", "dockerfile", "docker-compose", "kubernetes");
        String pattern = configuration().at("/kubernetes/managerFilePatterns/0").textValue();
        Pattern manifests = Pattern.compile(pattern.substring(1, pattern.length() - 1));
        try (Stream<Path> files = Files.list(Pilcrow.PROJECT.resolve("deploy/kubernetes"))) {
            assertThat(files.map(file -> Pilcrow.PROJECT.relativize(file).toString()))
                    .allMatch(file -> manifests.matcher(file).find());
        }
    }

    @Test
    void theEncodersAreOneDecision() throws IOException {
        String pom = Files.readString(Pilcrow.PROJECT.resolve("pom.xml"));
        JsonNode rule = configuration().get("packageRules").get(0);
        assertThat(rule.get("dependencyDashboardApproval").booleanValue()).isTrue();
        for (String name : texts(rule.get("matchPackageNames"))) {
            String artifact = name.substring(name.indexOf(':') + 1).replace("**", "");
            assertThat(pom).contains("<artifactId>" + artifact);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.textValue()));
        return texts;
    }
}
