package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.webhook.WebhookResponse;
import dev.pilcrow.standin.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseUrlTest extends WithServer {

    private final Interaction asked = alice.command(server.strangeChannel("strange"), "/ask", "who?");

    private String answers(ActionResponse answer) throws IOException {
        WebhookResponse response = new ActionResponseSender(slack).send(asked.responseUrl(), answer);
        return response.getCode() + " " + response.getBody();
    }

    private static ActionResponse text(String text) {
        return ActionResponse.builder().text(text).build();
    }

    @Test
    void anAddressIsGoodForFiveAnswers() throws IOException {
        for (int i = 0; i < 5; i++) {
            assertThat(answers(text("answer " + i))).startsWith("200");
        }
        assertThat(answers(text("too many"))).startsWith("404").contains("used_url");
        assertThat(asked.answers()).hasSize(5).allMatch(SlackMessage::isEphemeral);
    }

    @Test
    void anAddressIsGoodForHalfAnHour() throws IOException {
        clock.forward(Duration.ofMinutes(30));
        assertThat(answers(text("in time"))).startsWith("200");
        clock.forward(Duration.ofSeconds(1));
        assertThat(answers(text("late"))).startsWith("404").contains("expired_url");
    }

    @Test
    void whatACommandWasAnsweredCannotBeReplaced() throws IOException {
        answers(text("Reading …"));
        answers(ActionResponse.builder().replaceOriginal(true).text("The answer").build());
        assertThat(asked.answers()).extracting(SlackMessage::text).containsExactly("Reading …", "The answer");
    }

    @Test
    void whatAllSeeStandsInTheChannel() throws Exception {
        slack.getHttpClient().postJsonBody(asked.responseUrl(), Map.of("text", "for all", "response_type",
                "in_channel", "unfurl_links", false, "unfurl_media", false)).close();
        assertThat(asked.place()).hasToString("Pilcrow: for all");
    }

    @Test
    void anAnswerGoesWrong() throws IOException {
        server.fail("response_url", Fault.tooMany(3), new Fault.Html(502), new Fault.Garbage());
        assertThat(answers(text("one"))).startsWith("429");
        assertThat(answers(text("two"))).startsWith("502");
        assertThat(answers(text("three"))).startsWith("200 ok");
        assertThat(asked.answers()).hasSize(1);
        assertThat(server.counts()).containsEntry("response_url", 3);
    }

    @Test
    void nothingSaidIsNoAnswer() throws IOException {
        assertThat(answers(text(""))).startsWith("400").contains("no_text");
    }
}
