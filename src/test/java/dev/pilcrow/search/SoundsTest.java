package dev.pilcrow.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import dev.pilcrow.article.Tables;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SoundsTest {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    @Test
    void hearsCharactersOfOneSoundAlike() {
        assertThat(Sounds.terms("深度求锁")).isEqualTo(Sounds.terms("深度求索"))
                .containsExactly("shen'du", "du'qiu", "qiu'suo");
        assertThat(Sounds.terms("木萨维扎德")).isEqualTo(Sounds.terms("穆萨维扎德"));
    }

    @Test
    void hearsDifferentSoundsApart() {
        assertThat(Sounds.terms("深度求索")).doesNotContainAnyElementsOf(Sounds.terms("开源模型"));
    }

    @Test
    void joinsNoSyllablesAcrossWhatIsNotHan() {
        assertThat(Sounds.terms("深,度")).isEmpty();
        assertThat(Sounds.terms("深a度求")).containsExactly("du'qiu");
        assertThat(Sounds.terms("深😀度")).isEmpty();
    }

    @Test
    void hearsNothingInOtherScripts() {
        assertThat(Sounds.terms("")).isEmpty();
        assertThat(Sounds.terms("deepseek 2025 😀 ひらがな")).isEmpty();
    }

    @Test
    void tableIsWhatIcuSays() {
        assertThat(table()).isEqualTo(made());
    }

    private static Map<Integer, String> table() {
        Map<Integer, String> syllables = new TreeMap<>();
        for (String line : Tables.lines("/search/syllables.txt")) {
            String[] cells = line.split(" ");
            cells[1].codePoints().forEach(
                    character -> assertThat(syllables.put(character, cells[0])).as(Character.toString(character))
                            .isNull());
        }
        return syllables;
    }

    private static Map<Integer, String> made() {
        Transliterator icu = Transliterator.getInstance("Han-Latin; NFD; [:M:] Remove; NFC; Lower");
        Map<Integer, String> syllables = new TreeMap<>();
        for (int character = FIRST; character <= LAST; character++) {
            String syllable = icu.transliterate(Character.toString(character));
            if (syllable.matches("[a-z]+")) {
                syllables.put(character, syllable);
            }
        }
        return syllables;
    }
}
