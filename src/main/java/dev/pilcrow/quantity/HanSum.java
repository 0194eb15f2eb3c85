package dev.pilcrow.quantity;

import java.math.BigDecimal;

/// Adds up digits and powers of ten, left to right.
final class HanSum {

    private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
    private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

    private final boolean takesFirst;
    private BigDecimal high = BigDecimal.ZERO;
    private BigDecimal middle = BigDecimal.ZERO;
    private BigDecimal low = BigDecimal.ZERO;
    private BigDecimal current = BigDecimal.ZERO;
    private long lastUnit;
    private boolean approximate;
    private boolean shortened;

    /// @param takesFirst which of two digits side by side counts: 三四十 is 30 or 40
    HanSum(boolean takesFirst) {
        this.takesFirst = takesFirst;
    }

    BigDecimal of(String text, int start, int end) {
        for (int i = start; i < end && i < start + DigitNumerals.LONGEST; i++) {
            accept(text, i);
        }
        return result();
    }

    void put(BigDecimal number) {
        current = number;
    }

    boolean approximate() {
        return approximate;
    }

    /// Is the power of ten of the last digit left out?
    boolean shortened() {
        return shortened;
    }

    void accept(String text, int at) {
        char c = text.charAt(at);
        int digit = QuantityWords.hanDigit(c);
        if (digit > 0) {
            approximate |= current.signum() > 0;
            if (current.signum() == 0 || !takesFirst) {
                current = BigDecimal.valueOf(digit);
            }
        } else if (digit == 0) {
            lastUnit = 0;
        } else if (c == '廿') {
            low = low.add(BigDecimal.valueOf(20));
            lastUnit = 10;
        } else {
            unit(QuantityWords.hanUnit(text, at));
        }
    }

    private void unit(int unit) {
        BigDecimal factor = BigDecimal.valueOf(unit);
        if (unit >= 10_000) {
            BigDecimal group = low.add(current);
            if (unit == 10_000) {
                middle = middle.add(group.signum() == 0 ? MYRIAD : group.multiply(factor));
            } else {
                BigDecimal all = middle.add(group);
                high = high.add(all.signum() == 0 ? HUNDRED_MILLION : all.multiply(factor));
                middle = BigDecimal.ZERO;
            }
            low = BigDecimal.ZERO;
        } else {
            low = low.add(current.signum() == 0 ? factor : current.multiply(factor));
        }
        current = BigDecimal.ZERO;
        lastUnit = unit;
    }

    /// 三万五 is 35,000, and might be 30,005.
    BigDecimal result() {
        shortened = lastUnit >= 100 && current.signum() > 0 && !approximate && current.compareTo(BigDecimal.TEN) < 0;
        return shortened
                ? unshortened().subtract(current).add(current.multiply(BigDecimal.valueOf(lastUnit / 10)))
                : unshortened();
    }

    BigDecimal unshortened() {
        return high.add(middle).add(low).add(current);
    }
}
