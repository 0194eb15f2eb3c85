package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private final Glossary glossary = Glossary.general();

    @Test
    void takesAPhraseBeforeItsWords() {
        List<Glossary.Rendering> found = glossary.translate("artificial intelligence is new");
        assertThat(found.getFirst().words()).contains("人工智能");
        assertThat("artificial intelligence is new".substring(found.getFirst().start(), found.getFirst().end()))
                .isEqualTo("artificial intelligence");
    }

    @Test
    void findsInflectedFormsOfAWord() {
        List<String> one = only("restriction");
        assertThat(one).isNotEmpty();
        assertThat(only("restrictions")).isEqualTo(one);
        assertThat(only("abandoned")).isEqualTo(only("abandoning")).contains("放弃");
    }

    @Test
    void findsAnInflectedPhrase() {
        assertThat(only("export controls")).isNotEmpty().isEqualTo(only("export control"));
    }

    @Test
    void rendersNoCommonWord() {
        assertThat(glossary.translate("the of and is with")).isEmpty();
    }

    @Test
    void knowsNothingOfNonsense() {
        assertThat(glossary.translate("qwzx vbnmk")).isEmpty();
        assertThat(glossary.translate("")).isEmpty();
        assertThat(glossary.translate("芯片 🙂")).isEmpty();
    }

    @Test
    void renderingsStandInOrderAndDoNotOverlap() {
        String text = "what risks does the report of the american government about computer chips list in 2025?";
        int last = 0;
        List<Glossary.Rendering> found = glossary.translate(text);
        assertThat(found).hasSizeGreaterThan(4);
        for (Glossary.Rendering rendering : found) {
            assertThat(rendering.start()).isGreaterThanOrEqualTo(last);
            assertThat(rendering.end()).isGreaterThan(rendering.start()).isLessThanOrEqualTo(text.length());
            last = rendering.end();
        }
    }

    @Test
    void renderingsOfOneEnglishWordAreSynonymsAndNoWordIsItsOwn() {
        assertThat(glossary.synonyms("放弃")).contains("抛弃").doesNotContain("放弃");
        assertThat(glossary.synonyms("不在表中")).isEmpty();
    }

    @Test
    void readsBackwards() {
        assertThat(glossary.english("能力")).contains("ability");
        assertThat(glossary.english("不在表中")).isEmpty();
    }

    @Test
    void findsTheLongestChineseWordAtEachPlace() {
        String text = "发展人工智能的能力";
        assertThat(glossary.chineseWords(text)).extracting(place -> text.substring(place[0], place[1]))
                .contains("人工智能", "能力").doesNotContain("人工", "智能");
    }

    private List<String> only(String english) {
        List<Glossary.Rendering> found = glossary.translate(english);
        assertThat(found).as(english).hasSize(1);
        return found.getFirst().words();
    }
}
