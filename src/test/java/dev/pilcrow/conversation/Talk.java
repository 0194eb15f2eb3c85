package dev.pilcrow.conversation;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.Composer;
import dev.pilcrow.article.Article;
import dev.pilcrow.search.Samples;
import java.util.List;

/// Conversations for tests, over the search that all tests share.
public final class Talk {

    public static final Conversations CONVERSATIONS = new Conversations(Samples.SEARCH, new Composer());

    private Talk() {
    }

    public static Conversation builtIn() {
        return CONVERSATIONS.open(Samples.BUILT_IN);
    }

    /// The answer to a question about the built-in article that stands alone.
    public static Answer ask(String question) {
        return builtIn().ask(question).answer();
    }

    public static Answer ask(Article article, String question) {
        return CONVERSATIONS.open(article).ask(question).answer();
    }

    /// The answer to the last of some questions of one conversation about the built-in article.
    public static Answer last(String... questions) {
        Conversation conversation = builtIn();
        for (int i = 0; i < questions.length - 1; i++) {
            conversation.ask(questions[i]);
        }
        return conversation.ask(questions[questions.length - 1]).answer();
    }

    /// The paragraphs that an answer cites; none when it declines.
    public static List<Integer> cited(Answer answer) {
        return answer instanceof Answer.Grounded grounded
                ? grounded.citations().stream().map(citation -> citation.paragraph()).distinct().toList()
                : List.of();
    }
}
