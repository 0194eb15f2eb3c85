package dev.pilcrow.terminal;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Watcher;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.Incoming;
import dev.pilcrow.chat.Message;
import dev.pilcrow.chat.Span.Style;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Reply;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.ArticleWording;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Suggestions;
import dev.pilcrow.wording.Wording;
import dev.pilcrow.wording.Wordings;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The chat with one reader in a terminal. It speaks the environment's language until the reader has asked something, and
/// then the language of the last question.
///
/// The conversation lives on one thread of its own, which opens it while the reader types; an answer that was stopped is
/// interrupted there, and ends there before the next question is begun.
public final class TerminalPlatform {

    private final Article article;
    private final Wordings wordings;
    private final TerminalReceiver reader;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final Future<Conversation> conversation;
    private ReaderLanguage language;
    /// Marks the question that is being answered: what comes for one that was stopped is not shown.
    private @Nullable Object asked;
    /// The last one that was not declined.
    private volatile Answer.@Nullable Grounded answer;

    /// A chat that has not begun.
    ///
    /// @param opening opens the conversation about the article; begun at once, on the conversation's thread
    /// @param language the environment's
    public TerminalPlatform(Article article, Callable<Conversation> opening, Wordings wordings, ReaderLanguage language,
            TerminalReceiver reader) {
        this.article = article;
        this.wordings = wordings;
        this.reader = reader;
        this.language = language;
        this.conversation = thread.submit(opening);
    }

    /// Talks until the reader leaves.
    public void run() {
        reader.remark(say(Phrase.CHAT_GREETING, ArticleWording.title(article)));
        for (Optional<String> line = reader.next(); line.isPresent(); line = reader.next()) {
            if (!line.get().isBlank()) {
                reader.show(respond(TerminalReader.read(line.get())));
            }
        }
        reader.remark(say(Phrase.CHAT_GOODBYE));
        thread.shutdownNow();
    }

    private Message respond(Incoming.Wish wish) {
        return switch (wish) {
            case Incoming.Question question -> answer(question.text());
            case Incoming.Summary _ -> await(talk -> message(new AnswerWording(wording()), talk.summary()));
            case Incoming.Reset _,Incoming.Forget _ -> await(talk -> {
                talk.reset();
                return say(Phrase.CHAT_RESET);
            });
            case Incoming.Passage passage -> passage(passage.number());
            case Incoming.NoPassage passage -> noPassage(passage.given());
            case Incoming.Outline _ -> new ArticleWording(wording()).outline(article);
            case Incoming.Sources _ -> sources();
            case Incoming.Start _ -> await(this::start);
            case Incoming.Help _ -> say(Phrase.CHAT_HELP);
            case Incoming.Unknown unknown -> say(Phrase.CHAT_UNKNOWN, unknown.command());
        };
    }

    private Message answer(String question) {
        language = ReaderLanguage.of(question, language);
        ReaderLanguage answered = language;
        AnswerWording words = new AnswerWording(wording());
        Object asking = new Object();
        mark(asking);
        Watcher watcher = soFar -> grow(asking, words.claims(soFar));
        return await(talk -> message(words, talk.ask(question, answered, watcher)));
    }

    private Message sources() {
        Answer.Grounded last = answer;
        return last == null
                ? say(Phrase.SOURCES_NONE)
                : new AnswerWording(wording()).sources(last, article, Integer.MAX_VALUE);
    }

    private Message start(Conversation talk) {
        Message.Builder message = new Message.Builder()
                .add(wording().say(Phrase.CHAT_GREETING, ArticleWording.title(article))).add("\n");
        Suggestions.of(talk, wording()).forEach(question -> message.add("\n").add(question, Style.BOLD));
        return message.build();
    }

    private synchronized void mark(@Nullable Object asking) {
        asked = asking;
    }

    private synchronized void grow(Object asking, Message soFar) {
        if (asked == asking) {
            reader.grow(soFar);
        }
    }

    private Message passage(int number) {
        return number >= 1 && number <= article.paragraphs().size()
                ? new ArticleWording(wording()).passage(article, number)
                : noPassage(Integer.toString(number));
    }

    private Message noPassage(String given) {
        return say(Phrase.CHAT_PASSAGE, given, article.paragraphs().size());
    }

    /// What the conversation says, unless the reader stops it, which is heeded before the first of it is said.
    private Message await(Function<Conversation, Message> task) {
        FutureTask<Message> message = new FutureTask<>(() -> task.apply(conversation.get()));
        reader.onInterrupt(() -> message.cancel(true));
        thread.execute(message);
        try {
            return message.get();
        } catch (CancellationException stopped) {
            return say(Phrase.CHAT_STOPPED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return say(Phrase.CHAT_STOPPED);
        } catch (ExecutionException failed) {
            return say(Phrase.CHAT_FAILED, cause(failed).getClass().getSimpleName());
        } finally {
            mark(null);
        }
    }

    private static Throwable cause(Throwable failed) {
        Throwable cause = failed.getCause();
        return (failed instanceof ExecutionException || failed instanceof IllegalStateException) && cause != null
                ? cause(cause)
                : failed;
    }

    private Message message(AnswerWording words, Reply reply) {
        answer = reply.answer() instanceof Answer.Grounded grounded ? grounded : answer;
        return words.message(reply.answer(), article);
    }

    private Message say(Phrase phrase, Object... values) {
        return Message.plain(wording().say(phrase, values));
    }

    private Wording wording() {
        return wordings.in(language);
    }
}
