package dev.pilcrow.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds who wrote an article: 【文/观察者网 刘程辉】, (文/X), 作者：X, 记者 X, 新华社北京2月11日电, 来源：X, By Jane Doe, (Reuters).
///
/// It looks where editors put it, at the ends of the first three paragraphs and of the last two.
public final class Bylines {

    private static final int HEAD = 120;
    private static final int SHORT = 60;
    private static final int SHORT_ENGLISH = 100;
    private static final int STORY = 12;

    private static final String ROLE = "(?:本报|本報|特约|特約|见习|見習)?(?:作者|撰文|撰稿|编译|編譯|记者|記者|通讯员|通訊員|文)";
    private static final String AGENCY = "Reuters|AP|AFP|Associated Press|Bloomberg|Xinhua|CNN|CNBC|BBC|UPI";

    private static final Pattern BRACKETED = Pattern
            .compile("[【\\[（(]\\s*+" + ROLE + "(?:\\s*+[/／|｜丨:：]\\s*+|\\s++)(?<who>[^】\\]）)]{1,60})[】\\]）)]");
    private static final Pattern LABELLED = Pattern
            .compile("^" + ROLE + "(?:\\s*[/／|｜丨:：]\\s*|\\s+)(?<who>[^，,。！？]{1,40})$");
    private static final Pattern REPORTER = Pattern.compile(
            "^(?:本报|本報)(?:记者|記者)\\s*(?<who>[\\p{IsHan}·]{2,8}(?:[\\s、][\\p{IsHan}·]{2,8}){0,3})$");
    private static final Pattern ENGLISH = Pattern.compile("^(?:By|BY|Written by)\\s+(?<who>\\p{Lu}[^.!?。]{1,80})$");
    private static final Pattern DATELINE = Pattern.compile(
            "^[【（(]?(?<outlet>新华社|新華社|中新社|中新网|中央社|法新社|路透社|美联社)"
                    + "[^，,。]{0,16}?\\d{1,2}日(?:电|電|讯|訊)(?:\\s*[（(](?:记者|記者)\\s*(?<who>[^）)]{1,40})[）)])?");
    private static final Pattern ENGLISH_DATELINE = Pattern
            .compile("^[A-Z][\\p{L}\\d ,./-]{0,50}\\((?<outlet>" + AGENCY + ")\\)\\s*[-–—]");
    private static final Pattern SOURCE = Pattern
            .compile("^[（(【]?(?:来源|來源|稿源|Source)\\s*[:：]\\s*(?<outlet>[^，,。）)】]{1,40})[）)】]?$");
    private static final List<Pattern> PATTERNS = List.of(BRACKETED, LABELLED, REPORTER, ENGLISH, DATELINE,
            ENGLISH_DATELINE, SOURCE);

    private Bylines() {
    }

    /// The byline of an article, if it carries one. When one place names the writer and another the outlet, the place
    /// is the writer's.
    public static Optional<Byline> byline(Article article) {
        List<Byline> found = candidates(article.paragraphs()).flatMap(paragraph -> in(paragraph).stream()).toList();
        Optional<Byline> writer = found.stream().filter(byline -> !byline.authors().isEmpty()).findFirst();
        String outlet = found.stream().map(Byline::outlet).filter(name -> !name.isEmpty()).findFirst().orElse("");
        return writer.map(byline -> byline.outlet().isEmpty()
                ? new Byline(byline.authors(), outlet, byline.paragraph(), byline.start(), byline.end())
                : byline).or(() -> found.stream().findFirst());
    }

    /// Whether a paragraph is a byline and hardly anything else.
    static boolean only(String text) {
        boolean latin = text.codePoints().noneMatch(Character::isIdeographic);
        if (text.length() > (latin ? SHORT_ENGLISH : SHORT)) {
            return false;
        }
        return PATTERNS.stream().map(pattern -> pattern.matcher(text)).filter(Matcher::find)
                .anyMatch(found -> text.length() - (found.end() - found.start()) <= STORY
                        && Names.plausible(found, text));
    }

    /// The offset after a bracketed byline at the start of a text, or 0.
    static int bracketEnd(String text) {
        Matcher bracket = BRACKETED.matcher(text).region(0, Math.min(text.length(), HEAD));
        return bracket.lookingAt() ? bracket.end() : 0;
    }

    private static Stream<Paragraph> candidates(List<Paragraph> paragraphs) {
        int size = paragraphs.size();
        return Stream.concat(paragraphs.stream().limit(3), paragraphs.stream().skip(Math.max(3, size - 2)));
    }

    private static Optional<Byline> in(Paragraph paragraph) {
        String text = paragraph.text();
        List<Byline> found = new ArrayList<>();
        for (Pattern pattern : PATTERNS) {
            find(pattern, paragraph, text.substring(0, Math.min(HEAD, text.length())), 0).ifPresent(found::add);
        }
        if (text.length() > HEAD) {
            int tail = text.length() - SHORT;
            find(BRACKETED, paragraph, text.substring(tail), tail).ifPresent(found::add);
        }
        return found.stream().findFirst();
    }

    private static Optional<Byline> find(Pattern pattern, Paragraph paragraph, String part, int offset) {
        Matcher found = pattern.matcher(part);
        return found.find() && Names.plausible(found, part)
                ? Names.of(found)
                        .map(names -> new Byline(names.authors(), names.outlet(), paragraph.number(),
                                offset + found.start(),
                                offset + found.end()))
                : Optional.empty();
    }
}
