package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.conversation.Talk;
import dev.pilcrow.picture.Pictures;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Place;
import dev.pilcrow.slack.server.SlackMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows of Slack is what the bot says there.
@Timeout(120)
class SlackPictureTest {

    @Test
    void thePictureShowsWhatTheBotSays(@TempDir Path folder) throws IOException {
        try (SlackTalk talk = SlackTalk.of(SlackTalk.Parts.in(folder).desk(Talk.CONVERSATIONS))) {
            Person alice = talk.server.person("Alice", "en-US");
            Person li = talk.server.person("李雷", "zh-CN");
            Place channel = talk.server.channel("book-club");
            SlackMessage first = alice.asks(channel, "Did the US government tighten chip export controls?");
            talk.awaitDone(SlackTalk.LONG);
            alice.replies(first, "And when?");
            talk.awaitDone(SlackTalk.LONG);
            li.replies(first, "深度求索有多少名员工？");
            talk.awaitDone(SlackTalk.LONG);
            assertThat(talk.server.violations()).isEmpty();
            Map<String, Person> people = Stream.of(alice, li, talk.server.bot())
                    .collect(Collectors.toMap(Person::id, who -> who));
            Pictures.demand("slack.svg", SlackPicture.of(channel.name(), people, channel.thread(first.ts())),
                    getClass());
        }
    }
}
