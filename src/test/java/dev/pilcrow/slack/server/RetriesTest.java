package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.methods.MethodsClient;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest extends WithServer {

    private final MethodsClient appClient = slack.methods(server.setup().secrets().appToken());

    private JsonNode envelope(RawSocket socket, int number) {
        await().until(() -> socket.envelopes().size() == number);
        return socket.envelopes().getLast();
    }

    @Test
    void anEventComesAgainAtOnceAfterAMinuteAndAfterFive() throws Exception {
        RawSocket socket = RawSocket.open(appClient);
        alice.says(dm, "hello");
        JsonNode first = envelope(socket, 1);
        assertThat(first.path("retry_attempt").asInt()).isZero();
        clock.forward(Duration.ofSeconds(3));
        JsonNode second = envelope(socket, 2);
        assertThat(second.path("retry_attempt").asInt()).isEqualTo(1);
        assertThat(second.path("retry_reason").asText()).isEqualTo("timeout");
        assertThat(second.path("payload")).isEqualTo(first.path("payload"));
        assertThat(second.path("envelope_id")).isNotEqualTo(first.path("envelope_id"));
        clock.forward(Duration.ofSeconds(3));
        await().until(() -> server.acks().failed() == 2);
        clock.forward(Duration.ofMinutes(1));
        envelope(socket, 3);
        clock.forward(Duration.ofSeconds(3));
        await().until(() -> server.acks().failed() == 3);
        clock.forward(Duration.ofMinutes(5));
        assertThat(envelope(socket, 4).path("retry_attempt").asInt()).isEqualTo(3);
        clock.forward(Duration.ofSeconds(3));
        await().until(() -> server.acks().lost() == 1);
        assertThat(server.pending()).isZero();
        socket.close();
    }

    @Test
    void whatIsAcknowledgedDoesNotComeAgain() throws Exception {
        RawSocket socket = RawSocket.open(appClient);
        alice.says(dm, "hello");
        socket.ack(envelope(socket, 1));
        await().until(() -> server.pending() == 0);
        clock.forward(Duration.ofHours(1));
        alice.says(dm, "again");
        assertThat(envelope(socket, 2).path("payload").path("event").path("text").asText()).isEqualTo("again");
        assertThat(server.acks().all()).hasSize(1);
        assertThat(server.acks().percentile(0.99)).isLessThan(Duration.ofSeconds(3));
        socket.close();
    }

    @Test
    void anAcknowledgementThatIsLateIsCountedAndHelpsNothing() throws Exception {
        RawSocket socket = RawSocket.open(appClient);
        alice.says(dm, "hello");
        JsonNode first = envelope(socket, 1);
        clock.forward(Duration.ofSeconds(4));
        envelope(socket, 2);
        socket.ack(first);
        await().until(() -> server.acks().late() == 1);
        assertThat(server.pending()).isEqualTo(1);
        socket.close();
    }

    @Test
    void eachGoesToOneSocketAndToAnotherWhenThatOneBreaks() throws Exception {
        RawSocket one = RawSocket.open(appClient);
        RawSocket two = RawSocket.open(appClient);
        alice.says(dm, "first");
        alice.says(dm, "second");
        envelope(one, 1);
        envelope(two, 1);
        one.closeConnection(1006, "");
        assertThat(envelope(two, 2).path("retry_attempt").asInt()).isEqualTo(1);
        two.envelopes().forEach(two::ack);
        await().until(() -> server.pending() == 0);
        two.close();
    }

    @Test
    void aCommandThatIsNotAcknowledgedFails() throws Exception {
        RawSocket socket = RawSocket.open(appClient);
        Interaction asked = alice.command(general, "/ask", "who?");
        envelope(socket, 1);
        clock.forward(Duration.ofSeconds(3));
        await().until(asked::hasFailed);
        assertThat(server.pending()).isZero();
        assertThat(socket.envelopes()).hasSize(1);
        socket.close();
    }

    @Test
    void whatHappensWithNoSocketComesAfterAMinute() throws Exception {
        alice.says(dm, "hello");
        await().until(() -> server.acks().failed() == 2);
        RawSocket socket = RawSocket.open(appClient);
        clock.forward(Duration.ofMinutes(1));
        assertThat(envelope(socket, 1).path("retry_attempt").asInt()).isEqualTo(2);
        socket.close();
    }

    @Test
    void aTicketIsGoodForOneSocketAndSocketsAreRefreshed() throws Exception {
        RawSocket socket = RawSocket.open(appClient);
        RawSocket copy = new RawSocket(URI.create(socket.getURI().toString()));
        assertThat(copy.connectBlocking()).isFalse();
        server.refresh("warning");
        await().until(() -> socket.types().contains("disconnect"));
        assertThat(server.connections()).isEqualTo(1);
        server.refresh("refresh_requested");
        await().until(() -> socket.types().contains("closed"));
        assertThat(server.connections()).isZero();
    }
}
