package dev.pilcrow.insights;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/// The last days that are told of, today among them.
///
/// @param days how many, from 1 to {@link #MOST}
/// @param today the day of the operator's time zone on which it is told
/// @param zone that time zone
public record Period(int days, LocalDate today, ZoneId zone) {

    /// Ten years.
    public static final int MOST = 3_650;
    public static final int USUAL = 30;

    public Period {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException(days + " days");
        }
    }

    static Period of(int days, Instant now, ZoneId zone) {
        return new Period(days, LocalDate.ofInstant(now, zone), zone);
    }

    /// When the first of the days begins.
    Instant since() {
        return first().atStartOfDay(zone).toInstant();
    }

    LocalDate first() {
        return today.minusDays(days - 1L);
    }

    /// All the days, the first one first.
    List<LocalDate> dates() {
        return IntStream.range(0, days).mapToObj(first()::plusDays).toList();
    }
}
