package dev.pilcrow.search;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that a claim writes in Chinese characters: names with middle dots, countries, renderings of names that the
/// glossary has, transliterations, and names of persons: a surname with one or two characters that make no word with
/// their neighbours, by themselves or beside a title or a verb of saying.
final class HanNames {

    private static final Pattern DOTTED = Pattern.compile("[\\p{IsHan}]{1,12}(?:·[\\p{IsHan}]{1,12})+");

    private static final Pattern SPEAKER = Pattern
            .compile("(?<![\\p{IsHan}·])(?<name>\\p{IsHan}{1,2}[\\p{IsHan}&&[^中内里外上下前后方们]])(?=(?:曾|还|又|也|则)?"
                    + "(?:说|表示|指出|认为|称|写道|坦言|强调|透露|提醒|警告|宣布|回应|解释|补充))");

    private static final Set<String> KINDS = Set.of("公司", "集团", "大学", "学院", "银行", "人", "州", "省", "市", "县", "岛", "语",
            "队", "籍");
    private static final Set<String> COPULAS = Set.of("是", "为", "叫", "即");

    private final String folded;
    private final List<int[]> words;
    private final BitSet inside = new BitSet();
    private final Set<String> names = new LinkedHashSet<>();

    private HanNames(String folded) {
        this.folded = folded;
        this.words = Segments.of(folded);
    }

    /// The names of a folded claim, in order of their kinds.
    static Set<String> in(String folded) {
        HanNames names = new HanNames(folded);
        names.dotted();
        names.speakers();
        names.known();
        for (int i = 0; i < names.words.size(); i++) {
            i += names.run(i);
        }
        return names.names;
    }

    private void dotted() {
        Matcher matcher = DOTTED.matcher(folded);
        while (matcher.find()) {
            String name = Segments.dottedName(matcher.group());
            int start = folded.indexOf(name, matcher.start());
            names.add(name);
            inside.set(start, start + name.length());
        }
    }

    /// Who is said to say something at the start of a clause: a surname with one or two characters that are together no
    /// word, whatever word the last of them makes with the verb.
    private void speakers() {
        Matcher speaker = SPEAKER.matcher(folded);
        while (speaker.find()) {
            String name = speaker.group("name");
            List<String> parts = Segments.of(name).stream().map(part -> name.substring(part[0], part[1])).toList();
            boolean word = parts.size() == 1
                    || parts.stream().anyMatch(part -> Segments.isFunctionWord(part) || Proper.standsBehind(part));
            if (!word && Proper.isSurname(name.substring(0, 1))) {
                names.add(name);
            }
        }
    }

    private void known() {
        BitSet borders = new BitSet();
        words.forEach(word -> {
            borders.set(word[0]);
            borders.set(word[1]);
        });
        for (String country : Countries.in(folded)) {
            for (int at = folded.indexOf(country); at >= 0; at = folded.indexOf(country, at + 1)) {
                if (borders.get(at) && borders.get(at + country.length())) {
                    names.add(country);
                }
            }
        }
        for (int[] place : Glossary.general().chineseWords(folded)) {
            String word = folded.substring(place[0], place[1]);
            boolean whole = borders.get(place[1]) || endsWithKind(borders, place[1]);
            boolean particles = borders.get(place[0] + 1)
                    && word.chars().anyMatch(character -> Segments.isFunctionWord(Character.toString(character)));
            if (Proper.isChineseName(word) && borders.get(place[0]) && whole && !particles && !inside.get(place[0])) {
                names.add(word);
            }
        }
    }

    /// Is the rest of the word what kind of thing the name is of, as in 微软公司?
    private boolean endsWithKind(BitSet borders, int from) {
        int end = borders.nextSetBit(from);
        return end > 0 && KINDS.contains(folded.substring(from, end));
    }

    private String word(int at) {
        return at < 0 || at >= words.size() ? "" : folded.substring(words.get(at)[0], words.get(at)[1]);
    }

    private boolean isSingle(int at) {
        String word = word(at);
        return word.length() == 1 && Character.isIdeographic(word.charAt(0)) && !Segments.isFunctionWord(word);
    }

    private boolean isPart(int at) {
        String word = word(at);
        return isSingle(at) || word.length() == 2 && Proper.isTransliterating(word);
    }

    private int sounding(int at) {
        return Proper.isTransliterating(word(at)) ? word(at).length() : 0;
    }

    /// A transliteration or a person from this word on; returns how many further words it takes.
    private int run(int first) {
        if (inside.get(words.get(first)[0])) {
            return 0;
        }
        if (word(first).length() > 2 && Proper.isTransliterating(word(first))
                && Glossary.general().english(word(first)).isEmpty()) {
            names.add(word(first));
            return 0;
        }
        if (!isPart(first)) {
            return 0;
        }
        int last = first;
        int sounding = sounding(first);
        while (isPart(last + 1)) {
            last++;
            sounding += sounding(last);
        }
        String run = folded.substring(words.get(first)[0], words.get(last)[1]);
        if (last > first && sounding >= 3 && sounding * 4 >= run.length() * 3) {
            names.add(run);
            return last - first;
        }
        if (!isSingle(first)) {
            if (isBeside(first, first) && Glossary.general().english(word(first)).isEmpty()) {
                names.add(withBefore(first, word(first)));
            }
            return 0;
        }
        if (last - first == 2 && run.length() == 3 && Proper.isSurname(word(first)) && !Proper.endsNoName(word(last))) {
            names.add(run);
            return 2;
        }
        return person(first);
    }

    /// A name with the words before that are written like one transliteration with it, as in 梅里迪安, which is cut into
    /// single characters.
    private String withBefore(int at, String name) {
        String joined = name;
        for (int i = at - 1; i >= 0 && Proper.goesOn(word(i), joined); i--) {
            joined = word(i) + joined;
        }
        return joined;
    }

    private int person(int first) {
        if (!Proper.isSurname(word(first))) {
            String two = word(first) + word(first + 1);
            if (isSingle(first + 1) && Proper.isTransliterating(two) && isBeside(first, first + 1)) {
                names.add(withBefore(first, two));
                return 1;
            }
            return 0;
        }
        for (int n = 2; n >= 1; n--) {
            String name = word(first) + word(first + 1) + (n == 2 ? word(first + 2) : "");
            boolean given = isGiven(first + 1) && (n == 1 || isGiven(first + 2));
            if (given && name.length() > 1 && name.length() < 4
                    && !Proper.endsNoName(name.substring(name.length() - 1))
                    && isBeside(first, first + n)) {
                names.add(name);
                return n;
            }
        }
        return 0;
    }

    /// Do these words stand behind a title, or before one or a verb of saying?
    private boolean isBeside(int first, int last) {
        int before = COPULAS.contains(word(first - 1)) ? first - 2 : first - 1;
        return Proper.standsBefore(word(before)) || Proper.standsBehind(word(last + 1));
    }

    private boolean isGiven(int at) {
        String word = word(at);
        return !word.isEmpty() && word.length() < 3 && Character.isIdeographic(word.charAt(0))
                && !Segments.isFunctionWord(word) && !Proper.standsBehind(word);
    }
}
