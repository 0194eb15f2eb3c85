package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In each case the sentences are written with `⏐` between them.
class SentencesTest {

    @ParameterizedTest
    @ValueSource(strings = {"他来了。⏐你好吗？！⏐真的!⏐是吗?⏐好……⏐完。", "甲是国家；⏐乙是城市。", "甲是国家;乙是城市。", "版本3.5在http://a.b/c.d?e=f里。⏐完。",
            "他说：“我不去。我病了。”⏐然后走了。", "他说:\"我不去。我病了。\"⏐后来他去了。", "「不去。不去。」⏐他没有去过那里。", "『一。二。』⏐三。",
            "他喊出“加油！”的口号。⏐完。", "以“为什么？”为题的文章。⏐完。", "《谁是英雄？》是一本书。⏐完。", "“没有结束。⏐第二句。⏐第三句。",
            "\"做不到封锁。\"穆萨维扎德提醒,总有知识。⏐完。", "\"做不到。\"乔泽帕说。⏐完。", "\"做不到。\"⏐新华社发表了一篇很长的文章。⏐完。",
            "(他病了。)⏐他走了。", "结束。[12]⏐开始。[需要引证]⏐完。", "名单（甲；乙。丙）在此。⏐完。", "（没有结束。⏐完。", "他来了（真的来了。）后来走了。",
            "约翰(Dr. A. Smith)来了。⏐完。", "He left the firm. ⏐他走了。", "面积为16.0平方公里。⏐其中36.3%。",
            "“一。二。”，他问。⏐完。", "完了。”⏐又来。", "。。。好。⏐（完）"})
    void chinese(String marked) {
        check(marked, Language.CHINESE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It works. ⏐It does! ⏐Really? ⏐Yes.", "Mr. Smith met Dr. Lee in St. Louis. ⏐They left.",
            "The U.S. Army paid $1.5 million. ⏐It left.", "He left the U.S. ⏐Then it rained.",
            "J. K. Rowling wrote it. ⏐A. Smith read it.",
            "See No. 5 and p. 12. ⏐The answer is no. ⏐He left.", "Use tools, e.g. Maven, i.e. builds. ⏐Done.",
            "\"It works. It does,\" he said. ⏐Done.", "\"Stop!\" the minister said. ⏐Done.",
            "\"Stop!\" John Smith said. ⏐Done.",
            "“Really? Yes.” ⏐Done.", "She asked, “Why?” and left. ⏐Done.", "Well… maybe. ⏐Well... ⏐Maybe.",
            "It ended.[5] ⏐Next.[citation needed] ⏐Last.", "One (see Fig. 2. It is large) is here. ⏐Two.",
            "It cost 3.5 (see p. 5). ⏐Version 1.2.3 is at http://a.b/c.d?e=f now.", "1. First point. ⏐2. Second point.",
            "He works at Apple Inc. ⏐The end.", "(It rained.) ⏐He left.", "He\nleft. ⏐It\r\nrained.",
            "\"An open mark. ⏐Next one. ⏐Last.",
            "It rose to 5. ⏐In 1990 it fell.", "中文。⏐English."})
    void english(String marked) {
        check(marked, Language.ENGLISH);
    }

    @Test
    void aLongQuotationIsSplitInside() {
        String quotation = "他说：“" + "这句话很长很长很长很长。".repeat(20) + "”完。";
        assertThat(Sentences.split(1, quotation, Language.CHINESE)).hasSizeGreaterThan(15);
    }

    @Test
    void everyParagraphIsCovered() throws Exception {
        for (String text : List.of("。", "  a。 b ", "…", "\"。\"。\"", "a.b.c", "“”“”", "\ud83d\udc68。\ud83d")) {
            for (Language language : Language.values()) {
                Invariants.sentencesCover(text, 3, Sentences.split(3, text, language));
            }
        }
    }

    private static void check(String marked, Language language) {
        String text = marked.replace("⏐", "");
        List<Sentence> sentences = Sentences.split(1, text, language);
        assertThat(sentences).extracting(Sentence::text)
                .containsExactly(List.of(marked.split("⏐")).stream().map(String::strip).toArray(String[]::new));
        Invariants.sentencesCover(text, 1, sentences);
    }
}
