package dev.pilcrow.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.Pilcrow;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The unit that systemd runs the bot by.
class UnitTest {

    /// Of systemd.unit(5), systemd.service(5), systemd.exec(5), systemd.kill(5) and systemd.resource-control(5).
    private static final Map<String, Set<String>> KNOWN = Map.of("Unit",
            Set.of("Description", "Wants", "After", "StartLimitIntervalSec"),
            "Service", Set.of("Type", "WorkingDirectory", "EnvironmentFile", "Environment", "ExecStart",
                    "SuccessExitStatus", "Restart", "RestartSec", "RestartSteps", "RestartMaxDelaySec",
                    "RestartPreventExitStatus", "TimeoutStopSec",
                    "MemoryHigh", "MemoryMax", "TasksMax", "DynamicUser", "StateDirectory", "StateDirectoryMode",
                    "CacheDirectory", "UMask", "NoNewPrivileges", "CapabilityBoundingSet", "AmbientCapabilities",
                    "ProtectSystem", "ProtectHome", "ProtectProc", "PrivateTmp", "PrivateDevices", "PrivateUsers",
                    "ProtectClock", "ProtectHostname", "ProtectKernelLogs", "ProtectKernelModules",
                    "ProtectKernelTunables", "ProtectControlGroups", "RestrictNamespaces", "RestrictRealtime",
                    "RestrictSUIDSGID", "RestrictAddressFamilies", "LockPersonality", "RemoveIPC", "KeyringMode",
                    "SystemCallArchitectures", "SystemCallFilter", "SystemCallErrorNumber"),
            "Install", Set.of("WantedBy"));
    private static final Map<String, String> UNIT = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        String section = "";
        for (String line : Files.readAllLines(Pilcrow.PROJECT.resolve("deploy/pilcrow.service"))) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                assertThat(KNOWN).containsKey(section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("=", 2);
                assertThat(KNOWN.get(section)).contains(parts[0]);
                assertThat(UNIT.put(parts[0], parts[1])).as("given once").isNull();
            }
        }
    }

    @Test
    void mayWriteItsDataAndNothingElse() {
        assertThat(UNIT).containsEntry("ProtectSystem", "strict").containsEntry("ProtectHome", "yes")
                .containsEntry("DynamicUser", "yes").containsEntry("NoNewPrivileges", "yes")
                .containsEntry("PrivateTmp", "yes").containsEntry("CapabilityBoundingSet", "")
                .containsEntry("StateDirectory", "pilcrow").containsEntry("CacheDirectory", "pilcrow")
                .doesNotContainKey("User").doesNotContainKey("ReadWritePaths");
        assertThat(UNIT.get("Environment")).contains("PILCROW_STORE=jdbc:sqlite:/var/lib/pilcrow/",
                "PILCROW_CACHE=/var/cache/pilcrow");
    }

    @Test
    void leavesTheBotTheTimeToEnd() {
        assertThat(Integer.parseInt(String.valueOf(UNIT.get("TimeoutStopSec")).replace("s", ""))).isGreaterThan(20);
    }

    @Test
    void doesNotTryAgainWhatTheOperatorHasToChange() {
        assertThat(UNIT).containsEntry("Restart", "on-failure").containsEntry("RestartPreventExitStatus", "2");
    }

    @Test
    void triesAgainForAsLongAsADatabaseIsLate() {
        assertThat(UNIT).containsEntry("StartLimitIntervalSec", "0").containsEntry("RestartMaxDelaySec", "60s");
        assertThat(UNIT.get("After")).contains("postgresql.service");
        assertThat(Integer.parseInt(String.valueOf(UNIT.get("RestartSteps"))))
                .as("without, the longest pause is not taken")
                .isPositive();
    }

    @Test
    void takesItsSecretsFromAFileThatOnlyTheOperatorReads() {
        assertThat(UNIT).containsEntry("EnvironmentFile", "/etc/pilcrow.env");
        assertThat(UNIT.get("Environment")).doesNotContain("TOKEN", "SECRET", "KEY");
    }
}
