package dev.pilcrow.article;

import dev.pilcrow.article.Block.Shape;
import dev.pilcrow.article.Paragraph.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// Tells headings, bylines and captions from the story, by their shape, their length and the words editors put there.
final class Kinds {

    private static final int SHORT = 40;
    private static final int SHORT_ENGLISH_HEADING = 90;
    private static final int SHORT_CREDIT = 100;
    /// Where half of the lines are longer than this, a short line is no line of the story.
    private static final int LONG = 60;
    private static final String SENTENCE_ENDS = "。.；;：:，,、…";
    private static final String LOUD_ENDS = "！？!?”\"」";

    /// On folded text: lower case, simplified, ASCII marks.
    private static final Pattern CAPTION_START = Pattern.compile("(?:图[为/:\\s\\d一二三四五六七八九十]"
            + "|(?:photo|image|file photo|picture|caption|credit)s?\\b ?[:(/|]|file photo\\b"
            + "|[▲△↑▼]|!\\[[^\\]]*\\]\\().*");
    private static final Pattern CAPTION_END = Pattern.compile(
            ".*(?:截图|截屏|资料图片?|资料照片?|图片来源.{0,30}|图源.{0,30}"
                    + "|[^拍]摄|供图|制图|\\bgetty images|\\bfile photo|\\bphoto by .{0,40})[.)】\\]]*");
    private static final Pattern NUMBERED = Pattern
            .compile("(?:[一二三四五六七八九十]{1,3}[、.]|\\([一二三四五六七八九十\\d]{1,3}\\)|第.{1,4}[章节部分]|\\d{1,2}[.、] ?\\D).*");

    private final String text;
    private final List<Block> blocks;
    private final Language language;
    private final int median;

    Kinds(String text, List<Block> blocks, Language language) {
        this.text = text;
        this.blocks = blocks;
        this.language = language;
        median = blocks.stream().mapToInt(Block::length).sorted().skip(blocks.size() / 2).findFirst().orElse(0);
    }

    Kind of(int index) {
        Block block = blocks.get(index);
        return switch (block.shape()) {
            case HEADING -> Kind.HEADING;
            case CODE, ROW -> Kind.BODY;
            case ITEM, PROSE, LINE -> {
                String folded = block.length() <= SHORT_CREDIT ? Folding.text(block.in(text)) : "";
                yield folded.isEmpty() ? Kind.BODY : ofShort(index, block, folded);
            }
        };
    }

    private Kind ofShort(int index, Block block, String folded) {
        if (index == 0 && block.shape() == Shape.LINE && heading(block)) {
            return Bylines.only(block.in(text)) ? Kind.BYLINE : Kind.HEADING;
        }
        if (Bylines.only(block.in(text))) {
            return Kind.BYLINE;
        }
        boolean credited = block.length() <= LONG && CAPTION_END.matcher(folded).matches();
        if (credited || CAPTION_START.matcher(folded).matches()) {
            return Kind.CAPTION;
        }
        if (block.shape() != Shape.LINE || !loneShortLine(index)) {
            return Kind.BODY;
        }
        return NUMBERED.matcher(folded).matches() ? Kind.HEADING : Kind.CAPTION;
    }

    /// The first line: short, no sentence, and longer lines below; a headline may ask or shout.
    private boolean heading(Block block) {
        int longest = language == Language.CHINESE ? SHORT : SHORT_ENGLISH_HEADING;
        long longer = blocks.stream().limit(4).filter(other -> other.length() > 2 * block.length()).count();
        return block.length() <= longest && !ends(block, SENTENCE_ENDS) && longer > 0 && hasLetter(block);
    }

    /// A short line without an end between two lines that are not short, in a text of long lines.
    private boolean loneShortLine(int index) {
        Block block = blocks.get(index);
        return index > 0 && index + 1 < blocks.size() && median >= LONG && block.length() <= SHORT && hasLetter(block)
                && !ends(block, SENTENCE_ENDS) && !ends(block, LOUD_ENDS) && blocks.get(index - 1).length() > SHORT
                && blocks.get(index + 1).length() > SHORT;
    }

    private boolean ends(Block block, String marks) {
        return marks.indexOf(text.charAt(block.end() - 1)) >= 0;
    }

    private boolean hasLetter(Block block) {
        return block.in(text).codePoints().anyMatch(Character::isLetter);
    }
}
