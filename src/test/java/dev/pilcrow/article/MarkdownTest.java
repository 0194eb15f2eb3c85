package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Paragraph.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void headingsCountWithoutTheirMarks() throws Exception {
        Article article = Samples.markdown("# 标题 #\n##\nSetext\nheading\n===\n###### C# is #1\n\n#hash\n");
        assertThat(Samples.words(article)).containsExactly("标题", "Setext\nheading", "C# is #1", "#hash");
        assertThat(article.paragraphs()).extracting(Paragraph::kind).containsExactly(Kind.HEADING, Kind.HEADING,
                Kind.HEADING, Kind.BODY);
        assertThat(article.title()).isEqualTo("标题");
    }

    @Test
    void aParagraphKeepsItsLines() throws Exception {
        assertThat(blocks("One\ntwo **three**.\n\n\nFour\r\nfive")).containsExactly("One\ntwo **three**.",
                "Four\r\nfive");
    }

    @Test
    void everyItemIsAParagraphOfItsOwn() throws Exception {
        assertThat(blocks("- one\n- two\n  more\n  - nested\n-\n1. three\n\n   four\n2) five\n")).containsExactly("one",
                "two\n  more", "nested", "three", "four", "five");
    }

    @Test
    void everyRowOfATableIsAParagraph() throws Exception {
        assertThat(blocks("| a | b |\n|---|---|\n| 1 | 2 |\n3 | 4\n")).containsExactly("a | b", "1 | 2", "3 | 4");
    }

    @Test
    void codeIsOneParagraphWithoutItsFences() throws Exception {
        assertThat(blocks("```java\nint a;\n\nint b;\n```\n\n    indented\n\n```\n```\n\n~~~\nopen")).containsExactly(
                "int a;\n\nint b;", "indented", "open");
    }

    @Test
    void aQuotationGivesItsParagraphs() throws Exception {
        assertThat(blocks("> one\n>\n> two\n>> three\n")).containsExactly("one", "two", "three");
    }

    @Test
    void definitionsAndRulesAreNoParagraphs() throws Exception {
        assertThat(blocks("[a]: http://b.c\n\n***\n\n[d]: http://e.f 'g'\ntext\n\n---\n")).containsExactly("text");
    }

    @Test
    void aLongRuleIsStillARule() throws Exception {
        assertThat(blocks("# a\n\n" + "- ".repeat(60) + "\n\n* b\n")).containsExactly("a", "b");
    }

    @Test
    void rawHtmlIsKeptAsText() throws Exception {
        assertThat(blocks("<div>\n*raw*\n</div>\n\nText <b>bold</b>.")).containsExactly("<div>\n*raw*\n</div>",
                "Text <b>bold</b>.");
    }

    @Test
    void frontMatterIsSkippedAtTheTopOnly() throws Exception {
        assertThat(blocks("---\ntitle: x\ntags: [a]\n---\nText\n\n---\n\na: b\n\n---\n")).containsExactly("Text",
                "a: b");
        assertThat(blocks("---\nnot yaml\n\ntext\n")).containsExactly("not yaml", "text");
        assertThat(blocks("---\r\ntitle: x\r\n...\r\nText")).containsExactly("Text");
    }

    @Test
    void everyParagraphStandsVerbatimAtItsOffset() throws Exception {
        Article article = Samples
                .markdown("---\na: b\n---\r\n# 深 `x`\n\n> q\n> r\n\n- i\n\n|a|\n|--|\n|𝒜|\n\n```\nc\n```\n\ttab\n");
        Invariants.hold(article);
        assertThat(article.paragraphs()).hasSize(7);
    }

    @Test
    void listItemsAndCodeAreNoCaptions() throws Exception {
        String line = "这是一段很长的正文，".repeat(10) + "。";
        Article article = Samples.markdown(line + "\n\n- 短\n\n" + line + "\n\n```\n短\n```\n\n" + line);
        assertThat(article.paragraphs()).extracting(Paragraph::kind).containsOnly(Kind.BODY);
    }

    private static List<String> blocks(String markdown) throws UnreadableArticleException {
        return Samples.words(Samples.markdown(markdown));
    }
}
