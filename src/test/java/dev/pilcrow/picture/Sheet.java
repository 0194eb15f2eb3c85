package dev.pilcrow.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// An SVG that is being drawn: shapes, and words that stay words, in a typeface of whoever looks at it. It fetches nothing,
/// and has a ground of its own, so that it looks the same on a light page and on a dark one.
public final class Sheet {

    /// Typefaces of the usual systems: the Latin ones first, as the Chinese ones have Latin letters too.
    private static final String TYPEFACES = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'PingFang SC',"
            + "'Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif";
    private static final String FIXED = "ui-monospace,Menlo,Consolas,monospace";
    /// A thumb that points up, 24 wide and high; letters for it look different everywhere.
    private static final String THUMB = "M3 10.5h3.6v9.6H3zM8.1 20.1h8.6c.9 0 1.7-.6 2-1.4l2.2-6.3c.4-1.2-.5-2.4-1.7-2.4"
            + "h-4.8l.9-4.4c.2-1-.3-1.9-1.2-2.2-.6-.2-1.2 0-1.5.5L8.1 10z";

    private final int width;
    private final StringBuilder drawn = new StringBuilder();

    public Sheet(int width) {
        this.width = width;
    }

    public int width() {
        return width;
    }

    /// A rectangle with round corners.
    ///
    /// @param look further attributes, such as `fill="#fff"`
    public void box(double x, double y, double wide, double high, double round, String look) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>", x, y, wide, high, round, look);
    }

    public void circle(double x, double y, double radius, String look) {
        add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>", x, y, radius, look);
    }

    public void path(String path, String look) {
        add("<path d=\"%s\" %s/>", path, look);
    }

    /// A thumb around a point, up or down.
    public void thumb(double x, double y, double size, boolean down, String look) {
        double scale = size / 24;
        String turn = down ? " rotate(180)" : "";
        add("<path transform=\"translate(%s %s)%s scale(%s) translate(-12 -12)\" d=\"%s\" %s/>", x, y, turn,
                scale, THUMB, look);
    }

    /// Words in one look.
    ///
    /// @param anchor which part of them is at x: `start`, `middle` or `end`
    public void text(double x, double y, double size, String anchor, String look, String words) {
        add("<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" %s>%s</text>", x, y, size, anchor, look,
                escaped(words));
    }

    /// A line of a message.
    ///
    /// @param ink the colour of its words
    /// @param link the colour of those that can be followed
    public void line(double x, double y, double size, String ink, String link, List<Piece> pieces) {
        add("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\">%s</text>", x, y, size, ink,
                pieces.stream().map(piece -> span(piece, link)).collect(Collectors.joining()));
    }

    private static String span(Piece piece, String link) {
        String look = (piece.is(Piece.Mark.BOLD) ? " font-weight=\"600\"" : "")
                + (piece.is(Piece.Mark.LINK) || piece.is(Piece.Mark.MENTION) ? " fill=\"" + link + "\"" : "")
                + (piece.is(Piece.Mark.CODE) ? " font-family=\"" + FIXED + "\"" : "");
        return look.isEmpty() ? escaped(piece.text()) : "<tspan" + look + ">" + escaped(piece.text()) + "</tspan>";
    }

    /// The whole picture.
    ///
    /// @param told what can be seen in it, for those who cannot
    public String svg(int height, String title, String told) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" \
                aria-labelledby="title told" xml:lang="zh-Hans" font-family="%s">
                <title id="title">%s</title>
                <desc id="told">%s</desc>
                %s</svg>
                """.formatted(width, height, width, height, TYPEFACES, escaped(title), escaped(told), drawn);
    }

    private void add(String form, Object... values) {
        Object[] rounded = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = values[i] instanceof Double number ? number(number) : values[i];
        }
        drawn.append(form.formatted(rounded)).append('\n');
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.2f", number).replaceAll("\\.?0+$", "");
    }

    /// Blanks that stand together stay apart.
    private static String escaped(String text) {
        return text.replace("  ", "\u00a0 ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
