package dev.pilcrow.insights;

import dev.pilcrow.article.ReaderLanguage;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.wording.Excerpt;
import dev.pilcrow.wording.Phrase;
import dev.pilcrow.wording.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of insights in the operator's language. Immutable.
///
/// @param wording the phrases
record InsightWords(Wording wording) {

    String say(Phrase phrase, Object... values) {
        return wording.say(phrase, values);
    }

    /// A platform's name as it writes itself.
    static String platform(String name) {
        return name.isEmpty() ? "–" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /// The language with this tag.
    String language(String tag) {
        return say(switch (ReaderLanguage.tagged(tag)) {
            case SIMPLIFIED -> Phrase.INSIGHTS_SIMPLIFIED;
            case TRADITIONAL -> Phrase.INSIGHTS_TRADITIONAL;
            case ENGLISH -> Phrase.INSIGHTS_ENGLISH;
        });
    }

    String votes(Insights insights) {
        long all = insights.good() + insights.bad();
        return all == 0
                ? say(Phrase.INSIGHTS_VOTES_NONE)
                : say(Phrase.INSIGHTS_VOTES, insights.bad(), all, Math.round(100.0 * insights.bad() / all));
    }

    /// The reasons of bad votes, the most frequent first.
    String reasons(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(reason -> say(Phrase.INSIGHTS_REASON, reason(reason.getKey()), reason.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String reason(String name) {
        return say(switch (name) {
            case "wrong" -> Phrase.WHY_WRONG;
            case "beside" -> Phrase.WHY_BESIDE;
            case "incomplete" -> Phrase.WHY_INCOMPLETE;
            case "other" -> Phrase.WHY_OTHER;
            default -> Phrase.INSIGHTS_NO_REASON;
        });
    }

    String missing(Insights insights) {
        Insights.Missing missing = insights.missing();
        if (missing.groups().isEmpty()) {
            return say(Phrase.INSIGHTS_MISSING_NONE);
        }
        return missing.all()
                ? say(Phrase.INSIGHTS_MISSING_NOTE, missing.groups().size())
                : say(Phrase.INSIGHTS_MISSING_BOUNDED, missing.groups().size(), missing.wordings());
    }

    /// The further wordings of a group, and how many more there are.
    List<String> more(Insights.Group group, int longest) {
        List<String> more = group.wordings().stream().skip(1).map(one -> line(one, longest)).toList();
        return group.others() == 0
                ? more
                : Stream.concat(more.stream(),
                        Stream.of(say(Phrase.INSIGHTS_MORE, group.others()))).toList();
    }

    /// What a reader wrote, on one line and not too long.
    static String line(String text, int longest) {
        return Excerpt.of(CleanText.of(text).text().replace('\n', ' ').strip(), longest);
    }
}
