package dev.pilcrow.insights;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pilcrow.Secret;
import dev.pilcrow.answer.Answer;
import dev.pilcrow.answer.AnswerJson;
import dev.pilcrow.answer.Citation;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.desk.Versions;
import dev.pilcrow.model.Fault;
import dev.pilcrow.store.Store;
import dev.pilcrow.store.StoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A store in a SQLite file that is filled with questions about the built-in article, and read as it is being written.
final class Ledger implements AutoCloseable {

    /// Noon in Shanghai.
    static final Instant NOW = Instant.parse("2026-11-24T04:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final Article ARTICLE = new ArticleReader().builtIn();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Store store;
    private final Store reading;
    private long delivery;

    Ledger(Path folder) throws StoreException {
        Secret url = new Secret("jdbc:sqlite:" + folder.resolve("pilcrow.db"));
        store = Store.open(url, now::get);
        reading = Store.openReadOnly(url, InstantSource.system());
        store.articles().save(ARTICLE.id(), ArticleReader.BUILT_IN, ARTICLE.text());
    }

    InsightReader reader() {
        return new InsightReader(reading, new Versions(reading.articles())::find, InstantSource.fixed(NOW), ZONE);
    }

    Store store() {
        return store;
    }

    /// A question that was answered by quoting some paragraphs.
    long answered(String place, String person, String language, String question, int daysAgo, Integer... paragraphs) {
        return keep(place, person, language, question, daysAgo, grounded(ARTICLE, paragraphs));
    }

    /// An answer that quotes some paragraphs of another article, just now.
    void answered(Article article, Integer... paragraphs) {
        keep(article, "telegram/1/2", "ann", "en", "Which?", 0, grounded(article, paragraphs));
    }

    private static Answer grounded(Article article, Integer... paragraphs) {
        return new Answer.Grounded(Answer.Lead.SENTENCES, Stream.of(paragraphs)
                .map(number -> new Citation(number, 0, article.paragraph(number).text())).toList(),
                List.of(paragraphs));
    }

    long declined(String place, String person, String language, String question, int daysAgo, Answer.Reason reason,
            Integer... nearest) {
        return keep(place, person, language, question, daysAgo,
                new Answer.NotInArticle(reason, List.of(nearest), List.of(nearest)));
    }

    long declined(String question) {
        return declined("telegram/1/7", "telegram:7", "zh", question, 0, Answer.Reason.NOT_SAID, 6, 4);
    }

    long unavailable(String place, String person, String language, String question, int daysAgo) {
        return keep(place, person, language, question, daysAgo,
                new Answer.Unavailable(Fault.TIMEOUT, List.of(3), List.of(3)));
    }

    private long keep(String place, String person, String language, String question, int daysAgo, Answer answer) {
        return keep(ARTICLE, place, person, language, question, daysAgo, answer);
    }

    private long keep(Article article, String place, String person, String language, String question, int daysAgo,
            Answer answer) {
        now.set(NOW.minus(Duration.ofDays(daysAgo)));
        String kind = switch (answer) {
            case Answer.Grounded _ -> "grounded";
            case Answer.NotInArticle _ -> "declined";
            case Answer.Unavailable _ -> "unavailable";
        };
        return store.answers().save(++delivery, place, person, article.id(), language, question, kind,
                AnswerJson.reason(answer), JSON.createObjectNode().put("restated", false)
                        .set("answer", AnswerJson.write(answer)).toString());
    }

    void vote(long answer, String person, boolean good, String reason) {
        store.feedback().vote(answer, person, good, reason.toLowerCase(Locale.ROOT));
    }

    /// A month in which much is asked, in two platforms and three languages.
    void fillMonth() {
        String[][] known = {{"zh", "深度求索的创始人是谁？", "6"}, {"zh", "出口管制是什么时候发布的？", "4"},
                {"zh-Hant", "誰批評了這項規則？", "13"}, {"en", "Who founded DeepSeek?", "6"},
                {"zh", "文章对芯片禁令怎么看？", "15"}, {"en", "What did the Biden administration do?", "8"},
                {"zh", "训练模型用了多少芯片？", "9"}, {"zh-Hant", "這篇文章是誰寫的？", "2"}};
        String[][] unknown = {{"zh", "梁文锋是哪一年出生的？"}, {"zh", "梁文锋哪年出生？"}, {"en", "How old is Liang Wenfeng?"},
                {"zh", "深度求索有多少员工？"}, {"zh", "深度求索的员工有多少人？"}, {"zh-Hant", "深度求索有多少員工？"},
                {"en", "How many people does DeepSeek employ?"}, {"zh", "英伟达的股价跌了多少？"},
                {"en", "What is the share price of Nvidia?"}, {"zh", "北京明天天气怎么样？"}};
        Random random = new Random(7);
        IntStream.range(0, 640).forEach(i -> {
            int day = (int) Math.clamp(13 - 7 * random.nextGaussian(), 0, 29);
            String place = i % 3 == 0 ? "slack/T1/C1/" + i % 40 : "telegram/1/-100" + i % 7;
            String person = (i % 3 == 0 ? "slack:U" : "telegram:") + i * 7 % 83;
            if (i % 4 == 1) {
                String[] one = unknown[(int) (unknown.length * random.nextDouble() * random.nextDouble())];
                declined(place, person, one[0], one[1], day, i % 5 == 0
                        ? Answer.Reason.OFF_TOPIC
                        : Answer.Reason.NOT_SAID, 6, 11);
            } else if (i % 61 == 0) {
                unavailable(place, person, "zh", known[0][1], day);
            } else {
                String[] one = known[random.nextInt(known.length)];
                int cited = Integer.parseInt(one[2]);
                long answer = answered(place, person, one[0], one[1], day, cited,
                        1 + (int) (25 * random.nextDouble() * random.nextDouble()));
                if (i % 9 == 0) {
                    vote(answer, person, i % 4 != 0, i % 4 != 0 ? "" : i % 8 == 0 ? "incomplete" : "wrong");
                }
            }
        });
    }

    @Override
    public void close() {
        reading.close();
        store.close();
    }
}
