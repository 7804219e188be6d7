package dev.lifeline.model;

import java.util.Arrays;

/// Builds a `tcp_info` field by field; what is not given is absent.
public final class TcpFigures {

    private final long[] values = new long[TcpField.values().length];

    public TcpFigures() {
        Arrays.fill(values, TcpInfo.ABSENT);
    }

    public TcpFigures with(TcpField field, long value) {
        values[field.ordinal()] = value;
        return this;
    }

    public TcpInfo raw(String raw) {
        return new TcpInfo(raw, values);
    }
}
