package dev.pilcrow.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylinesTest {

    private static final String STORY = "\n正文一直写到了这里,读者可以从中知道许多事情,也可以从中得到许多乐趣。\n".repeat(4);

    @Test
    void theBuiltInArticleNamesItsWriterAndItsOutlet() {
        Article article = new ArticleReader().builtIn();
        assertThat(Bylines.byline(article)).contains(new Byline(List.of("刘程辉"), "观察者网", 1, 0, 12));
        assertThat(article.paragraph(1).text().substring(0, 12)).isEqualTo("【文/观察者网 刘程辉】");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {"【文/观察者网 刘程辉】今天的事。|刘程辉|观察者网", "(文/王小明)今天的事。|王小明|-",
            "【文／观察者网专栏作者 沈某】今天。|沈某|观察者网", "文/王小明 李四|王小明;李四|-", "作者：王小明|王小明|-", "作者: 約翰·史密斯|約翰·史密斯|-",
            "记者 王小明|王小明|-", "本报记者 王小明、李四|王小明;李四|-", "来源：海湾日报|-|海湾日报", "新华社北京2月11日电（记者王小明 李四）今天的事。|王小明;李四|新华社",
            "By Jane Doe|Jane Doe|-", "By Jane Doe and Tom O'Hara, Reuters|Jane Doe;Tom O'Hara|Reuters",
            "By Jane Doe, Bay Daily News|Jane Doe|Bay Daily News",
            "WASHINGTON, Feb 11 (Reuters) - It rained.|-|Reuters",
            "今天的事很多。（记者 王小明）|王小明|-"})
    void whatEditorsWrite(String line, String authors, String outlet) throws Exception {
        Byline byline = Bylines.byline(Samples.text(line + "\n" + STORY)).orElseThrow();
        assertThat(byline.authors()).isEqualTo(authors == null ? List.of() : List.of(authors.split(";")));
        assertThat(byline.outlet()).isEqualTo(outlet == null ? "" : outlet);
        assertThat(byline.paragraph()).isEqualTo(1);
        assertThat(line).contains(line.substring(byline.start(), byline.end()));
    }

    @Test
    void theWriterMayStandAtTheEnd() throws Exception {
        Article article = Samples.text(STORY + "最后一段话说了很久".repeat(20) + "。（文/王小明）");
        Byline byline = Bylines.byline(article).orElseThrow();
        assertThat(byline.authors()).containsExactly("王小明");
        assertThat(article.paragraph(byline.paragraph()).text().substring(byline.start(), byline.end()))
                .isEqualTo("（文/王小明）");
    }

    @Test
    void writerAndOutletFromDifferentPlacesComeTogether() throws Exception {
        Byline byline = Bylines.byline(Samples.text("作者：王小明\n来源：海湾日报\n" + STORY)).orElseThrow();
        assertThat(byline).isEqualTo(new Byline(List.of("王小明"), "海湾日报", 1, 0, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"记者从会上获悉,这项工作已经完成。", "By 1990, the company had left.", "By the way, nobody came.",
            "文章说得很好。",
            "By Friday everyone had left town."})
    void aStoryIsNoByline(String line) throws Exception {
        assertThat(Bylines.byline(Samples.text(line + "\n" + STORY))).isEmpty();
    }
}
