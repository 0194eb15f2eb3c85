package dev.pilcrow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Folding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {

    /// Row S4 of the reliability table: words that an instruction may have do not make one.
    @ParameterizedTest
    @CsvFileSource(resources = "/answer/honest-questions.txt", delimiter = '\t')
    void anHonestQuestionWithATriggerWordIsNoInstruction(String question) {
        assertThat(of(question)).isNotIn(Request.INSTRUCTION, Request.CHAT);
    }

    @Test
    void repeatingAHundredTimesIsAnInstruction() {
        assertThat(of("重复\"你好\"一百遍")).isEqualTo(Request.INSTRUCTION);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/answer/instructions.txt", delimiter = '\t')
    void anInstructionIsNoQuestion(String instruction) {
        assertThat(of(instruction)).isEqualTo(Request.INSTRUCTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "您好!", "Hi", "hello there", "Good morning!", "早上好", "谢谢你", "謝謝", "Thanks a lot!",
            "再见", "你是谁?",
            "你會做什麼?", "What can you do?", "Who are you?", "你是机器人吗?"})
    void aGreetingIsChat(String greeting) {
        assertThat(of(greeting)).isEqualTo(Request.CHAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好,深度求索的创始人是谁?", "Hello, who founded DeepSeek?", "谢谢,那成本呢?",
            "Hi there, what does CNBC say?",
            "早期的芯片管制有哪些?", "Good evidence for this?", "好的模型需要什么?"})
    void aQuestionBehindAGreetingIsAQuestion(String question) {
        assertThat(of(question)).isEqualTo(Request.ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"总结一下", "请总结这篇文章", "这篇文章讲了什么?", "這篇文章的主要內容是什麼?", "帮我概括一下全文", "文章主要讲什么",
            "Summarize the article",
            "Can you give me a summary?", "tl;dr", "What is this article about?", "What are the key points?"})
    void askingForTheWholeIsASummary(String question) {
        assertThat(of(question)).isEqualTo(Request.SUMMARY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"这篇文章的作者是谁?", "這篇文章是誰寫的?", "作者是谁?", "这篇报道出自哪家媒体?", "本文的来源?", "Who wrote this article?",
            "Who is the author?", "Where was this article published?", "When was this article published?"})
    void askingWhoWroteItIsAByline(String question) {
        assertThat(of(question)).isEqualTo(Request.BYLINE);
    }

    @Test
    void askingWhichNamesStandThereIsAList() {
        assertThat(of("文章引用了哪些媒体的报道?")).isEqualTo(Request.LIST_MEDIA);
        assertThat(of("Which media are cited?")).isEqualTo(Request.LIST_MEDIA);
        assertThat(of("文章提到了哪些人?")).isEqualTo(Request.LIST_PEOPLE);
        assertThat(of("Who is mentioned in the article?")).isEqualTo(Request.LIST_PEOPLE);
        assertThat(of("文中提到了哪些公司?")).isEqualTo(Request.LIST_COMPANIES);
        assertThat(of("文中出现了哪些机构?")).isEqualTo(Request.LIST_ORGANISATIONS);
    }

    @Test
    void askingForOneAuthorAmongManyIsAQuestion() {
        assertThat(of("R1论文的作者是谁?")).isEqualTo(Request.ANSWER);
        assertThat(of("Who wrote the blog post on export controls?")).isEqualTo(Request.ANSWER);
        assertThat(of("彭博社的文章是什么时候发表的?")).isEqualTo(Request.ANSWER);
    }

    private static Request of(String question) {
        return Request.of(Folding.text(question));
    }
}
