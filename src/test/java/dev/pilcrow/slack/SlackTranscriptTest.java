package dev.pilcrow.slack;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The chats on Slack that are written down go so again.
@Timeout(120)
@BesideOthers
class SlackTranscriptTest {

    @TestFactory
    Stream<DynamicTest> theBotDoesWhatTheTranscriptTells(@TempDir Path temporary) throws IOException {
        return Transcripts.played(temporary, name -> name.startsWith("slack-"), SlackChat::of);
    }
}
