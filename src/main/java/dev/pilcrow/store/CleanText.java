package dev.pilcrow.store;

import java.sql.Types;
import java.util.stream.IntStream;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/// Binds a text as every database can keep it: NUL, which PostgreSQL refuses, and halves of surrogate pairs, which have no
/// UTF-8, become U+FFFD.
final class CleanText extends AbstractArgumentFactory<String> {

    private static final int REPLACEMENT = 0xFFFD;

    CleanText() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        String clean = clean(value);
        return (position, statement, _) -> statement.setString(position, clean);
    }

    static String clean(String text) {
        IntStream points = text.codePoints();
        return text.codePoints().noneMatch(CleanText::isForbidden)
                ? text
                : points.map(point -> isForbidden(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isForbidden(int point) {
        return point == 0 || point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
