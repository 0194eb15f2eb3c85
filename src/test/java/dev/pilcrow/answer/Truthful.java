package dev.pilcrow.answer;

import dev.pilcrow.article.Language;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.article.Sentences;
import dev.pilcrow.model.Asked;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes answers of a model that keeps to the passages, in the ways in which such models write.
final class Truthful {

    /// The ways to say what the article says.
    enum Way {
        AS_IT_STANDS, WITH_A_LEAD, WITH_A_MARKER, IN_HALF_A_SENTENCE, WITH_NUMERALS, IN_WIDE_CHARACTERS, OF_TWO_PARAGRAPHS, WITH_A_WRONG_NUMBER, FENCED, WITH_THE_QUOTE_SHORTENED
    }

    private static final Pattern PASSAGE = Pattern.compile("(?m)^\\[(\\d+)] (.+)$");
    private static final String DIGITS = "〇一二三四五六七八九";

    private record Base(int paragraph, String sentence, boolean chinese) {
    }

    private final Random random;

    Truthful(long seed) {
        random = new Random(seed);
    }

    String answer(Asked asked, Way way) {
        List<Base> bases = PASSAGE.matcher(asked.messages().get(1).text()).results().flatMap(Truthful::bases).toList();
        Base base = bases.get(random.nextInt(bases.size()));
        String claim = base.sentence();
        return switch (way) {
            case AS_IT_STANDS -> Composing.line(claim, base.paragraph(), claim);
            case WITH_A_LEAD ->
                Composing.line((base.chinese() ? "文章说，" : "The article says that ") + claim, base.paragraph(), claim);
            case WITH_A_MARKER -> Composing.line(
                    claim + (random.nextBoolean() ? "【" + base.paragraph() + "】" : " [ID:" + base.paragraph() + "]"),
                    base.paragraph(), claim);
            case IN_HALF_A_SENTENCE -> Composing.line(half(claim), base.paragraph(), half(claim));
            case WITH_NUMERALS -> Composing.line(numerals(claim), base.paragraph(), claim);
            case IN_WIDE_CHARACTERS -> Composing.line(claim, base.paragraph(), wide(claim));
            case OF_TWO_PARAGRAPHS -> two(base, bases.get(random.nextInt(bases.size())));
            case WITH_A_WRONG_NUMBER -> Composing.line(claim, base.paragraph() + 1, claim);
            case FENCED -> "```json\n" + Composing.line(claim, base.paragraph(), claim) + "```\n";
            case WITH_THE_QUOTE_SHORTENED -> Composing.line(claim, base.paragraph(), half(claim) + "……");
        };
    }

    private static Stream<Base> bases(MatchResult passage) {
        Language language = Language.of(passage.group(2));
        return Sentences.split(1, passage.group(2), language).stream().map(Sentence::text)
                .filter(text -> text.length() > 12 && text.length() < 300)
                .map(text -> new Base(Integer.parseInt(passage.group(1)), text, language == Language.CHINESE));
    }

    /// The first clauses, up to a mark behind the middle.
    private static String half(String sentence) {
        for (int i = sentence.length() / 2; i < sentence.length() - 1; i++) {
            if ("，；,;".indexOf(sentence.charAt(i)) >= 0 && !Character.isDigit(sentence.charAt(i + 1))) {
                return sentence.substring(0, i);
            }
        }
        return sentence;
    }

    /// Years in Chinese numerals.
    private static String numerals(String sentence) {
        return Pattern.compile("(?<!\\d)([12]\\d{3})(?=年)").matcher(sentence).replaceAll(year -> {
            StringBuilder numeral = new StringBuilder();
            year.group(1).chars().forEach(digit -> numeral.append(DIGITS.charAt(digit - '0')));
            return numeral.toString();
        });
    }

    private static String wide(String sentence) {
        StringBuilder wide = new StringBuilder();
        sentence.chars().forEach(c -> wide.append(c > 0x20 && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
        return wide.toString();
    }

    private static String two(Base one, Base other) {
        return "{\"claim\":" + Composing.json(one.sentence() + " " + other.sentence()) + ",\"quotes\":[{\"paragraph\":"
                + one.paragraph() + ",\"quote\":" + Composing.json(one.sentence()) + "},{\"paragraph\":"
                + other.paragraph()
                + ",\"quote\":" + Composing.json(other.sentence()) + "}]}\n";
    }
}
