package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {

    private static final JsonNode FILE = YamlFile.documents("compose.yaml").getFirst();
    private static final List<String> BOTS = List.of("bot", "replica", "bot-with-ollama");

    @Test
    void isWhatTheSpecificationOfComposeAllows() throws Exception {
        assertThat(schema().validate(FILE)).isEmpty();
        ObjectNode wrong = FILE.deepCopy();
        ((ObjectNode) wrong.at("/services/bot")).put("read_onyl", true);
        assertThat(schema().validate(wrong)).as("the schema refuses what it does not know").isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream file = Objects
                .requireNonNull(ComposeTest.class.getResourceAsStream("/deploy/compose-spec.json"))) {
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(file);
            // Its name and dialect are written in a way that the validator does not take; the dialect is that of 7.
            schema.remove(List.of("$schema", "$id"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bot", "replica", "bot-with-ollama"})
    void noBotMayDoMoreThanItNeeds(String name) {
        JsonNode bot = service(name);
        assertThat(bot.get("read_only").booleanValue()).isTrue();
        assertThat(bot.get("cap_drop")).hasToString("[\"ALL\"]");
        assertThat(bot.get("security_opt")).hasToString("[\"no-new-privileges:true\"]");
        assertThat(bot.get("tmpfs")).hasToString("[\"/tmp\"]");
        assertThat(bot.get("volumes").get(0).textValue()).endsWith("/data");
        assertThat(bot.get("env_file").textValue()).isEqualTo(".env");
        assertThat(Integer.parseInt(bot.get("stop_grace_period").textValue().replace("s", "")))
                .as("longer than the 20 seconds that the bot may take to end").isGreaterThan(20);
    }

    @Test
    void eachProfileIsWhole() {
        assertThat(service("replica").at("/deploy/replicas").intValue()).isEqualTo(2);
        for (JsonNode service : FILE.get("services")) {
            String profile = service.get("profiles").get(0).textValue();
            service.path("depends_on").fieldNames().forEachRemaining(other -> assertThat(
                    service(other).get("profiles").get(0).textValue()).isEqualTo(profile));
            for (JsonNode volume : service.path("volumes")) {
                String from = volume.textValue().split(":")[0];
                assertThat(from.startsWith("/") || FILE.get("volumes").has(from)).as(from).isTrue();
            }
        }
        assertThat(service("replica").at("/environment/PILCROW_STORE").textValue())
                .isEqualTo("jdbc:postgresql://postgres/pilcrow?user=pilcrow&password=${POSTGRES_PASSWORD:-}");
        assertThat(service("bot-with-ollama").at("/environment/PILCROW_MODEL_URL").textValue())
                .isEqualTo(service("model").at("/environment/OLLAMA_HOST").textValue());
    }

    @Test
    void portsAreThoseOfTheImageAndOpenToThisMachineOnly() {
        String port = Dockerfile.ofPilcrow().image().last("EXPOSE").words();
        for (String name : BOTS) {
            for (JsonNode mapped : service(name).path("ports")) {
                assertThat(mapped.textValue()).startsWith("127.0.0.1:").endsWith(":" + port);
            }
            assertThat(service(name).at("/environment/PILCROW_HTTP_PORT").textValue())
                    .as("whatever .env says").isEqualTo(port);
        }
    }

    @Test
    void eachReplicaHasAPortOfTheMachineThatAProxyReaches() {
        String[] range = service("replica").at("/ports/0").textValue().split(":")[1].split("-");
        assertThat(Integer.parseInt(range[1]) - Integer.parseInt(range[0]) + 1)
                .isEqualTo(service("replica").at("/deploy/replicas").intValue());
    }

    @Test
    void everyImageOfOthersIsPinned() {
        for (JsonNode service : FILE.get("services")) {
            assertThat(service.get("image").textValue()).matches("[a-z/]+:\\d+[.]\\d+.*");
        }
    }

    private static JsonNode service(String name) {
        return FILE.get("services").get(name);
    }
}
