package dev.pilcrow.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every platform must do, whatever its name.
@Timeout(60)
public abstract class PlatformContract {

    private static final Duration SOON = Duration.ofSeconds(15);
    /// Invisible marks that keep words from acting.
    private static final String GUARDS = "[\\u2060\\u200B]";

    /// What was handed over, each thing once.
    private static final class Notebook implements Intake {

        private final List<Delivery> taken = new CopyOnWriteArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private volatile int refusals;

        @Override
        public synchronized int accept(List<Delivery> deliveries) {
            if (refusals > 0) {
                refusals--;
                throw new IllegalStateException("the disk is full");
            }
            List<Delivery> fresh = deliveries.stream()
                    .filter(delivery -> delivery.keys().stream().noneMatch(seen::contains)).toList();
            deliveries.forEach(delivery -> seen.addAll(delivery.keys()));
            taken.addAll(fresh);
            return fresh.size();
        }

        @Override
        public boolean takesPartIn(Place place) {
            return false;
        }
    }

    private final Notebook notebook = new Notebook();

    /// The platform, which does not receive yet.
    protected abstract Platform platform();

    /// Where one reader is alone with the bot.
    protected abstract Place place();

    /// Where the bot may not write.
    protected abstract Place closed();

    /// The reader writes something.
    protected abstract MessageId says(String text);

    /// The reader presses the button with this label.
    protected abstract void presses(MessageId message, String label);

    protected abstract void deletes(MessageId message);

    /// The characters of a message as it stands; nothing when it does not.
    protected abstract Optional<String> shown(MessageId message);

    /// The words of another message above this one; empty for none.
    protected abstract String quoted(MessageId message);

    /// What in a message acts by itself, such as links and mentions.
    protected abstract List<String> acting(MessageId message);

    /// How many messages of the bot's stand there.
    protected abstract int count();

    /// The next thing that the bot sends or changes is refused, and the platform wants to be spared for so long.
    protected abstract void floods(Duration time);

    /// The next message is posted, but the bot is not told so.
    protected abstract void losesTheNextAnswer();

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Post said(String text) {
        return Post.of(Message.plain(text));
    }

    private MessageId posts(Post post) {
        Posted posted = platform().post(place(), null, post, key());
        assertThat(posted).isInstanceOf(Posted.Sent.class);
        return ((Posted.Sent) posted).message();
    }

    private void begin() {
        platform().start(notebook);
        await().atMost(SOON).until(() -> platform().health() == Health.GOOD);
    }

    private List<Incoming> heard() {
        return notebook.taken.stream().map(Delivery::incoming).toList();
    }

    @Test
    void aPostStandsThereAndAChangeChangesIt() {
        MessageId message = posts(said("Reading …"));
        assertThat(shown(message)).contains("Reading …");
        assertThat(platform().edit(place(), message, said("An answer."))).isEqualTo(new Posted.Sent(message));
        assertThat(shown(message)).contains("An answer.");
        assertThat(count()).isOne();
    }

    @Test
    void aChangeToWhatStandsThereIsDone() {
        MessageId message = posts(said("same"));
        assertThat(platform().edit(place(), message, said("same"))).isEqualTo(new Posted.Sent(message));
        assertThat(shown(message)).contains("same");
    }

    @Test
    void whatIsDeletedIsMissingAndNotPostedAnew() {
        MessageId message = posts(said("x"));
        deletes(message);
        assertThat(platform().edit(place(), message, said("y")))
                .isEqualTo(new Posted.Refused(Posted.Reason.MISSING));
        assertThat(count()).isZero();
    }

    @Test
    void aClosedChatIsGone() {
        Posted gone = new Posted.Refused(Posted.Reason.GONE);
        assertThat(platform().post(closed(), null, said("x"), key())).isEqualTo(gone);
        assertThat(platform().edit(closed(), new MessageId(closed().chat(), "1"), said("x"))).isEqualTo(gone);
        assertThat(platform().react(closed(), new MessageId(closed().chat(), "1"), Reaction.SEEN)).isFalse();
        platform().typing(closed(), "x");
        platform().rest(closed());
    }

