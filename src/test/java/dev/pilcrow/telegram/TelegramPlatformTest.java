package dev.pilcrow.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pilcrow.BesideOthers;
import dev.pilcrow.Secret;
import dev.pilcrow.chat.Action;
import dev.pilcrow.chat.Button;
import dev.pilcrow.chat.Delivery;
import dev.pilcrow.chat.Health;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.MessageId;
import dev.pilcrow.chat.Place;
import dev.pilcrow.chat.Post;
import dev.pilcrow.chat.Posted;
import dev.pilcrow.chat.Reaction;
import dev.pilcrow.chat.Span;
import dev.pilcrow.standin.Fault;
import dev.pilcrow.standin.Request;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.ChatMessage;
import dev.pilcrow.telegram.server.Press;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.telegram.server.TelegramServer;
import dev.pilcrow.telegram.server.Topic;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@BesideOthers
class TelegramPlatformTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Posted UNKNOWN = new Posted.Unknown();
    private static final Posted GONE = new Posted.Refused(Posted.Reason.GONE);
    private static final Posted MISSING = new Posted.Refused(Posted.Reason.MISSING);

    private final TelegramServer server = TelegramServer.start(Setup.usual().topics(true));
    private final Account li = server.person("Li", "zh-hans");
    private final Journal journal = new Journal();
    private TelegramPlatform telegram = platform(TelegramLimits.unlimited());

    private TelegramPlatform platform(TelegramLimits limits) {
        return new TelegramPlatform(
                new TelegramSettings(new Secret(server.token()), URI.create(server.url()), null, Map.of(),
                        limits, InstantSource.system()));
    }

    @AfterEach
    void close() {
        telegram.close();
        server.close();
        assertThat(server.violations()).isEmpty();
    }

    /// What the bot is told of a message.
    private Delivery heard(ChatMessage message) {
        if (telegram.health() != Health.GOOD) {
            telegram.start(journal);
        }
        String id = Integer.toString(message.id());
        return await().atMost(SOON).until(() -> journal.kept().stream()
                .filter(one -> one.message() != null && one.message().id().equals(id)
                        && one.message().chat().equals(Long.toString(message.chat().id())))
                .findFirst(), Optional::isPresent).orElseThrow();
    }

    private static Post said(String text) {
        return Post.of(Message.plain(text));
    }

    private Place dm() {
        return new Place("telegram", "1", Long.toString(server.dm(li).id()), "", true);
    }

    private static Place place(Chat group) {
        return new Place("telegram", "1", Long.toString(group.id()), "", false);
    }

    private static MessageId sent(Posted posted) {
        assertThat(posted).isInstanceOf(Posted.Sent.class);
        return ((Posted.Sent) posted).message();
    }

    private static MessageId id(ChatMessage message) {
        return new MessageId(Long.toString(message.chat().id()), Integer.toString(message.id()));
    }

    @Test
    void postsWhatItIsGivenAndChangesIt() {
        Post first = Post.of(new Message.Builder().add("Reading", Span.Style.BOLD).add(" …").build(),
                List.of(List.of(new Button("Stop", new Action.Stop(7)))));
        MessageId message = sent(telegram.post(dm(), new MessageId(dm().chat(), "1"), first, "key"));
        ChatMessage shown = server.dm(li).last();
        assertThat(message).isEqualTo(id(shown));
        assertThat(shown.text()).isEqualTo("Reading …");
        assertThat(shown.marked("bold")).containsExactly("Reading");
        assertThat(shown.data("Stop")).isEqualTo("stop:7");
        assertThat(shown.replyTo()).isZero();
        assertThat(sent(telegram.edit(dm(), message, said("An answer.")))).isEqualTo(message);
        assertThat(shown.now().text()).isEqualTo("An answer.");
        assertThat(shown.now().buttons()).isEmpty();
        assertThat(server.sent("sendMessage").getLast().body().path("link_preview_options").path("is_disabled")
                .asBoolean())
                .isTrue();
        assertThat(server.sent("editMessageText").getLast().body().path("link_preview_options").path("is_disabled")
                .asBoolean()).isTrue();
    }

    @Test
    void countsHowOftenTelegramWantsToBeSpared() {
        server.fail("sendMessage", Fault.tooMany(3));
        assertThat(telegram.post(dm(), null, said("x"), "key")).isInstanceOf(Posted.Later.class);
        assertThat(telegram.post(dm(), null, said("x"), "key")).as("not sent").isInstanceOf(Posted.Later.class);
        assertThat(telegram.pauses().count()).isEqualTo(1);
        assertThat(telegram.pauses().total()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void takesAChangeToWhatStandsThereAlreadyForDone() {
        MessageId message = sent(telegram.post(dm(), null, said("same"), "key"));
        assertThat(telegram.edit(dm(), message, said("same"))).isEqualTo(new Posted.Sent(message));
    }

    @Test
    void saysThatAMessageIsMissing() {
        MessageId message = sent(telegram.post(dm(), null, said("x"), "key"));
        li.deletes(server.dm(li).last());
        assertThat(telegram.edit(dm(), message, said("y"))).isEqualTo(MISSING);
        ChatMessage foreign = li.says(server.dm(li), "mine");
        assertThat(telegram.edit(dm(), id(foreign), said("y"))).isEqualTo(MISSING);
    }

    @Test
    void letsNothingActThatStandsInATextOrOnAButton() {
        String hostile = "@everyone /reset https://evil.example t.me/x #tag $TSLA a@b.org evil.com";
        telegram.post(dm(), null, Post.of(new Message.Builder().add(hostile).add("\n/help", Span.Style.COMMAND).build(),
                List.of(List.of(new Button(hostile, new Action.Stop(1))))), "key");
        ChatMessage shown = server.dm(li).last();
        assertThat(shown.entities()).singleElement().satisfies(one -> assertThat(one.type()).isEqualTo("bot_command"));
        assertThat(shown.marked("bot_command")).containsExactly("/help");
    }

    @Test
    void repliesInGroupsToWhatItAnswers() {
        Chat group = server.supergroup("Readers");
        ChatMessage question = li.says(group, "/ask why?");
        telegram.post(place(group), id(question), said("because"), "key");
        assertThat(question.answers()).singleElement().extracting(ChatMessage::text).isEqualTo("because");
    }

    @Test
    void postsInAGroupEvenWhenTheQuestionIsGone() {
        Chat group = server.supergroup("Readers");
        ChatMessage question = li.says(group, "/ask why?");
        li.deletes(question);
        sent(telegram.post(place(group), id(question), said("because"), "key"));
        assertThat(group.last().text()).isEqualTo("because");
    }

    @Test
    void postsInTheTopicOfAForumAndInItsGeneralOne() {
        Chat forum = server.forum("Readers");
        Topic news = forum.topic("News");
        Delivery question = heard(li.says(news, "/ask why?"));
        telegram.post(question.place(), question.message(), said("in News"), "key");
        assertThat(news.messages()).last().extracting(ChatMessage::text).isEqualTo("in News");
        ChatMessage inGeneral = li.says(forum, "/ask why?");
        Delivery general = heard(inGeneral);
        telegram.post(general.place(), general.message(), said("in General"), "key");
        assertThat(server.sent("sendMessage").getLast().body().has("message_thread_id")).isFalse();
        assertThat(forum.last().replyTo()).isEqualTo(inGeneral.id());
        telegram.typing(question.place(), "why?");
        assertThat(server.sent("sendChatAction").getLast().body().path("message_thread_id").asInt())
                .isEqualTo(news.topic());
    }

    @Test
    void postsInTheTopicOfAPrivateChat() {
        Topic topic = server.dm(li).topic("Ports");
        Delivery question = heard(li.says(topic, "why?"));
        sent(telegram.post(question.place(), question.message(), said("because"), "key"));
        assertThat(topic.messages()).last().extracting(ChatMessage::text).isEqualTo("because");
    }

    @Test
    void staysUnderAChannelsPostWhateverIsDeleted() {
        Chat channel = server.channel("News");
        Chat comments = channel.discussion();
        channel.post("The article says: the port was sold.");
        ChatMessage forwarded = comments.last();
        ChatMessage question = li.replies(forwarded, "/ask why?");
        Delivery heard = heard(question);
        assertThat(heard.root()).isNotNull();
        telegram.post(heard.place(), heard.message(), said("first"), "key");
        assertThat(comments.last()).satisfies(one -> {
            assertThat(one.replyTo()).isEqualTo(question.id());
            assertThat(one.thread()).isEqualTo(forwarded.id());
        });
        li.deletes(question);
        telegram.post(heard.place(), heard.message(), said("second"), "key");
        assertThat(comments.last()).satisfies(one -> {
            assertThat(one.text()).isEqualTo("second");
            assertThat(one.replyTo()).isEqualTo(forwarded.id());
        });
        li.deletes(forwarded);
        sent(telegram.post(heard.place(), heard.message(), said("third"), "key"));
        assertThat(comments.last().text()).isEqualTo("third");
    }

    @Test
    void quotesTheWordsOfAnotherMessageWhereItStillHasThem() {
        Chat group = server.supergroup("Readers");
        ChatMessage article = li.says(group, "The port was sold in May.");
        ChatMessage question = li.says(group, "/ask when?");
        Post quoting = new Post(Message.plain("In May."), List.of(), new Post.Quote(id(article), "sold in May"));
        telegram.post(place(group), id(question), quoting, "key");
        assertThat(group.last().quote()).isEqualTo("sold in May");
        assertThat(group.last().replyTo()).isEqualTo(article.id());
        li.edits(article, "The port was sold in June.");
        telegram.post(place(group), id(question), quoting, "key");
        assertThat(group.last().quote()).isEmpty();
        assertThat(group.last().replyTo()).isEqualTo(question.id());
    }

    @Test
    void saysThatItMayNoLongerWriteThere() {
        Chat group = server.supergroup("Readers");
        group.kicksBot(li);
        assertThat(telegram.post(place(group), null, said("x"), "key")).isEqualTo(GONE);
        li.blocks();
        assertThat(telegram.post(dm(), null, said("x"), "key")).isEqualTo(GONE);
        li.unblocks();
        sent(telegram.post(dm(), null, said("x"), "key"));
        li.leavesTelegram();
        assertThat(telegram.post(dm(), null, said("x"), "key")).isEqualTo(GONE);
        Chat lost = server.supergroup("Lost");
        lost.vanishes();
        assertThat(telegram.post(place(lost), null, said("x"), "key")).isEqualTo(GONE);
        Topic closed = server.forum("Forum").topic("Closed");
        closed.close();
        assertThat(telegram.post(
                new Place("telegram", "1", Long.toString(closed.chat().id()), "t" + closed.topic(), false),
                null, said("x"), "key")).isEqualTo(GONE);
    }

    @Test
    void followsAGroupThatHasAnotherIdNowAndTellsSoOnce() {
        telegram.start(journal);
        await().atMost(SOON).until(() -> telegram.health() == Health.GOOD);
        telegram.stop();
        Chat group = server.group("Readers");
        MessageId old = sent(telegram.post(place(group), null, said("before"), "key"));
        Chat supergroup = group.migrates(li);
        MessageId message = sent(telegram.post(place(group), old, said("after"), "key"));
        assertThat(message.chat()).isEqualTo(Long.toString(supergroup.id()));
        assertThat(supergroup.last().text()).isEqualTo("after");
        sent(telegram.post(place(group), null, said("again"), "key"));
        assertThat(server.sent("sendMessage").getLast().text("chat_id")).isEqualTo(message.chat());
        assertThat(telegram.edit(place(group), old, said("x"))).isEqualTo(MISSING);
        assertThat(journal.incoming()).containsExactly(new Incoming.Moved(message.chat()));
        assertThat(journal.kept().getFirst().place().chat()).isEqualTo(Long.toString(group.id()));
    }

    @Test
    void doesNotChangeAMessageOfAGroupThatHasMoved() {
        Chat group = server.group("Readers");
        MessageId old = sent(telegram.post(place(group), null, said("before"), "key"));
        group.migrates(li);
        assertThat(telegram.edit(place(group), old, said("x"))).isEqualTo(MISSING);
    }

    static Stream<Fault> unclear() {
        return Stream.of(new Fault.Html(502), new Fault.BreaksBefore(), new Fault.BreaksAfter(), new Fault.Halves(),
                new Fault.Garbage(), new Fault.Refuses(500, "Internal Server Error", 0),
                new Fault.Slow(Duration.ofSeconds(12)));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void neverSendsAgainByItselfWhatMayHaveArrived(Fault fault) {
        sent(telegram.post(dm(), null, said("so that there is a connection"), "key"));
        server.fail("sendMessage", fault);
        assertThat(telegram.post(dm(), null, said("x"), "key")).isEqualTo(UNKNOWN);
        assertThat(server.counts()).containsEntry("sendMessage", 2);
        sent(telegram.post(dm(), null, said("y"), "key"));
    }

    @ParameterizedTest
    @CsvSource({"400,Bad Request: message text is wrong,REJECTED",
            "400,Bad Request: not enough rights to send text,GONE",
            "400,Bad Request: PEER_ID_INVALID,GONE", "403,Forbidden: CHAT_WRITE_FORBIDDEN,GONE",
            "400,Bad Request: group chat was deactivated,GONE", "413,Request Entity Too Large,REJECTED",
            "400,Bad Request: MESSAGE_ID_INVALID,MISSING", "400,Bad Request: BUTTON_DATA_INVALID,REJECTED"})
    void tellsWhyTelegramRefuses(int code, String description, Posted.Reason reason) {
        server.fail("sendMessage", new Fault.Refuses(code, description, 0));
        assertThat(telegram.post(dm(), null, said("x"), "key")).isEqualTo(new Posted.Refused(reason));
        assertThat(server.counts()).containsEntry("sendMessage", 1);
    }

    @Test
    void comesLaterWhenTelegramCannotBeReached() {
        server.offline(true);
        assertThat(telegram.post(dm(), null, said("x"), "key")).isEqualTo(new Posted.Later(Duration.ofSeconds(2)));
        assertThat(telegram.edit(place(server.supergroup("Readers")), new MessageId("-1", "1"), said("x")))
                .isInstanceOf(Posted.Later.class);
    }

    @Test
    void comesLaterWhenTheTokenIsNotAccepted() {
        server.fail("sendMessage", new Fault.Refuses(401, "Unauthorized", 0));
        assertThat(telegram.post(dm(), null, said("x"), "key")).isEqualTo(new Posted.Later(Duration.ofSeconds(30)));
    }

    @Test
    void sparesAChatAsLongAsTelegramWantsAndNoOther() {
        server.fail("editMessageText", Fault.tooMany(2));
        MessageId message = sent(telegram.post(dm(), null, said("x"), "key"));
        assertThat(telegram.edit(dm(), message, said("y"))).isEqualTo(new Posted.Later(Duration.ofSeconds(2)));
        assertThat(telegram.edit(dm(), message, said("z"))).isInstanceOfSatisfying(Posted.Later.class,
                later -> assertThat(later.delay()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(2)));
        assertThat(telegram.post(dm(), null, said("z"), "key")).isInstanceOf(Posted.Later.class);
        telegram.typing(dm(), "why?");
        assertThat(telegram.react(dm(), message, Reaction.SEEN)).isFalse();
        assertThat(server.counts()).containsEntry("editMessageText", 1).containsEntry("sendMessage", 1)
                .doesNotContainKeys("sendChatAction", "setMessageReaction");
        sent(telegram.post(place(server.supergroup("Others")), null, said("x"), "key"));
        await().atMost(SOON).untilAsserted(() -> sent(telegram.edit(dm(), message, said("z"))));
    }

    @Test
    void keepsWithinWhatTelegramAllows() throws Exception {
        telegram = platform(TelegramLimits.usual());
        Chat group = server.supergroup("Readers");
        List<Posted> posted = all(
                IntStream.range(0, 30).mapToObj(i -> () -> telegram.post(place(group), null, said("" + i), "key")));
        assertThat(posted.stream().filter(Posted.Sent.class::isInstance)).hasSize(10);
        assertThat(posted.stream().filter(Posted.Later.class::isInstance)).hasSize(20);
        assertThat(server.counts()).containsEntry("sendMessage", 10);
        long before = System.nanoTime();
        IntStream.range(0, 7).forEach(i -> sent(telegram.post(dm(), null, said("" + i), "key")));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(1500),
                Duration.ofSeconds(4));
    }

    @Test
    void sendsOneAfterTheOtherInAChatAndAtOnceInMany() throws Exception {
        server.failAtRandom("sendMessage", 1, new Random(1), new Fault.Slow(Duration.ofMillis(200)));
        long before = System.nanoTime();
        all(IntStream.range(0, 5).mapToObj(i -> () -> telegram.post(dm(), null, said("" + i), "key")));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        List<Account> people = IntStream.range(0, 50).mapToObj(i -> server.person("P" + i, null)).toList();
        people.forEach(server::dm);
        before = System.nanoTime();
        List<Posted> posted = all(people.stream().map(person -> () -> telegram.post(
                new Place("telegram", "1", Long.toString(server.dm(person).id()), "", true), null, said("x"), "key")));
        assertThat(posted).allMatch(Posted.Sent.class::isInstance);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    private static List<Posted> all(Stream<Callable<Posted>> tasks) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Posted> posted = new ArrayList<>();
            for (Future<Posted> future : threads.invokeAll(tasks.toList())) {
                posted.add(future.get());
            }
            return posted;
        }
    }

    @Test
    void endsAWaitWhenItIsInterrupted() throws InterruptedException {
        server.hang(true);
        boolean[] interrupted = new boolean[1];
        Thread thread = Thread.startVirtualThread(() -> {
            telegram.post(dm(), null, said("x"), "key");
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(2))).isTrue();
        assertThat(interrupted[0]).isTrue();
        server.hang(false);
    }

    @Test
    void setsItsSignsWhereTheyAreAllowed() {
        Chat group = server.supergroup("Readers");
        ChatMessage question = li.says(group, "/ask why?");
        assertThat(telegram.react(place(group), id(question), Reaction.SEEN)).isTrue();
        assertThat(server.reactions(question)).containsExactly("👀");
        assertThat(telegram.react(place(group), id(question), Reaction.TOO_MANY)).isTrue();
        assertThat(server.reactions(question)).containsExactly("😴");
        group.allowsReactions("👍");
        assertThat(telegram.react(place(group), id(question), Reaction.SEEN)).isFalse();
        server.offline(true);
        assertThat(telegram.react(place(group), id(question), Reaction.SEEN)).isFalse();
    }

    @Test
    void answersThePressOfAButton() {
        telegram.start(journal);
        telegram.post(dm(), null,
                Post.of(Message.plain("x"), List.of(List.of(new Button("[1]", new Action.Show(1, 1))))), "key");
        Press press = li.presses(server.dm(li).last(), "[1]");
        await().atMost(SOON).until(() -> !journal.kept().isEmpty());
        Incoming.Pressed pressed = (Incoming.Pressed) journal.incoming().getFirst();
        assertThat(pressed.action()).isEqualTo(new Action.Show(1, 1));
        telegram.acknowledge(pressed.press(), "很".repeat(300));
        assertThat(press.isAnswered()).isTrue();
        assertThat(press.toast()).isEqualTo("很".repeat(199) + "…");
        telegram.acknowledge(pressed.press(), null);
        telegram.acknowledge("no such press", null);
    }

    @Test
    void showsThatItIsAtWork() {
        telegram.typing(dm(), "why?");
        assertThat(server.dm(li).typing()).isEqualTo(1);
        server.offline(true);
        telegram.typing(dm(), "why?");
    }

    @Test
    void takesItsMessageForSentWhateverTelegramSaysOfWhatItRepliesTo() {
        Chat group = server.supergroup("Readers");
        ChatMessage question = li.says(group, "/ask why?");
        question.json().putObject("gift").putObject("gift").put("id", "no sticker");
        sent(telegram.post(place(group), id(question), said("because"), "key"));
    }

    @Test
    void cutsWhatIsTooLongRatherThanFail() {
        sent(telegram.post(dm(), null, said("字".repeat(9000)), "key"));
        assertThat(server.dm(li).last().text()).hasSize(4096);
        sent(telegram.post(dm(), null, said("\u200B"), "key"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void growsNoFasterThanThePlaceAllows(boolean isPrivate) {
        telegram = platform(TelegramLimits.usual());
        assertThat(telegram.pace(new Place("telegram", "1", "5", "", isPrivate)))
                .isEqualTo(isPrivate ? Duration.ofMillis(1500) : Duration.ofSeconds(4));
        assertThat(telegram.longestText()).isEqualTo(4096);
        assertThat(telegram.name()).isEqualTo("telegram");
    }

    @Test
    void asksForNothingThatTheDocumentsDoNotHave() {
        telegram.post(dm(), null, said("x"), "key");
        Request request = server.sent("sendMessage").getLast();
        assertThat(request.status()).isEqualTo(200);
        assertThat(request.body().has("reply_parameters")).isFalse();
        assertThat(request.body().has("message_thread_id")).isFalse();
        assertThat(request.body().has("parse_mode")).isFalse();
    }
}
