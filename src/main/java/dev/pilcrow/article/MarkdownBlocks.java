package dev.pilcrow.article;

import dev.pilcrow.article.Block.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Finds the blocks of a Markdown text: headings, paragraphs, list items, table rows and code, each by the source of
/// its content, without the marks around it. An item of several blocks is several paragraphs.
///
/// Text that no one writes, made to keep the parser busy (deep nesting, endless tags), has no blocks here: read it as
/// lines.
final class MarkdownBlocks {

    /// Deeper nesting and longer tags than these are taken for an attack.
    private static final int DEEPEST = 40;
    private static final int LONGEST_TAG_LINE = 10_000;
    private static final int MOST_FRONT_MATTER = 20_000;

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS).inlineParserFactory(_ -> (_, _) -> {
            }).build();
    private static final Pattern MARKER = Pattern.compile("[ \\t]*+(?:>|[*+-](?=\\s)|\\d{1,9}[.)](?=\\s))");

    private final String text;
    private final int offset;
    private final List<Block> blocks = new ArrayList<>();

    private MarkdownBlocks(String text, int offset) {
        this.text = text;
        this.offset = offset;
    }

    /// The blocks in reading order.
    static List<Block> of(String text) {
        if (overwrought(text)) {
            return Block.lines(text);
        }
        int start = afterFrontMatter(text);
        MarkdownBlocks found = new MarkdownBlocks(text, start);
        found.walk(PARSER.parse(text.substring(start)));
        return found.blocks;
    }

    private static boolean overwrought(String text) {
        Matcher marker = MARKER.matcher(text);
        for (Block line : Block.lines(text)) {
            int lineStart = lineStart(text, line.start());
            int at = lineStart;
            int depth = 0;
            while (depth <= DEEPEST && marker.region(at, line.end()).lookingAt()) {
                at = marker.end();
                depth++;
            }
            boolean indented = depth > 0 && at - lineStart > 4 * DEEPEST;
            boolean tag = text.charAt(line.start()) == '<' && line.length() > LONGEST_TAG_LINE;
            if ((depth > DEEPEST || indented || tag) && !rule(text, line)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a line is a thematic break, however long: - - - - -
    private static boolean rule(String text, Block line) {
        char mark = text.charAt(line.start());
        return "-*_".indexOf(mark) >= 0
                && line.in(text).chars().allMatch(c -> c == mark || c == ' ' || c == '\t');
    }

    /// Visits every node without recursion, so that no nesting can overflow the stack.
    private void walk(Node document) {
        Node node = document;
        while (node != null) {
            boolean leaf = take(node);
            Node next = leaf ? null : node.getFirstChild();
            while (next == null && node != null) {
                next = node.getNext();
                node = next == null ? node.getParent() : node;
            }
            node = next;
        }
    }

    /// Adds the block that a node is; false when its children have to be visited.
    private boolean take(Node node) {
        switch (node) {
            case Heading heading -> addHeading(heading);
            case Paragraph paragraph -> add(paragraph.getParent() instanceof ListItem ? Shape.ITEM : Shape.PROSE,
                    from(paragraph, 0), to(paragraph, 0));
            case HtmlBlock html -> add(Shape.PROSE, from(html, 0), to(html, 0));
            case IndentedCodeBlock code -> add(Shape.CODE, from(code, 0), to(code, 0));
            case FencedCodeBlock code -> {
                int closing = code.getClosingFenceLength() == null ? 0 : 1;
                if (code.getSourceSpans().size() > 1 + closing) {
                    add(Shape.CODE, from(code, 1), to(code, closing));
                }
            }
            case TableRow row -> addRow(from(row, 0), to(row, 0));
            default -> {
                return false;
            }
        }
        return true;
    }

    /// The words of a heading: without `#` around them, or without the line under them.
    private void addHeading(Heading heading) {
        int start = from(heading, 0);
        boolean underlined = text.charAt(start) != '#' || heading.getSourceSpans().size() > 1;
        if (underlined) {
            add(Shape.HEADING, start, to(heading, 1));
            return;
        }
        int end = to(heading, 0);
        int last = end;
        while (last > start && (text.charAt(last - 1) == '#' || Glyphs.white(text.charAt(last - 1)))) {
            last--;
        }
        boolean closed = last < end && Glyphs.white(text.charAt(last));
        add(Shape.HEADING, Math.min(end, start + heading.getLevel()), closed ? last : end);
    }

    private void addRow(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && border(start)) {
            start++;
        }
        while (end > start && border(end - 1)) {
            end--;
        }
        add(Shape.ROW, start, end);
    }

    private boolean border(int at) {
        return text.charAt(at) == '|' || Glyphs.white(text.charAt(at));
    }

    private void add(Shape shape, int from, int to) {
        if (from < to) {
            Block.addTrimmed(blocks, shape, text, from, to);
        }
    }

    private int from(Node node, int lines) {
        return offset + node.getSourceSpans().get(lines).getInputIndex();
    }

    private int to(Node node, int lines) {
        SourceSpan last = node.getSourceSpans().get(node.getSourceSpans().size() - 1 - lines);
        return offset + last.getInputIndex() + last.getLength();
    }

    private static int lineStart(String text, int from) {
        int start = from;
        while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
            start--;
        }
        return start;
    }

    /// The offset after a block of YAML between `---` lines at the top, or 0.
    private static int afterFrontMatter(String text) {
        List<Block> lines = text.startsWith("---")
                ? Block.lines(text.substring(0, Math.min(text.length(), MOST_FRONT_MATTER)))
                : List.of();
        if (lines.size() < 3 || !lines.getFirst().in(text).equals("---") || lines.get(1).in(text).indexOf(':') < 1) {
            return 0;
        }
        return lines.stream().skip(1).filter(line -> line.in(text).matches("---|\\.\\.\\.")).findFirst().map(Block::end)
                .orElse(0);
    }
}
