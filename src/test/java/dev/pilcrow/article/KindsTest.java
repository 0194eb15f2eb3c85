package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilcrow.article.Paragraph.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindsTest {

    private static final String STORY = "正文一直写到了这里,读者可以从中知道许多事情,也可以从中得到许多乐趣,因为它写得又长又好,没有人会错过它,也没有人会忘记它。";

    @Test
    void theBuiltInArticleHasTwoCaptionsAndIsElseAStory() {
        Article article = new ArticleReader().builtIn();
        for (Paragraph paragraph : article.paragraphs()) {
            boolean caption = paragraph.number() == 6 || paragraph.number() == 17;
            assertThat(paragraph.kind()).as(paragraph.text()).isEqualTo(caption ? Kind.CAPTION : Kind.BODY);
        }
    }

    @Test
    void newsInChineseAndEnglish() throws Exception {
        assertThat(new ArticleReader().read(Samples.file("texts/news-zh.txt")).paragraphs())
                .extracting(Paragraph::kind).containsExactly(Kind.HEADING, Kind.BODY, Kind.BODY, Kind.CAPTION,
                        Kind.BODY,
                        Kind.HEADING, Kind.BODY, Kind.BYLINE);
        assertThat(new ArticleReader().read(Samples.file("texts/news-en.txt")).paragraphs())
                .extracting(Paragraph::kind).containsExactly(Kind.HEADING, Kind.BYLINE, Kind.BODY, Kind.BODY,
                        Kind.CAPTION, Kind.BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"【文/观察者网 刘程辉】", "文/刘程辉", "作者：刘程辉", "本报记者 王小明 李四", "记者 王小明", "By Jane Doe",
            "By Jane Doe, Reuters",
            "来源：新华社", "作者：張三"})
    void bylines(String line) throws Exception {
        assertThat(kindBetweenStories(line)).isEqualTo(Kind.BYLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"深度求索创始人梁文锋 视频截图", "图为会议现场。", "图：新华社", "圖為會議現場。", "会议现场 新华社记者 王小明 摄", "资料图", "图片来源：网络",
            "Photo: Reuters", "File photo: a ship at sea", "会议的现场", "深度求索的办公楼 視頻截圖"})
    void captions(String line) throws Exception {
        assertThat(kindBetweenStories(line)).isEqualTo(Kind.CAPTION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"他走了。", "为什么会这样？", "他说：", "记者从会上获悉,这项工作已经完成。", "By 1990, the company had left the market.",
            "By the way, nobody came.", "图书馆很大。", "“好。”", "作者认为这样做不对,还会带来新的问题。"})
    void shortSentencesAreStory(String line) throws Exception {
        assertThat(kindBetweenStories(line)).isEqualTo(Kind.BODY);
    }

    @Test
    void aBracketedBylineBeforeTheStoryIsStory() throws Exception {
        assertThat(Samples.text("【文/观察者网 刘程辉】" + STORY).paragraph(1).kind()).isEqualTo(Kind.BODY);
    }

    @Test
    void shortLinesAmongShortLinesAreNoCaptions() throws Exception {
        assertThat(Samples.text("床前明月光\n疑是地上霜\n举头望明月\n低头思故乡").paragraphs()).extracting(Paragraph::kind)
                .containsOnly(Kind.BODY);
    }

    @ParameterizedTest
    @CsvSource({"DeepSeek为何震惊世界？,HEADING", "一个短标题,HEADING", "一句短话。,BODY", "作者：刘程辉,BYLINE"})
    void theFirstLine(String line, Kind kind) throws Exception {
        assertThat(Samples.text(line + "\n" + STORY + "\n" + STORY).paragraph(1).kind()).isEqualTo(kind);
    }

    @Test
    void theTitleIsTheHeadingOrTheStartOfTheStory() throws Exception {
        assertThat(new ArticleReader().builtIn().title()).isEqualTo("十年之后,当人们回首往事时就会意识到…");
        assertThat(Samples.text("一个短标题\n" + STORY).title()).isEqualTo("一个短标题");
        assertThat(Samples.text("“好。”他说。\n").title()).isEqualTo("“好。”他说");
        assertThat(Samples.text("《时报》说，" + STORY).title()).startsWith("《时报》说").hasSizeLessThan(42).endsWith("…");
        assertThat(Samples.text("The price rose to 1,000,000 dollars within one year, and more.").title())
                .isEqualTo("The price rose to 1,000,000 dollars…");
        assertThat(Samples.text("。。。\n！").title()).isEqualTo("sample.txt");
    }

    private static Kind kindBetweenStories(String line) throws UnreadableArticleException {
        return Samples.text((STORY + "\n").repeat(3) + line + "\n" + (STORY + "\n").repeat(3)).paragraph(4).kind();
    }
}
