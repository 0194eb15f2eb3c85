package dev.pilcrow.telegram;

import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.chat.TestScreen;
import dev.pilcrow.conversation.Conversations;
import dev.pilcrow.desk.Desk;
import dev.pilcrow.desk.Shelf;
import dev.pilcrow.inbox.EchoRespondent;
import dev.pilcrow.inbox.Respondent;
import dev.pilcrow.search.Search;
import dev.pilcrow.search.VectorStore;
import dev.pilcrow.store.Store;
import dev.pilcrow.telegram.server.Account;
import dev.pilcrow.telegram.server.Chat;
import dev.pilcrow.telegram.server.Setup;
import dev.pilcrow.wording.Wordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/// How many questions a second a bot answers, with the stand-in for Telegram in the same process: distinct ones, one that is
/// repeated, and, as a control, those of an answerer that does nothing. Nothing is kept of answers, as there is no model.
///
/// Arguments: how many seconds each is measured. It prints one line.
final class LoadProgram {

    /// Questions under way at once; each is of a person of its own.
    private static final int PEOPLE = 48;

    /// What came of a load.
    ///
    /// @param rate questions a second
    /// @param early the heap in use after a third of the time, in MiB
    /// @param late the heap in use at the end
    private record Measured(double rate, long early, long late) {
    }

    private LoadProgram() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        List<String> questions = Files.readAllLines(Path.of("src/main/resources/evaluation/bench-questions.txt"))
                .stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        IntFunction<String> distinct = number -> questions.get(number % questions.size()) + "（" + number + "）";
        Measured empty = measure(EchoRespondent::new, distinct, time);
        Measured answered = measure(LoadProgram::desk, distinct, time);
        Measured repeated = measure(LoadProgram::desk, _ -> questions.getFirst(), time);
        System.out.printf("throughput distinct=%.0f/s repeated=%.0f/s empty=%.0f/s heap_mib=%d->%d%n", answered.rate(),
                repeated.rate(), empty.rate(), answered.early(), answered.late());
        System.exit(0);
    }

    private static Respondent desk(Store store) {
        Article article = new ArticleReader().builtIn();
        Conversations conversations = new Conversations(new Search(VectorStore.none()), new Composer())
                .remembering(store.turns(), InstantSource.system());
        return new Desk(new Shelf(article, ArticleReader.BUILT_IN, store.articles()), conversations,
                Wordings.packaged(), store, _ -> TestScreen.of(TelegramLimits.TEXT));
    }

    private static Measured measure(Function<Store, Respondent> respondent, IntFunction<String> question, Duration time)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("pilcrow-load");
        try (TelegramTalk talk = TelegramTalk.of(Setup.usual().keeping(20, 50),
                TelegramTalk.Parts.in(folder).respondent(respondent))) {
            List<Chat> chats = new ArrayList<>();
            List<Account> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(talk.server.person("Reader " + i, "zh-hans"));
                chats.add(talk.server.dm(people.getLast()));
            }
            run(talk, people, chats, question, 0, Duration.ofSeconds(2)); // until the code is compiled
            Duration third = time.dividedBy(3);
            long begun = System.nanoTime();
            int early = run(talk, people, chats, question, 1_000_000, third);
            long before = heap();
            int late = run(talk, people, chats, question, 2_000_000, time.minus(third));
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Measured((early + late) / seconds, before, heap());
        }
    }

    /// Everybody asks again as soon as the last question is done.
    ///
    /// @return how many questions were answered
    private static int run(TelegramTalk talk, List<Account> people, List<Chat> chats, IntFunction<String> question,
            int first, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int asked = 0;
        while (System.nanoTime() - end < 0) {
            int waiting = talk.server.pending() + talk.store.inbox().waiting();
            for (int i = waiting; i < people.size(); i++) {
                int who = asked % people.size();
                people.get(who).says(chats.get(who), question.apply(first + asked++));
            }
            Thread.sleep(5);
        }
        talk.awaitDone(Duration.ofSeconds(60));
        return asked;
    }

    private static long heap() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }
}
