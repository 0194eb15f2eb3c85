package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketLoadTest extends WithBot {

    private static final int EVENTS = 1_000;

    @Test
    void tellsManyEventsAndMeasuresHowFastTheyAreAcknowledged() throws Exception {
        for (int i = 0; i < EVENTS; i++) {
            alice.says(dm, "message " + i);
            Thread.sleep(1);
        }
        await().until(() -> server.pending() == 0);
        Acks acks = server.acks();
        System.out.println("stand-in slack events=" + EVENTS + " ack p50=" + acks.percentile(0.5).toMillis()
                + "ms p99.9=" + acks.percentile(0.999).toMillis() + "ms");
        assertThat(acks.all()).hasSize(EVENTS).allSatisfy(ack -> assertThat(ack.attempt()).isZero());
        assertThat(acks.percentile(0.5)).isLessThan(Duration.ofSeconds(1));
        assertThat(heard).hasSize(EVENTS);
    }
}