    @Test
    void aPlatformThatWantsToBeSparedIsSaidSoAndTakesItLater() {
        MessageId message = posts(said("x"));
        floods(Duration.ofSeconds(1));
        assertThat(platform().edit(place(), message, said("y"))).isInstanceOfSatisfying(Posted.Later.class,
                later -> assertThat(later.delay()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
        assertThat(shown(message)).contains("x");
        await().atMost(SOON).untilAsserted(() -> assertThat(platform().edit(place(), message, said("y")))
                .isEqualTo(new Posted.Sent(message)));
    }

    @Test
    void whatNobodyHasToldIsUnknownAndIsNotSentAgain() {
        losesTheNextAnswer();
        assertThat(platform().post(place(), null, said("x"), key())).isEqualTo(new Posted.Unknown());
        assertThat(count()).isOne();
        posts(said("y"));
    }

    @Test
    void wordsOfAnotherMessageStandAboveAPost() {
        MessageId article = says("The port was sold in May.");
        MessageId message = posts(new Post(Message.plain("In May."), List.of(),
                new Post.Quote(article, "sold in May")));
        assertThat(quoted(message)).isEqualTo("sold in May");
        assertThat(shown(message)).contains("In May.");
    }

    @Test
    void aPressComesBackWithTheButtonsActionAndItsMessage() {
        begin();
        List<Action> actions = List.of(new Action.Show(Long.MAX_VALUE, 99), new Action.Near(1, 2),
                new Action.Page(3, 4),
                new Action.Vote(5, false), new Action.Because(6, Action.Reason.OTHER), new Action.Stop(7),
                new Action.Ask("0123456789abcdef", 8));
        MessageId message = posts(Post.of(Message.plain("x"), IntStream.range(0, actions.size())
                .mapToObj(i -> List.of(new Button("b" + i, actions.get(i)))).toList()));
        for (int i = 0; i < actions.size(); i++) {
            presses(message, "b" + i);
        }
        await().atMost(SOON).until(() -> notebook.taken.size() == actions.size());
        List<Action> pressed = new ArrayList<>();
        for (Delivery delivery : notebook.taken) {
            Incoming.Pressed press = (Incoming.Pressed) delivery.incoming();
            pressed.add(press.action());
            assertThat(delivery.message()).isEqualTo(message);
            platform().acknowledge(press.press(), "seen");
            platform().acknowledge(press.press(), null);
        }
        assertThat(pressed).isEqualTo(actions);
        platform().acknowledge("no such press", "seen");
    }

    @Test
    void aTextThatIsTooLongIsCutAndPostedAndOneWithoutWordsToo() {
        MessageId message = posts(said("字".repeat(3 * platform().longestText())));
        assertThat(shown(message).orElseThrow()).hasSizeLessThanOrEqualTo(platform().longestText())
                .startsWith("字".repeat(platform().longestText() / 2));
        String longest = "y".repeat(platform().longestText());
        assertThat(platform().edit(place(), message, said(longest))).isEqualTo(new Posted.Sent(message));
        assertThat(shown(message)).contains(longest);
        posts(said(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@everyone @channel <!here> <@U123>", "https://evil.example t.me/x evil.com",
            "/reset #tag $TSLA a@b.org", "*b* _i_ `c` [x](https://evil.example) <b>b</b> &amp; {{x}}",
            "a\u202Eb 👩‍👩‍👧‍👦 é ￥"})
    void nothingInATextActsAndAllOfItIsToSee(String hostile) {
        MessageId message = posts(said(hostile));
        assertThat(acting(message)).isEmpty();
        String expected = hostile.replaceAll("\\u202E", "");
        assertThat(shown(message).orElseThrow().replaceAll(GUARDS, "").replaceAll("\\u202E", ""))
                .isEqualTo(expected);
    }

    @Test
    void aSpanLeadsWhereItsLinkDoesAndNothingBesideItDoes() {
        MessageId message = posts(Post.of(new Message.Builder().add("https://evil.example ")
                .add("¶6", Span.Style.NOTE, new Link(URI.create("https://pilcrow.example/a/1?q=6.0-7#p6")))
                .add(" t.me/x").build()));
        assertThat(acting(message)).singleElement().asString().contains("link");
        assertThat(shown(message).orElseThrow().replaceAll(GUARDS, "")).isEqualTo("https://evil.example ¶6 t.me/x");
    }

    @Test
    void whatAReaderWritesIsHandedOverWithItsPlace() {
        begin();
        MessageId message = says("why?");
        await().atMost(SOON).until(() -> !notebook.taken.isEmpty());
        Delivery delivery = notebook.taken.getFirst();
        assertThat(delivery.incoming()).isEqualTo(new Incoming.Question("why?"));
        assertThat(delivery.message()).isEqualTo(message);
        assertThat(delivery.place().platform()).isEqualTo(platform().name());
        assertThat(delivery.place().chat()).isEqualTo(place().chat());
        assertThat(delivery.place().isPrivate()).isTrue();
        assertThat(platform().post(delivery.place(), message, said("because"), key())).isInstanceOf(Posted.Sent.class);
    }

    @Test
    void whatCouldNotBeStoredIsHandedOverAgain() {
        notebook.refusals = 2;
        begin();
        says("first");
        says("second");
        await().atMost(SOON).until(() -> notebook.taken.size() == 2);
        assertThat(heard()).containsExactly(new Incoming.Question("first"), new Incoming.Question("second"));
    }

    @Test
    void afterAStopNothingComesInAndPostingStillWorks() {
        assertThat(platform().health()).isEqualTo(Health.SILENT);
        begin();
        platform().stop();
        assertThat(platform().health()).isEqualTo(Health.SILENT);
        says("why?");
        await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        assertThat(notebook.taken).isEmpty();
        posts(said("the last word"));
    }
}
