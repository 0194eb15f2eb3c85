package dev.pilcrow.answer;

import dev.pilcrow.article.Sentence;
import dev.pilcrow.search.Evidence;
import dev.pilcrow.search.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Everything that one person or organisation says in the article: the sentences that name the speaker and report speech,
/// and those after them that go on with "he said". Thread-safe.
final class Sayings {

    private static final int MOST = 8;
    private static final Pattern SPEECH = Pattern.compile(
            "[说称]|表示|指出|认为|提醒|写道|解释|强调|警告|批评|担心|\"|\\b(?:said|says|told|argued|argues|warned|believes?|added|called|wrote|according)\\b");
    private static final Pattern GOES_ON = Pattern
            .compile(
                    "^\"?(?:他|她|其|该)[^,。]{0,8}(?:说|称|表示|指出|认为|提醒|解释|强调)|^\"?(?:he|she|they) (?:said|added|told|argued|warned)");

    private Sayings() {
    }

    /// The speaker of a question that asks what somebody says and names nothing else: the place of the word in the
    /// question; none when the question names a subject too, or nobody that the article knows.
    static Optional<Integer> speaker(Evidence evidence) {
        List<Query.Word> words = evidence.query().words();
        List<Integer> names = new ArrayList<>();
        int others = 0;
        for (int word = 0; word < words.size(); word++) {
            if (words.get(word).name() && evidence.stands(word)) {
                names.add(word);
            } else if (!SPEECH.matcher(words.get(word).text()).find() && !isOpinion(words.get(word).text())) {
                others++;
            }
        }
        return names.size() == 1 && others == 0 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private static boolean isOpinion(String word) {
        return Stream.of("观点", "看法", "意见", "表达", "评论", "说法", "话", "讲", "点", "谈", "主张", "opinion", "view")
                .anyMatch(word::contains);
    }

    /// What the speaker says, in reading order; at most eight sentences.
    static List<Sentence> of(Evidence evidence, int speaker) {
        List<Sentence> found = new ArrayList<>();
        for (int p = 0; p < evidence.article().size(); p++) {
            boolean goesOn = false;
            for (int s = 0; s < evidence.sentences(p).size() && found.size() < MOST; s++) {
                String folded = evidence.folded(p, s);
                boolean named = !evidence.places(speaker, p, s).isEmpty() || family(evidence, speaker, folded);
                if (named && SPEECH.matcher(folded).find() || goesOn && GOES_ON.matcher(folded).find()) {
                    found.add(evidence.sentences(p).get(s));
                    goesOn = true;
                }
            }
        }
        return found;
    }

    /// Does a sentence name the speaker by the last part of a name with dots?
    private static boolean family(Evidence evidence, int speaker, String folded) {
        Query.Word word = evidence.query().words().get(speaker);
        return Stream.concat(Stream.of(word.text()), word.alternatives().stream()).filter(form -> form.contains("·"))
                .map(form -> form.substring(form.lastIndexOf('·') + 1))
                .anyMatch(form -> form.length() > 1 && folded.contains(form));
    }
}
