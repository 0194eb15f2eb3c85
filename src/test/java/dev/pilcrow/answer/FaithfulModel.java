package dev.pilcrow.answer;

import dev.pilcrow.article.Language;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.article.Sentences;
import dev.pilcrow.model.Asked;
import dev.pilcrow.model.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A scripted model that does as it is told: it answers with the sentence of the passages that is most like the question,
/// quotes it, and puts a follow-up as it stands.
public final class FaithfulModel implements Function<Asked, Reply> {

    private static final Pattern PASSAGE = Pattern.compile("(?m)^\\[(\\d+)] (.+)$");
    private static final Pattern QUESTION = Pattern
            .compile("(?m)^(?:读者的问题：|讀者的問題：|The reader's question: |问题：|Question: )(.+)$");

    @Override
    public Reply apply(Asked asked) {
        Matcher question = QUESTION.matcher(asked.messages().getLast().text());
        String wanted = question.find() ? question.group(1) : "";
        return new Reply.Says(asked.text().contains("JSON Lines") ? answer(asked, wanted) : wanted);
    }

    private static String answer(Asked asked, String question) {
        Set<Integer> characters = question.codePoints().filter(Character::isLetter).boxed()
                .collect(Collectors.toSet());
        return PASSAGE.matcher(asked.messages().get(1).text()).results().flatMap(passage -> sentences(passage.group(2))
                .map(sentence -> new String[]{passage.group(1), sentence.text()}))
                .max(Comparator.comparingDouble(
                        sentence -> (double) sentence[1].codePoints().distinct().filter(characters::contains).count()))
                .map(best -> Composing.line(best[1], Integer.parseInt(best[0]), best[1]))
                .orElse("{\"not_in_article\":true}");
    }

    private static Stream<Sentence> sentences(String passage) {
        List<Sentence> sentences = Sentences.split(1, passage, Language.of(passage));
        return sentences.stream();
    }
}
