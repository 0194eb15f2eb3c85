package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pilcrow.Pilcrow;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manifests in `deploy/kubernetes`, read as Kubernetes reads them: what it does not know is refused.
class KubernetesTest {

    private static final Map<String, Class<?>> KINDS = Map.of("v1 ConfigMap", ConfigMap.class, "v1 Secret",
            Secret.class,
            "v1 Service", Service.class, "v1 PersistentVolumeClaim", PersistentVolumeClaim.class,
            "apps/v1 Deployment", Deployment.class, "networking.k8s.io/v1 Ingress", Ingress.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);
    private static final Path FOLDER = Pilcrow.PROJECT.resolve("deploy/kubernetes");
    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).annotationIntrospector(new Strict()).build();

    /// Takes from the model where it would keep names that it does not know.
    private static final class Strict extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated place) {
            return false;
        }
    }

    static List<JsonNode> objects() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(file -> YamlFile.documents(file).stream()).toList();
        }
    }

    static List<Deployment> deployments() throws Exception {
        return List.of(one("deployment.yaml", Deployment.class),
                READER.convertValue(YamlFile.documents("kubernetes/alone.yaml").getLast(), Deployment.class));
    }

    private static <T> T one(String file, Class<T> kind) {
        return READER.convertValue(YamlFile.documents("kubernetes/" + file).getFirst(), kind);
    }

    @ParameterizedTest
    @MethodSource("objects")
    void isAnObjectThatKubernetesKnows(JsonNode object) throws Exception {
        Class<?> kind = KINDS.get(object.get("apiVersion").textValue() + " " + object.get("kind").textValue());
        assertThat(kind).as("%s", object.get("kind")).isNotNull();
        assertThat(READER.treeToValue(object, kind)).isNotNull();
    }

    @Test
    void aNameThatKubernetesDoesNotKnowIsSeen() {
        ObjectNode wrong = YamlFile.documents("kubernetes/deployment.yaml").getFirst().deepCopy();
        ((ObjectNode) wrong.at("/spec/template/spec")).put("terminationGracePeriod", 30);
        assertThatThrownBy(() -> isAnObjectThatKubernetesKnows(wrong))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aPodIsRestrictedAsTheStandardDemands(Deployment deployment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        Container bot = pod.getContainers().getFirst();
        String[] user = Dockerfile.ofPilcrow().image().last("USER").words().split(":");
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).hasToString(user[0]);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(bot.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(bot.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(bot.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThan(20);
        assertThat(bot.getVolumeMounts()).extracting(VolumeMount::getMountPath).containsExactly("/data", "/tmp");
        assertThat(bot.getResources().getLimits()).containsKey("memory");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void portsAndProbesAreThoseOfTheBot(Deployment deployment) {
        Container bot = deployment.getSpec().getTemplate().getSpec().getContainers().getFirst();
        String port = bot.getPorts().getFirst().getContainerPort().toString();
        assertThat(port).isEqualTo(Dockerfile.ofPilcrow().image().last("EXPOSE").words())
                .isEqualTo(one("configuration.yaml", ConfigMap.class).getData().get("PILCROW_HTTP_PORT"));
        for (Probe probe : List.of(bot.getStartupProbe(), bot.getLivenessProbe(), bot.getReadinessProbe())) {
            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo(bot.getPorts().getFirst().getName());
        }
        assertThat(bot.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/healthz");
        assertThat(bot.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/readyz");
    }

    @Test
    void whatSelectsTheBotSelectsIt() throws Exception {
        Map<String, String> labels = deployments().getFirst().getSpec().getTemplate().getMetadata().getLabels();
        assertThat(deployments()).allSatisfy(deployment -> {
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels()).isEqualTo(labels);
            assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
        });
        assertThat(one("service.yaml", Service.class).getSpec().getSelector()).isEqualTo(labels);
        assertThat(one("disruption.yaml", PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                .isEqualTo(labels);
        assertThat(one("network.yaml", NetworkPolicy.class).getSpec().getPodSelector().getMatchLabels())
                .isEqualTo(labels);
    }

    @Test
    void theOutsideReachesTheWebhooksAndThePagesAndNothingOfTheOperators() {
        Service service = one("service.yaml", Service.class);
        var rule = one("ingress.yaml", Ingress.class).getSpec().getRules().getFirst();
        assertThat(rule.getHttp().getPaths()).extracting(path -> path.getPathType() + " " + path.getPath())
                .containsExactly("Exact /telegram", "Exact /slack", "Prefix /a/");
        assertThat(rule.getHttp().getPaths()).allSatisfy(path -> {
            assertThat(path.getBackend().getService().getName()).isEqualTo(service.getMetadata().getName());
            assertThat(path.getBackend().getService().getPort().getName())
                    .isEqualTo(service.getSpec().getPorts().getFirst().getName());
        });
        assertThat(one("configuration.yaml", ConfigMap.class).getData())
                .containsEntry("PILCROW_PUBLIC_URL", "https://" + rule.getHost());
    }

    @Test
    void replicasAreReplacedOneAfterTheOtherAndOneAloneIsNeverTwo() throws Exception {
        var replicas = deployments().getFirst().getSpec();
        assertThat(replicas.getReplicas()).isEqualTo(2);
        assertThat(replicas.getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
        var alone = deployments().getLast().getSpec();
        assertThat(alone.getReplicas()).isEqualTo(1);
        assertThat(alone.getStrategy().getType()).isEqualTo("Recreate");
    }

    @Test
    void replicasDoNotStartWithoutTheDatabaseThatTheyShare() throws Exception {
        Container replica = deployments().getFirst().getSpec().getTemplate().getSpec().getContainers().getFirst();
        Secret template = one("secret-template.yaml", Secret.class);
        assertThat(replica.getEnv()).singleElement().satisfies(store -> {
            assertThat(store.getName()).isEqualTo("PILCROW_STORE");
            SecretKeySelector from = store.getValueFrom().getSecretKeyRef();
            assertThat(from.getName()).isEqualTo(template.getMetadata().getName());
            assertThat(template.getStringData()).containsKey(from.getKey());
            assertThat(from.getOptional()).as("no key, no pod").isNull();
        });
    }

    @Test
    void onePlatformThatIsAwayDoesNotCloseTheDoorOfTheOther() {
        assertThat(one("service.yaml", Service.class).getSpec().getPublishNotReadyAddresses()).isTrue();
    }

    @Test
    void theNetworkIsAnAllowListBothWays() {
        var policy = one("network.yaml", NetworkPolicy.class).getSpec();
        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getEgress()).allSatisfy(rule -> {
            assertThat(rule.getTo()).isNotEmpty();
            assertThat(rule.getPorts()).isNotEmpty();
        });
        assertThat(policy.getIngress()).allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
    }

    @Test
    void theTemplateHoldsNoSecret() {
        assertThat(one("secret-template.yaml", Secret.class).getStringData().values()).containsOnly("");
    }
}
