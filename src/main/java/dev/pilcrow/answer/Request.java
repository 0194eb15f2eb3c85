package dev.pilcrow.answer;

import dev.pilcrow.article.Tables;
import java.util.List;
import java.util.regex.Pattern;

/// What a reader wants, when it is not the answer to a question about something in the article.
enum Request {

    /// A greeting or a question about the bot.
    CHAT,
    /// Something to do for the bot other than to answer from the article.
    INSTRUCTION,
    /// What the whole article says.
    SUMMARY,
    /// Who wrote it, where and when it was published.
    BYLINE,
    /// Which people, media, companies or other organisations it names.
    LIST_PEOPLE, LIST_MEDIA, LIST_COMPANIES, LIST_ORGANISATIONS,
    /// Everything that somebody says.
    SAID_BY,
    /// An answer to a question.
    ANSWER;

    private record Rule(Request request, Pattern pattern) {
    }

    private static final class Shared {
        static final List<Rule> RULES = Tables.rows("/answer/requests.tsv").stream()
                .map(cells -> new Rule(Request.valueOf(cells[0]), Pattern.compile(cells[1]))).toList();
        static final List<Pattern> TO_MODELS = Tables.lines("/answer/instructions-to-models.txt").stream()
                .map(Pattern::compile).toList();
    }

    /// What a folded question wants.
    static Request of(String folded) {
        String stripped = folded.strip();
        return Shared.RULES.stream().filter(rule -> rule.pattern().matcher(stripped).find()).findFirst()
                .map(Rule::request).orElse(ANSWER);
    }

    /// Does a folded sentence of an article tell its readers, or a model among them, what to say or do?
    static boolean isInstruction(String folded) {
        return of(folded) == INSTRUCTION
                || Shared.TO_MODELS.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }
}
