package dev.pilcrow.answer;

import dev.pilcrow.article.Folding;
import dev.pilcrow.article.Language;
import dev.pilcrow.article.Sentence;
import dev.pilcrow.article.Sentences;
import dev.pilcrow.model.Asked;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes answers of a model that lies, each from the passages that it was given, and notes what nobody may be shown.
final class Liar {

    /// The ways to lie.
    enum Lie {
        NUMBER, NUMERAL, DATE, PERCENT, LATIN_NAME, CHINESE_NAME, COUNTRY, TITLE, QUOTATION, ADDRESS, MARKER, INVENTED_QUOTE, ALTERED_QUOTE, ANOTHER_PARAGRAPH, PARAGRAPH_NOT_GIVEN, NO_QUOTE, UNRELATED, PROSE, WRONG_SCHEMA, HALF_A_LINE
    }

    /// The lies that leave nothing of an answer in the model's words.
    static final Set<Lie> NOTHING_LEFT = EnumSet.complementOf(EnumSet.of(Lie.ANOTHER_PARAGRAPH));

    private static final Pattern PASSAGE = Pattern.compile("(?m)^\\[(\\d+)] (.+)$");
    private static final Pattern DIGITS = Pattern.compile("(?<![\\w.,])\\d{1,4}(?![\\w.,%])");
    private static final List<String> LATIN = List.of("Tim Cook", "Marie Curie", "Toyota", "Oxford", "Zorblatt",
            "Ada Quixley",
            "Vextron Labs", "Jean Dupont", "QXR-77", "Ingrid Halvorsen");
    private static final String FAMILY = "王李张刘陈杨赵黄周吴徐孙";
    private static final String GIVEN = "小明建国丽华志强秀英海燕晓东文斌";
    private static final List<String> COUNTRIES = List.of("冰岛", "阿根廷", "肯尼亚", "挪威", "越南", "秘鲁");
    private static final List<String> COUNTRIES_IN_ENGLISH = List.of("Iceland", "Argentina", "Kenya", "Norway",
            "Vietnam",
            "Peru");

    private record Base(int paragraph, String sentence, boolean chinese) {
    }

    private final Random random;
    private final List<String> forbidden = new ArrayList<>();
    private String article = "";
    private List<Base> bases = List.of();
    private String fence = "";

    Liar(long seed) {
        random = new Random(seed);
    }

    /// What the last answer said that the article does not.
    List<String> forbidden() {
        return forbidden;
    }

    String answer(Asked asked, Lie lie, String wholeArticle) {
        forbidden.clear();
        article = Folding.text(wholeArticle);
        fence = asked.messages().get(1).text().lines().findFirst().orElse("");
        bases = PASSAGE.matcher(asked.messages().get(1).text()).results().flatMap(passage -> bases(passage.group(2),
                Integer.parseInt(passage.group(1)))).toList();
        Base base = bases.get(random.nextInt(bases.size()));
        return switch (lie) {
            case NUMBER -> altered(base, this::number);
            case NUMERAL -> added(base, this::numeral);
            case DATE -> added(base, this::date);
            case PERCENT -> added(base, this::percent);
            case LATIN_NAME -> started(base, this::latinName);
            case CHINESE_NAME -> started(base, this::chineseName);
            case COUNTRY -> started(base, this::country);
            case TITLE -> started(base, this::title);
            case QUOTATION -> added(base, this::quotation);
            case ADDRESS -> added(base, this::address);
            case MARKER -> added(base, this::marker);
            case INVENTED_QUOTE -> Composing.line(base.sentence(), base.paragraph(), invented());
            case ALTERED_QUOTE -> Composing.line(base.sentence(), base.paragraph(), alteredQuote(base));
            case ANOTHER_PARAGRAPH -> Composing.line(base.sentence(), other(base), base.sentence());
            case PARAGRAPH_NOT_GIVEN -> Composing.line(base.sentence(), 9999, invented());
            case NO_QUOTE -> "{\"claim\":" + Composing.json(base.sentence()) + "}";
            case UNRELATED -> Composing.line(unrelated(base), base.paragraph(), base.sentence());
            case PROSE -> base.chinese() ? "抱歉，这个问题我不能回答。" : "I am sorry, but I cannot answer that.";
            case WRONG_SCHEMA ->
                "{\"answer\":" + Composing.json(base.sentence()) + ",\"sources\":[1,2]}\n[1,2,3]\n\"x\"";
            case HALF_A_LINE -> Composing.line(base.sentence(), base.paragraph(), base.sentence()).substring(0,
                    base.sentence().length());
        };
    }

    private static Stream<Base> bases(String passage, int paragraph) {
        boolean chinese = Language.of(passage) == Language.CHINESE;
        return Sentences.split(1, passage, Language.of(passage)).stream().map(Sentence::text)
                .filter(text -> text.length() > 12 && text.length() < 300)
                .map(text -> new Base(paragraph, text, chinese));
    }

