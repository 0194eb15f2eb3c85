package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Article;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.search.Samples;
import dev.pilcrow.store.Store;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Chats as readers have them, each in a file; see {@link Transcript}. A file more is a test more. What the
/// bot did is written down in `target/transcripts`.
@Timeout(90)
class TranscriptTest {

    private static final Path FOLDER = Path.of("src/test/resources/transcripts");
    private static final Path PLAYED = Path.of("target/transcripts");
    /// A page of a message in these chats, so that some answers have more than one.
    private static final int SHORT = 300;

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theBotDoesWhatIsWrittenDown(Path transcript, @TempDir Path folder) throws IOException {
        List<String> lines = Files.readAllLines(transcript);
        boolean limited = transcript.toString().contains("limited");
        boolean pages = transcript.toString().contains("pages");
        TelegramTalk.Parts parts = TelegramTalk.Parts.in(folder)
                .respondent(store -> desk(store, pages ? SHORT : TelegramLimits.TEXT));
        try (TelegramTalk talk = TelegramTalk.of(limited ? parts.limited(InstantSource.fixed(Instant.EPOCH)) : parts)) {
            String played = new Transcript(talk).play(lines);
            Files.writeString(Files.createDirectories(PLAYED).resolve(transcript.getFileName()), played);
            assertThat(played).isEqualTo(String.join("\n", lines) + "\n");
            assertThat(talk.server.violations()).isEmpty();
        }
    }

    private static Respondent desk(Store store, int longest) {
        Article article = Samples.BUILT_IN;
        return new Desk(new Shelf(article, "article.txt", store.articles()),
                dev.pilcrow.conversation.Talk.CONVERSATIONS.remembering(store.turns(), InstantSource.system()),
                Wordings.packaged(), store, _ -> longest);
    }
}
