package dev.pilcrow.insights;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.pilcrow.chat.CleanText;
import dev.pilcrow.store.InsightTable;
import dev.pilcrow.store.InsightTable.Row;
import dev.pilcrow.store.InsightTable.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// The questions about an article as a table of comma-separated values, one row a question, the newest first, for a
/// spreadsheet: it begins with a byte order mark, so that Excel reads Chinese, and no cell is a formula. It tells nobody's
/// name.
///
/// Columns: `time` (of the operator's zone), `platform`, `language`, `article` (the start of its id), `question`, `outcome`
/// (`grounded`, `declined`, `unavailable`), `reason` (why there is no answer), `cited` (numbers of paragraphs), `nearest`
/// (numbers of paragraphs offered instead), `good_votes`, `bad_votes`, `vote_reasons`.
public final class InsightSheet {

    /// Where a table ends, however much there is.
    ///
    /// @param rows the most rows
    /// @param characters after the row with which the cells come to so many, no other follows
    public record Size(int rows, long characters) {

        /// That of a table that has all rows.
        public static final Size UNBOUNDED = new Size(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    /// The names of the columns.
    static final List<String> COLUMNS = List.of("time", "platform", "language", "article", "question", "outcome",
            "reason", "cited", "nearest", "good_votes", "bad_votes", "vote_reasons");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /// What a spreadsheet takes for the start of a formula, in either width.
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ObjectWriter CSV = new CsvMapper().writerFor(Object[].class)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).with(schema());

    private InsightSheet() {
    }

    private static CsvSchema schema() {
        CsvSchema.Builder schema = CsvSchema.builder().setLineSeparator("\r\n").setUseHeader(false);
        COLUMNS.forEach(schema::addColumn);
        return schema.build();
    }

    /// Writes the table, and leaves the writer open.
    ///
    /// @param most where it ends
    static void write(InsightTable table, Scope scope, ZoneId zone, Size most, Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        out.write(String.join(",", COLUMNS) + "\r\n");
        LongAdder written = new LongAdder();
        try (SequenceWriter rows = CSV.writeValues(out)) {
            table.rows(scope, most.rows(), row -> {
                Object[] cells = cells(row, zone);
                write(rows, cells);
                Arrays.stream(cells).forEach(cell -> written.add(cell.toString().length()));
                return written.sum() < most.characters();
            });
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
    }

    private static void write(SequenceWriter rows, Object[] cells) {
        try {
            rows.write(cells);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private static Object[] cells(Row row, ZoneId zone) {
        return new Object[]{TIME.format(row.at().atZone(zone)), harmless(row.platform()), harmless(row.language()),
                Insights.shortId(row.article()), harmless(row.question()),
                harmless(row.kind()), harmless(row.reason()), numbers(Payload.cited(row.payload())),
                numbers(Payload.nearest(row.payload())), row.good(), row.bad(),
                harmless(Objects.requireNonNullElse(row.reasons(), ""))};
    }

    private static String numbers(List<Integer> paragraphs) {
        return paragraphs.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /// A text on one line that is not a formula.
    static String harmless(String text) {
        String line = CleanText.of(text).text().replace('\n', ' ').strip();
        return !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
