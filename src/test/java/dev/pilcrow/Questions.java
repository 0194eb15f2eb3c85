package dev.pilcrow;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.EvaluationRows;
import dev.pilcrow.conversation.Talk;
import dev.pilcrow.search.Samples;
import dev.pilcrow.wording.AnswerWording;
import dev.pilcrow.wording.Wordings;
import java.util.List;
import java.util.stream.Stream;

/// Questions about the built-in article that stand alone, more than ten thousand, no two the same: those of the question
/// sets, put more and less politely. What the bot must answer to each is known.
public final class Questions {

    private static final List<String> OPENINGS = List.of("", "请问", "我想知道，", "你好，", "麻烦问一下，", "请告诉我，", "想请教一下，", "劳驾，",
            "帮我看看，", "文章里，");
    private static final List<String> ENDINGS = List.of("", "谢谢", "谢谢！", "多谢", "麻烦了", "急", "感谢", "拜托", "辛苦了", "谢了");
    private static final int MOST = 1000;

    /// What somebody may have asked before.
    private static final String BEFORE = "深度求索的创始人是谁？";

    private static final List<String> ALONE = Stream.of("article-dev.jsonl", "article-own.jsonl")
            .flatMap(set -> EvaluationRows.read(set, MOST).stream())
            .filter(row -> row.answerable() && row.history().isEmpty()).map(EvaluationRows.Row::question)
            .filter(question -> ReaderLanguage.of(question) == ReaderLanguage.SIMPLIFIED).distinct()
            .filter(question -> Talk.ask(question).equals(Talk.last(BEFORE, question))).toList();

    private Questions() {
    }

    /// The question with this number, from 0.
    public static String text(int number) {
        int way = number / ALONE.size();
        return OPENINGS.get(way % OPENINGS.size()) + ALONE.get(number % ALONE.size())
                + ENDINGS.get(way / OPENINGS.size() % ENDINGS.size());
    }

    /// What the bot answers to a question.
    public static String answer(String question) {
        return new AnswerWording(Wordings.packaged().in(ReaderLanguage.SIMPLIFIED))
                .message(Talk.ask(question), Samples.BUILT_IN).text();
    }
}
