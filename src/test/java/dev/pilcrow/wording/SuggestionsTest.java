package dev.pilcrow.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.answer.Answer;
import dev.pilcrow.article.Article;
import dev.pilcrow.article.ArticleReader;
import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.conversation.Conversation;
import dev.pilcrow.conversation.Talk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuggestionsTest {

    private static final Article ENGLISH = Articles
            .of("""
                    By Jane Doe
                    The port of Larnum will be closed in March, Mayor Anna Lindqvist said on Monday. She said the quay is unsafe.
                    "We had no choice," said Peter Oduya of the Harbour Workers' Union, who called the closure a blow to the town.
                    Ships will call at Westhaven instead until the repairs are done, according to the harbour office.
                    Anna Lindqvist added that the repairs cost four million crowns.
                    """);

    @ParameterizedTest
    @EnumSource
    void everySuggestionIsAnsweredByTheArticlesOwnSentences(ReaderLanguage language) {
        for (Article article : List.of(Articles.builtIn(), ENGLISH)) {
            Conversation conversation = Talk.CONVERSATIONS.open(article);
            List<String> questions = suggestions(article, language);
            assertThat(questions).hasSize(3).doesNotHaveDuplicates()
                    .allSatisfy(question -> assertThat(conversation.quoting(question))
                            .isInstanceOf(Answer.Grounded.class))
                    .allSatisfy(question -> assertThat(ReaderLanguage.of(question, language)).isEqualTo(language));
        }
    }

    @Test
    void peopleWhoSpeakComeFirstInTheLettersOfTheReader() {
        assertThat(suggestions(Articles.builtIn(), ReaderLanguage.SIMPLIFIED).getFirst()).isEqualTo("马丁·乔泽帕说了什么？");
        assertThat(suggestions(Articles.builtIn(), ReaderLanguage.TRADITIONAL).getFirst())
                .isEqualTo("John Villasenor 說了什麼？");
        assertThat(suggestions(Articles.builtIn(), ReaderLanguage.ENGLISH).getFirst())
                .isEqualTo("What does Martin Chorzempa say?");
        assertThat(suggestions(ENGLISH, ReaderLanguage.SIMPLIFIED).getFirst()).isEqualTo("Mayor Anna Lindqvist 说了什么？");
    }

    @Test
    void anArticleWithoutPeopleIsAskedForItsSections() throws Exception {
        Article article = new ArticleReader().read("guide.md", """
                # 养蜂入门

                春天是开始养蜂的好时候，先要选一个朝南的地方。

                ## 蜂箱的位置

                蜂箱的位置要避开强风，门口朝向东南，离地三十厘米。

                ## 冬季的保温

                冬季的保温靠干草和棉被，巢门要缩小到两厘米。
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(suggestions(article, ReaderLanguage.SIMPLIFIED)).contains("关于“冬季的保温”，文章是怎么写的？");
    }

    @ParameterizedTest
    @EnumSource
    void theShortestArticleCanBeAskedWhatItIsAbout(ReaderLanguage language) {
        assertThat(suggestions(Articles.of("一句话而已。"), language))
                .containsExactly(Wordings.packaged().in(language).say(Phrase.SUGGEST_SUMMARY));
    }

    @Test
    void theSameArticleHasTheSameSuggestionsAlways() {
        assertThat(suggestions(Articles.builtIn(), ReaderLanguage.ENGLISH))
                .isEqualTo(suggestions(Articles.builtIn(), ReaderLanguage.ENGLISH));
    }

    private static List<String> suggestions(Article article, ReaderLanguage language) {
        return Suggestions.of(Talk.CONVERSATIONS.open(article), Wordings.packaged().in(language));
    }
}
