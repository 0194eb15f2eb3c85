package dev.pilcrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.wording.BadUseException;
import dev.pilcrow.wording.Wordings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @Test
    void withoutWordsItIsAChat() throws BadUseException {
        assertThat(Command.of()).isEqualTo(new Command.Chat());
    }

    @Test
    void theWordsOfAQuestionAreJoined() throws BadUseException {
        assertThat(Command.of("ask", "--article", "a.txt", "Who", "is", "--json", "梁文锋?"))
                .isEqualTo(new Command.Ask("Who is 梁文锋?", Optional.of("a.txt"), true));
        assertThat(Command.of("ask", "--article=a b", "--", "--json", "-x"))
                .isEqualTo(new Command.Ask("--json -x", Optional.of("a b"), false));
        assertThat(Command.of("ask")).isEqualTo(new Command.Ask("", Optional.empty(), false));
    }

    @Test
    void aQuestionIsNeverReadAsAFile() throws BadUseException {
        assertThat(Command.of("ask", "@pom.xml", "${user.home}"))
                .isEqualTo(new Command.Ask("@pom.xml ${user.home}", Optional.empty(), false));
    }

    @Test
    void anEvaluationHasOneFileOfQuestions() throws BadUseException {
        assertThat(Command.of("eval", "q.jsonl", "--output", "p.jsonl")).isEqualTo(
                new Command.Evaluate(Path.of("q.jsonl"), Optional.empty(), Optional.of(Path.of("p.jsonl"))));
    }

    @Test
    void insightsAreOfThirtyDaysUnlessOthersAreWanted() throws BadUseException {
        assertThat(Command.of("insights")).isEqualTo(new Command.Insights(30, Optional.empty(), false));
        assertThat(Command.of("insights", "--days", "7", "--article", "71d4", "--csv"))
                .isEqualTo(new Command.Insights(7, Optional.of("71d4"), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "3651", "1e2", ""})
    void daysAreANumberOfAtMostTenYears(String days) {
        assertThatThrownBy(() -> Command.of("insights", "--days=" + days)).isInstanceOf(BadUseException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "ask --help", "ask x -h", "eval --help"})
    void helpIsAlwaysThere(String words) throws BadUseException {
        assertThat(Command.of(words.split(" "))).isEqualTo(new Command.Help());
    }

    @Test
    void theVersionIsThereToo() throws BadUseException {
        assertThat(Command.of("--version")).isEqualTo(new Command.Version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"frob|Pilcrow does not know “frob”; pilcrow --help lists what it does know.",
            "ask --jsno x|Pilcrow does not know “--jsno”; pilcrow --help lists what it does know.",
            "ask x --article|--article needs a value after it.",
            "ask --article --json|--article needs a value after it.",
            "ask --article a --article b x|--article is given twice.",
            "eval|eval needs one file of questions: pilcrow eval QUESTIONS.jsonl.",
            "eval a b|eval needs one file of questions: pilcrow eval QUESTIONS.jsonl.",
            "bench q.jsonl|Pilcrow does not know “q.jsonl”; pilcrow --help lists what it does know.",
            "ask --json=1 x|That command cannot be understood; pilcrow --help shows how to write it."})
    void aWrongWordIsAnsweredInOneSentence(String words, String sentence) {
        assertThatThrownBy(() -> Command.of(words.split(" "))).isInstanceOfSatisfying(BadUseException.class,
                wrong -> assertThat(Wordings.packaged().in(ReaderLanguage.ENGLISH).say(wrong.remark()))
                        .isEqualTo(sentence));
    }
}
