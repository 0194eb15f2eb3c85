package dev.pilcrow.slack.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.assistant.SuggestedPrompt;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentTest extends WithServer {

    private final SlackMessage asked = alice.says(dm, "who was he?");

    @Test
    void aStatusIsShownUntilTheBotAnswersOrForTwoMinutes() throws Exception {
        client.assistantThreadsSetStatus(set -> set.channelId(dm.id()).threadTs(asked.ts()).status("is reading …")
                .loadingMessages(List.of("Reading §4", "Reading §5")));
        assertThat(dm.sessions().status(asked.ts())).isEqualTo("is reading …");
        assertThat(dm.sessions().statuses().getFirst().loading()).containsExactly("Reading §4", "Reading §5");
        clock.forward(Duration.ofSeconds(121));
        assertThat(dm.sessions().status(asked.ts())).isEmpty();
        assertThat(error(client.agentsSessionsSetStatus(set -> set.channelId(dm.id()).threadTs(asked.ts())
                .status("processing")))).isEqualTo("done");
        assertThat(dm.sessions().status(asked.ts())).isEqualTo("processing");
        client.chatPostMessage(post -> post.channel(dm.id()).threadTs(asked.ts()).text("A foundling.")
                .unfurlLinks(false).unfurlMedia(false));
        assertThat(dm.sessions().status(asked.ts())).isEmpty();
        assertThat(asked.answers()).hasSize(1);
    }

    @Test
    void aThreadIsNamedAndQuestionsAreSuggested() throws Exception {
        client.assistantThreadsSetTitle(set -> set.channelId(dm.id()).threadTs(asked.ts()).title("Origins"));
        assertThat(dm.sessions().title(asked.ts())).isEqualTo("Origins");
        client.agentsSessionsRename(set -> set.channelId(dm.id()).threadTs(asked.ts()).title("A foundling"));
        assertThat(dm.sessions().title(asked.ts())).isEqualTo("A foundling");
        client.assistantThreadsSetSuggestedPrompts(set -> set.channelId(dm.id())
                .prompts(List.of(new SuggestedPrompt("Who was he?", "Who was he?"))));
        assertThat(dm.sessions().prompts("")).extracting(Sessions.Prompt::title).containsExactly("Who was he?");
    }

    @Test
    void tooMuchIsRefused() throws Exception {
        assertThat(error(client.assistantThreadsSetSuggestedPrompts(set -> set.channelId(dm.id())
                .prompts(Collections.nCopies(5, new SuggestedPrompt("a", "b"))))))
                .isEqualTo("invalid_arguments");
        assertThat(error(client.assistantThreadsSetStatus(set -> set.channelId(dm.id()).threadTs("1.000001")
                .status("x")))).isEqualTo("thread_not_found");
    }
}