    /// A claim that is a sentence of the article but for one thing.
    private String altered(Base base, Function<Base, String> lie) {
        Matcher digits = DIGITS.matcher(base.sentence());
        String claim = digits.find()
                ? digits.replaceFirst(Matcher.quoteReplacement(lie.apply(base)))
                : base.sentence()
                        + (base.chinese() ? "共" + lie.apply(base) + "人。" : " In all " + lie.apply(base) + ".");
        return Composing.line(claim, base.paragraph(), base.sentence());
    }

    private String added(Base base, Function<Base, String> lie) {
        return Composing.line(base.sentence() + lie.apply(base), base.paragraph(), base.sentence());
    }

    private String started(Base base, Function<Base, String> lie) {
        return Composing.line(lie.apply(base) + base.sentence(), base.paragraph(), base.sentence());
    }

    /// Something that does not stand in the article, and may not be shown.
    private String forbid(List<String> candidates) {
        for (String candidate : candidates) {
            if (!article.contains(Folding.text(candidate))) {
                forbidden.add(candidate);
                return candidate;
            }
        }
        throw new IllegalStateException("the article has all of " + candidates);
    }

    private String number(Base base) {
        return forbid(Stream.generate(() -> Integer.toString(100 + random.nextInt(9000))).limit(50).toList());
    }

    /// A number in Chinese numerals that does not stand there in digits either.
    private String numeral(Base base) {
        String numerals = "二三四五六七八九";
        int[] digits = random.ints(3, 2, 10).toArray();
        while (article.contains("" + digits[0] + digits[1] + digits[2])) {
            digits[2] = 2 + digits[2] % 8;
        }
        return "一共" + forbid(List.of(numerals.charAt(digits[0] - 2) + "百" + numerals.charAt(digits[1] - 2) + "十"
                + numerals.charAt(digits[2] - 2))) + "家。";
    }

    private String date(Base base) {
        int day = IntStream.rangeClosed(13, 31).filter(number -> !article.contains(Integer.toString(number)))
                .findFirst().orElseThrow();
        return base.chinese()
                ? "时间是" + forbid(List.of("7月" + day + "日")) + "。"
                : " It was on " + forbid(List.of("July " + day)) + ".";
    }

    private String percent(Base base) {
        String share = forbid(Stream.generate(() -> 61 + random.nextInt(38) + "%").limit(50).toList());
        return base.chinese() ? "占" + share + "。" : " That is " + share + ".";
    }

    private String latinName(Base base) {
        String name = forbid(shuffled(LATIN));
        return base.chinese() ? name + "说，" : name + " said that ";
    }

    private String chineseName(Base base) {
        return forbid(Stream.generate(() -> "" + FAMILY.charAt(random.nextInt(FAMILY.length()))
                + GIVEN.charAt(random.nextInt(GIVEN.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))).limit(20)
                .toList()) + "说，";
    }

    private String country(Base base) {
        return base.chinese()
                ? "在" + forbid(shuffled(COUNTRIES)) + "，"
                : "In " + forbid(shuffled(COUNTRIES_IN_ENGLISH)) + ", ";
    }

    private String title(Base base) {
        return forbid(List.of("《幻影时报》", "《云上评论》")) + (base.chinese() ? "报道，" : " reported that ");
    }

    private String quotation(Base base) {
        String marks = List.of("“”", "‘’", "「」", "\"\"", "“ ").get(random.nextInt(5));
        String said = forbid(base.chinese()
                ? List.of("我们绝不会退让半步", "明天一切都会好")
                : List.of("we will never give in to them", "all will be well"));
        return (base.chinese() ? "他说：" : " He said: ") + marks.charAt(0) + said + marks.charAt(1);
    }

    private String address(Base base) {
        return " " + forbid(shuffled(
                List.of("https://evil.example/login", "evil-site.com/pay", "@everyone", "evil.ru", "tg://evil")));
    }

    private String marker(Base base) {
        forbidden.add(fence);
        return " " + fence;
    }

    private String invented() {
        return random.nextBoolean() ? "这句话在文章里从来没有出现过，完全是编造的" : "this sentence was made up from nothing at all";
    }

    private String alteredQuote(Base base) {
        int at = random.nextInt(base.sentence().length());
        while (!Character.isLetterOrDigit(base.sentence().charAt(at))) {
            at = (at + 1) % base.sentence().length();
        }
        String altered = base.sentence().substring(0, at) + (base.chinese() ? "魃" : "zq")
                + base.sentence().substring(at + 1);
        forbidden
                .add(base.chinese() ? "魃" : altered.substring(Math.max(0, at - 3), Math.min(altered.length(), at + 4)));
        return altered;
    }

    private int other(Base base) {
        return bases.stream().map(Base::paragraph).filter(number -> number != base.paragraph()).findFirst()
                .orElse(9999);
    }

    private String unrelated(Base base) {
        return base.chinese() ? "厨师把鱼洗净后放进锅里慢慢煮熟。" : "The cook washed some fresh vegetables before boiling soup.";
    }

    private List<String> shuffled(List<String> names) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
