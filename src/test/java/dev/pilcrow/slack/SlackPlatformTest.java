package dev.pilcrow.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.chat.Surface;
import dev.pilcrow.slack.server.Interaction;
import dev.pilcrow.slack.server.Person;
import dev.pilcrow.slack.server.Sessions;
import dev.pilcrow.slack.server.Setup;
import dev.pilcrow.slack.server.SlackMessage;
import dev.pilcrow.slack.server.SlackServer;
import dev.pilcrow.slack.server.View;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPlatformTest {

    private static final Posted GONE = new Posted.Refused(Posted.Reason.GONE);
    private static final Button STOP = new Button("Stop", new Action.Stop(7));

    private final HandClock clock = new HandClock();
    private final SlackServer server = SlackServer.start(Setup.usual().clock(clock));
    private final Person li = server.person("Li", "zh-CN");
    private final dev.pilcrow.slack.server.Place dm = server.dm(li);
    private final dev.pilcrow.slack.server.Place general = server.channel("general");
    private final dev.pilcrow.slack.server.Place strangers = server.strangeChannel("strangers");
    private SlackPlatform slack = with(SlackLimits.unlimited());

    private SlackPlatform with(SlackLimits limits) {
        return new SlackPlatform(SlackBots.settings(server, limits, clock));
    }

    @AfterEach
    void close() {
        slack.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    private Place place(dev.pilcrow.slack.server.Place place, String thread) {
        return new Place("slack", server.team(), place.id(), thread, place.equals(dm));
    }

    private Place whispered(dev.pilcrow.slack.server.Place place, String thread) {
        return new Place("slack", server.team(), place.id(), thread, false, li.id());
    }

    private static Post said(String text) {
        return Post.of(Message.plain(text));
    }

    private static MessageId by(dev.pilcrow.slack.server.Place place, Interaction interaction) {
        return new MessageId(place.id(), "u" + interaction.responseUrl());
    }

    private MessageId posts(Place place, @Nullable MessageId answering, Post post) {
        Posted posted = slack.post(place, answering, post, "k1");
        assertThat(posted).isInstanceOf(Posted.Sent.class);
        return ((Posted.Sent) posted).message();
    }

    @Test
    void postsInTheThreadWithAMarkByWhichItIsFoundAgain() {
        SlackMessage question = li.asks(general, "why?");
        Place thread = place(general, question.ts());
        MessageId asked = new MessageId(general.id(), question.ts());
        MessageId message = posts(thread, asked, said("Reading …"));
        assertThat(question.answers()).extracting(SlackMessage::text).containsExactly("Reading …");
        li.replies(question, "hm");
        assertThat(slack.find(thread, asked, "k1")).isEqualTo(new Posted.Sent(message));
        assertThat(slack.find(thread, asked, "k2")).isEqualTo(new Posted.Refused(Posted.Reason.MISSING));
        assertThat(slack.find(whispered(general, question.ts()), asked, "k1")).isInstanceOf(Posted.Refused.class);
        assertThat(slack.find(place(strangers, "1.2"), asked, "k1")).isInstanceOf(Posted.Refused.class);
        assertThat(slack.edit(thread, message, said("An answer."))).isEqualTo(new Posted.Sent(message));
        assertThat(slack.find(thread, asked, "k1")).isEqualTo(new Posted.Sent(message));
    }

    @Test
    void doesNotSayThatSomethingIsMissingWhenSlackDoesNotTell() {
        SlackMessage question = li.asks(general, "why?");
        Place thread = place(general, question.ts());
        MessageId asked = new MessageId(general.id(), question.ts());
        posts(thread, asked, said("Reading …"));
        server.fail("conversations.replies", new Fault.BreaksBefore(), new Fault.Html(503), Fault.tooMany(7));
        assertThat(slack.find(thread, asked, "k1")).isEqualTo(new Posted.Unknown());
        assertThat(slack.find(thread, asked, "k1")).isEqualTo(new Posted.Unknown());
        assertThat(slack.find(thread, asked, "k1")).isEqualTo(new Posted.Later(Duration.ofSeconds(7)));
    }

    @Test
    void countsHowOftenSlackWantsToBeSpared() {
        server.fail("chat.postMessage", Fault.tooMany(7));
        assertThat(slack.post(place(dm, ""), null, said("x"), "k1")).isInstanceOf(Posted.Later.class);
        assertThat(slack.post(place(dm, ""), null, said("x"), "k1")).as("not sent").isInstanceOf(Posted.Later.class);
        assertThat(slack.pauses().count()).isEqualTo(1);
        assertThat(slack.pauses().total()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void findsWhatItHasSaidOutsideOfThreads() {
        MessageId message = posts(place(dm, ""), null, said("Hello."));
        assertThat(slack.find(place(dm, ""), null, "k1")).isEqualTo(new Posted.Sent(message));
    }

    @Test
    void answersACommandForItsCallerWhereverThatIs() {
        for (dev.pilcrow.slack.server.Place place : List.of(general, strangers)) {
            Interaction command = li.command(place, "/ask", "why?");
            posts(whispered(place, ""), by(place, command), said("An answer."));
            assertThat(place.ephemeral(li)).extracting(SlackMessage::text).containsExactly("An answer.");
            assertThat(place.botMessages()).isEmpty();
        }
    }

    @Test
    void answersAShortcutInTheThreadOfItsMessage() {
        SlackMessage message = li.says(general, "It was sold in May.");
        li.replies(message, "Was it?");
        Interaction shortcut = li.shortcut(message, "ask_about");
        posts(whispered(general, message.ts()), by(general, shortcut), said("An answer."));
        assertThat(general.ephemeral(li)).singleElement()
                .satisfies(one -> assertThat(one.thread()).isEqualTo(message.ts()));
    }

    @Test
    void anAddressThatIsUsedUpOrTooOldIsGone() {
        Interaction command = li.command(general, "/ask", "why?");
        MessageId answering = by(general, command);
        for (int i = 0; i < 5; i++) {
            posts(whispered(general, ""), answering, said("x"));
        }
        assertThat(slack.post(whispered(general, ""), answering, said("x"), "k")).isEqualTo(GONE);
        Interaction other = li.command(general, "/ask", "why?");
        clock.forward(Duration.ofMinutes(31));
        assertThat(slack.post(whispered(general, ""), by(general, other), said("x"), "k")).isEqualTo(GONE);
    }

    @Test
    void neverAsksAnAddressThatIsNotSlacks() {
        for (String url : List.of("http://169.254.169.254/", "https://slack.com.evil.example/", "nonsense",
                "http://hooks.slack.com/x")) {
            assertThat(slack.post(whispered(general, ""), new MessageId(general.id(), "u" + url), said("x"), "k"))
                    .isEqualTo(GONE);
        }
    }

    @Test
    void sharesAnAnswerInTheChannelAndByItsAddressWhereItIsNoMember() {
        Interaction here = li.command(general, "/ask", "why?");
        posts(place(general, ""), by(general, here), said("Shared."));
        assertThat(general.botMessages()).extracting(SlackMessage::text).containsExactly("Shared.");
        Interaction there = li.command(strangers, "/ask", "why?");
        posts(place(strangers, ""), by(strangers, there), said("Shared."));
        assertThat(strangers.botMessages()).extracting(SlackMessage::text).containsExactly("Shared.");
        assertThat(slack.post(place(strangers, ""), null, said("x"), "k")).isEqualTo(GONE);
    }

    @Test
    void whispersWithoutAnAddressWhereItIsAMember() {
        posts(whispered(general, ""), null, said("Only for you."));
        assertThat(general.ephemeral(li)).extracting(SlackMessage::text).containsExactly("Only for you.");
        assertThat(slack.post(whispered(strangers, ""), null, said("x"), "k")).isEqualTo(GONE);
    }

    @Test
    void replacesWhatOnePersonSeesByAPressOnIt() {
        Interaction command = li.command(general, "/ask", "why?");
        posts(whispered(general, ""), by(general, command),
                Post.of(Message.plain("Page 1"), List.of(List.of(new Button("more", new Action.Page(7, 1))))));
        Interaction press = li.presses(general.ephemeral(li).getFirst(), "more");
        MessageId pressed = by(general, press);
        assertThat(slack.edit(whispered(general, ""), pressed, said("Page 2"))).isEqualTo(new Posted.Sent(pressed));
        assertThat(general.ephemeral(li)).extracting(SlackMessage::text).containsExactly("Page 2");
    }

    @Test
    void toastsOnlyWhoPressed() {
        MessageId message = posts(place(general, ""), null,
                Post.of(Message.plain("x"), List.of(List.of(new Button("more", new Action.Page(7, 1))))));
        Interaction press = li.presses(general.find(message.id()).orElseThrow(), "more");
        slack.acknowledge(press.triggerId() + " " + press.responseUrl(), null);
        assertThat(general.ephemeral(li)).isEmpty();
        slack.acknowledge(press.triggerId() + " " + press.responseUrl(), "Thanks <!here>.");
        slack.acknowledge(press.triggerId() + " " + press.responseUrl() + " " + message.id(), "in the thread");
        slack.acknowledge(press.triggerId(), "to nobody");
        assertThat(general.ephemeral(li)).extracting(SlackMessage::text).containsExactly("Thanks <!here>.",
                "in the thread");
        assertThat(general.ephemeral(li).getLast().thread()).isEqualTo(message.id());
        assertThat(general.find(message.id()).orElseThrow().text()).isEqualTo("x");
    }

    private Surface.Window window(Interaction press, Surface.@Nullable Field field) {
        return new Surface.Window(press.triggerId() + " " + press.responseUrl(),
                "A title that is longer than it may be",
                Message.plain("Ask about it."), List.of(List.of(new Button("Why?", new Action.Ask("abc", 0))),
                        List.of(new Button("Who?", new Action.Ask("abc", 1)))),
                field);
    }

    @ParameterizedTest
    @CsvSource({"When?,Question[text=When?]", "'','action=Ask[article=abc, number=1]]'"})
    void opensAWindowInWhichAQuestionIsChosenOrWritten(String own, String wanted) {
        Interaction command = li.command(general, "/ask", "");
        Posted shown = slack.show(whispered(general, ""), window(command, new Surface.Field("Your own", "Send")));
        View view = li.view().orElseThrow();
        assertThat(shown).isEqualTo(new Posted.Sent(
                new MessageId(general.id(), "v" + view.id() + " A title that is longer than it may be")));
        assertThat(view.title()).hasSizeLessThanOrEqualTo(24).startsWith("A title that is");
        assertThat(view.text()).startsWith("Ask about it.");
        assertThat(view.inputs()).containsExactly("A title that is longer than it may be", "Your own");
        assertThat(view.submit()).isEqualTo("Send");
        Interaction sent = li.submits(Map.of("own", own, "choice", "Who?"));
        SlackReader reader = new SlackReader(new SlackBot(server.team(), server.bot().id()), _ -> false);
        assertThat(reader.read(sent.payload()).orElseThrow()).satisfies(delivery -> {
            assertThat(delivery.place()).isEqualTo(whispered(general, ""));
            assertThat(delivery.message()).isEqualTo(by(general, command));
            assertThat(delivery.incoming()).asString().endsWith(wanted);
        });
    }

    @Test
    void changesAWindowInWhichAButtonWasPressed() {
        MessageId message = posts(place(general, ""), null,
                Post.of(Message.plain("x"), List.of(List.of(new Button("Bad", new Action.Vote(7, false))))));
        Interaction press = li.presses(general.find(message.id()).orElseThrow(), "Bad");
        assertThat(slack.show(place(general, message.id()), window(press, null))).isInstanceOf(Posted.Sent.class);
        Interaction inside = li.presses(li.view().orElseThrow(), "Who?");
        SlackReader reader = new SlackReader(new SlackBot(server.team(), server.bot().id()), _ -> false);
        MessageId pressed = reader.read(inside.payload()).map(Delivery::message).orElseThrow();
        assertThat(slack.edit(place(general, message.id()), pressed, said("Thanks.")))
                .isEqualTo(new Posted.Sent(pressed));
        assertThat(li.view().orElseThrow().text()).isEqualTo("Thanks.");
        assertThat(li.view().orElseThrow().title()).startsWith("A title that is");
    }

    @Test
    void showsInAMessageWhatComesTooLateForAWindow() {
        Interaction command = li.command(general, "/ask", "");
        clock.forward(Duration.ofSeconds(4));
        Surface.Window late = window(command, new Surface.Field("Your own", "Send"));
        assertThat(slack.show(whispered(general, ""), late)).isInstanceOf(Posted.Sent.class);
        assertThat(li.view()).isEmpty();
        assertThat(general.ephemeral(li)).singleElement()
                .satisfies(one -> assertThat(one.buttons()).containsExactly("Why?", "Who?"));
        Surface.Window nowhere = new Surface.Window("forged", "t", Message.plain("x"), List.of(), null);
        assertThat(slack.show(whispered(general, ""), nowhere))
                .isEqualTo(new Posted.Refused(Posted.Reason.REJECTED));
    }

    @Test
    void offersQuestionsAndShowsItsPage() {
        List<String> questions = List.of("Why " + "so ".repeat(40) + "late?", "b", "c", "d", "e");
        assertThat(slack.show(place(dm, ""), new Surface.Prompts("Ask", questions))).isInstanceOf(Posted.Sent.class);
        assertThat(dm.sessions().prompts("")).hasSize(4).first().satisfies(prompt -> {
            assertThat(prompt.title()).hasSizeLessThanOrEqualTo(75);
            assertThat(prompt.message()).isEqualTo(questions.getFirst());
        });
        String thread = li.startsThread();
        slack.show(place(dm, thread), new Surface.Prompts("Ask", List.of("b")));
        assertThat(dm.sessions().prompts(thread)).hasSize(1);
        slack.show(place(dm, ""), new Surface.Page(li.id(), Message.plain("The article"),
                List.of(List.of(new Button("Why?", new Action.Ask("abc", 0))))));
        assertThat(li.home().orElseThrow().text()).isEqualTo("The article");
        assertThat(li.home().orElseThrow().buttons()).containsExactly("Why?");
    }

    @Test
    void showsInASessionThatItIsAtWork() {
        SlackMessage question = li.says(dm, "why?");
        Place thread = place(dm, question.ts());
        slack.typing(thread, "why?");
        slack.typing(thread, "why?");
        assertThat(dm.sessions().statuses()).extracting(Sessions.Status::status).containsExactly("processing");
        assertThat(dm.sessions().title(question.ts())).isEqualTo("why?");
        clock.forward(Duration.ofSeconds(61));
        slack.typing(thread, "why?");
        slack.rest(thread);
        slack.rest(thread);
        slack.rest(place(general, "1.2"));
        slack.typing(whispered(general, "1.2"), "why?");
        slack.typing(place(dm, ""), "why?");
        assertThat(dm.sessions().statuses()).extracting(Sessions.Status::status).containsExactly("processing",
                "processing", "active");
        assertThat(general.sessions().statuses()).isEmpty();
    }

    @Test
    void showsItAsAssistantsDoWhereItIsNoAgent() {
        server.fail("agents.sessions.setStatus", Fault.refuses("feature_not_enabled"));
        SlackMessage question = li.says(dm, "why?");
        Place thread = place(dm, question.ts());
        slack.typing(thread, "why?");
        assertThat(dm.sessions().status(question.ts())).isEqualTo("is reading, as it were");
        assertThat(dm.sessions().statuses()).singleElement()
                .satisfies(status -> assertThat(status.loading()).isEqualTo(SlackBots.LOADING));
        assertThat(dm.sessions().title(question.ts())).isEqualTo("why?");
        slack.rest(thread);
        assertThat(dm.sessions().status(question.ts())).isEmpty();
        slack.typing(thread, "why?");
        assertThat(server.sent("agents.sessions.setStatus")).hasSize(1);
    }

    @Test
    void anAgentStaysOneWhenSlackHasTroubleOrTheChannelIsGone() {
        server.fail("agents.sessions.setStatus", new Fault.Html(502), Fault.refuses("channel_not_found"));
        SlackMessage question = li.says(dm, "why?");
        slack.typing(place(dm, question.ts()), "why?");
        slack.typing(place(strangers, "1.2"), "why?");
        clock.forward(Duration.ofSeconds(61));
        slack.typing(place(dm, question.ts()), "why?");
        assertThat(dm.sessions().status(question.ts())).isEqualTo("processing");
    }

    @Test
    void putsSignsOnMessagesOnly() {
        SlackMessage question = li.asks(general, "why?");
        MessageId message = new MessageId(general.id(), question.ts());
        assertThat(slack.react(place(general, ""), message, Reaction.SEEN)).isTrue();
        assertThat(slack.react(place(general, ""), message, Reaction.SEEN)).isTrue();
        assertThat(slack.react(place(general, ""), message, Reaction.TOO_MANY)).isTrue();
        assertThat(question.reactions()).containsExactly("eyes", "zzz");
        assertThat(slack.react(place(general, ""), new MessageId(general.id(), "uhttp://x"), Reaction.SEEN)).isFalse();
    }

    @Test
    void asksForALanguageOnce() {
        dev.pilcrow.chat.Person person = new dev.pilcrow.chat.Person(li.id(), null);
        assertThat(slack.language(person)).contains("zh-CN");
        assertThat(slack.language(person)).contains("zh-CN");
        assertThat(slack.language(new dev.pilcrow.chat.Person("U0NOBODY", null))).isEmpty();
        assertThat(slack.language(new dev.pilcrow.chat.Person("U0NOBODY", null))).isEmpty();
        assertThat(server.sent("users.info")).hasSize(2);
    }

    @Test
    void sparesAChannelAsLongAsSlackWants() {
        server.fail("chat.postMessage", Fault.tooMany(20));
        assertThat(slack.post(place(general, ""), null, said("x"), "k"))
                .isEqualTo(new Posted.Later(Duration.ofSeconds(20)));
        assertThat(slack.post(place(general, ""), null, said("x"), "k"))
                .isEqualTo(new Posted.Later(Duration.ofSeconds(20)));
        posts(place(dm, ""), null, said("elsewhere"));
        assertThat(server.sent("chat.postMessage")).hasSize(2);
        clock.forward(Duration.ofSeconds(20));
        posts(place(general, ""), null, said("x"));
    }

    @Test
    void tellsWhatItDoesNotKnow() {
        server.fail("chat.postMessage", new Fault.Html(502), new Fault.Garbage(), new Fault.Halves(),
                new Fault.BreaksAfter(), Fault.refuses("fatal_error"));
        for (int i = 0; i < 5; i++) {
            assertThat(slack.post(place(dm, ""), null, said("x"), "k")).isEqualTo(new Posted.Unknown());
        }
        Interaction command = li.command(general, "/ask", "why?");
        server.fail("response_url", new Fault.Html(500), new Fault.BreaksAfter());
        for (int i = 0; i < 2; i++) {
            assertThat(slack.post(whispered(general, ""), by(general, command), said("x"), "k"))
                    .isEqualTo(new Posted.Unknown());
        }
        assertThat(general.ephemeral(li)).hasSize(1);
    }

    @Test
    void comesAgainLaterWhenSlackDoesNotKnowIt() {
        server.fail("chat.postMessage", Fault.refuses("invalid_auth"));
        assertThat(slack.post(place(dm, ""), null, said("x"), "k"))
                .isEqualTo(new Posted.Later(Duration.ofSeconds(30)));
    }

    @Test
    void comesAgainLaterWhenSlackCannotBeReached() {
        server.offline(true);
        assertThat(slack.post(place(dm, ""), null, said("x"), "k")).isEqualTo(new Posted.Later(Duration.ofSeconds(2)));
        server.offline(false);
        posts(place(dm, ""), null, said("x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_archived", "channel_not_found", "not_in_channel", "restricted_action_read_only_channel",
            "messages_tab_disabled"})
    void tellsThatAChannelIsGone(String error) {
        server.fail("chat.postMessage", Fault.refuses(error));
        assertThat(slack.post(place(general, ""), null, said("x"), "k")).isEqualTo(GONE);
    }

    @Test
    void doesWithoutTheBlocksThatSlackDoesNotTake() {
        server.fail("chat.postMessage", Fault.refuses("invalid_blocks"));
        Post post = Post.of(Message.plain("x"), List.of(List.of(new Button("Good", new Action.Vote(7, true)),
                new Button("Bad", new Action.Vote(7, false)))));
        posts(place(dm, ""), null, post);
        assertThat(dm.last().json().path("blocks").path(1).path("type").asText()).isEqualTo("actions");
        posts(place(dm, ""), null, post);
        assertThat(dm.last().json().path("blocks").path(1).path("type").asText()).isEqualTo("actions");
        assertThat(server.sent("chat.postMessage")).hasSize(3);
    }

    @Test
    void refusesWhatSlackDoesNotTakeAtAll() {
        server.fail("chat.postMessage", Fault.refuses("msg_too_long"));
        assertThat(slack.post(place(dm, ""), null, said("x"), "k"))
                .isEqualTo(new Posted.Refused(Posted.Reason.REJECTED));
    }

    @Test
    void aMessageThatGrowsGivesWayToOnesThatAreFinished() {
        slack.close();
        slack = with(new SlackLimits(new SlackLimits.Rate(9, 9, Duration.ofSeconds(1)),
                new SlackLimits.Rate(4, 1, Duration.ofMinutes(1)), 2, Duration.ofMillis(100), Duration.ZERO,
                Duration.ZERO));
        MessageId message = posts(place(dm, ""), null, said("x"));
        Post growing = Post.of(Message.plain("growing"), List.of(List.of(STOP)));
        List<Posted> grown = List.of(slack.edit(place(dm, ""), message, growing),
                slack.edit(place(dm, ""), message, growing), slack.edit(place(dm, ""), message, growing));
        assertThat(grown.subList(0, 2)).containsOnly(new Posted.Sent(message));
        assertThat(grown.getLast()).isInstanceOfSatisfying(Posted.Later.class,
                later -> assertThat(later.delay()).isPositive());
        assertThat(slack.edit(place(dm, ""), message, said("done"))).isEqualTo(new Posted.Sent(message));
        assertThat(slack.edit(place(dm, ""), message, said("done"))).isEqualTo(new Posted.Sent(message));
        assertThat(slack.edit(place(dm, ""), message, said("done"))).isInstanceOf(Posted.Later.class);
    }

    @Test
    void anInterruptEndsAWaitAndLeavesTheThreadInterrupted() throws Exception {
        server.hang(true);
        Thread thread = Thread.ofVirtual().start(() -> {
            Posted posted = slack.post(place(dm, ""), null, said("x"), "k");
            assertThat(posted).isInstanceOf(Posted.Unknown.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            clock.forward(Duration.ofDays(1));
        });
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        Instant before = clock.instant();
        thread.interrupt();
        thread.join(Duration.ofSeconds(3));
        assertThat(thread.isAlive()).isFalse();
        assertThat(clock.instant()).isAfter(before.plus(Duration.ofHours(23)));
        server.hang(false);
    }
}
