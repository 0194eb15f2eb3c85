package dev.pilcrow.ops;

/// What a model costs, in the operator's money.
///
/// @param in a million tokens that it reads
/// @param out a million tokens that it writes
public record Price(double in, double out) {

    private static final double MILLION = 1e6;

    public Price {
        if (!(in >= 0 && out >= 0 && in < MILLION && out < MILLION)) {
            throw new IllegalArgumentException("no price");
        }
    }

    double of(int tokensIn, int tokensOut) {
        return (tokensIn * in + tokensOut * out) / MILLION;
    }
}
