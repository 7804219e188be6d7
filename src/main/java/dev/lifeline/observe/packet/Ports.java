package dev.lifeline.observe.packet;

import java.util.Arrays;

/// A few ports of servers, and what is wanted beside them. Immutable.
///
/// @param names whether questions to name servers are
/// @param wide whether TCP of all ports is
/// @param numbers each once
record Ports(boolean names, boolean wide, int[] numbers) {

    static final Ports NONE = new Ports(false, false, new int[0]);

    boolean has(int port) {
        for (int each : numbers) {
            if (each == port) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return numbers.length == 0 && !names;
    }

    int count() {
        return numbers.length;
    }

    Ports with(int port) {
        if (has(port)) {
            return this;
        }
        int[] more = Arrays.copyOf(numbers, numbers.length + 1);
        more[numbers.length] = port;
        return new Ports(names, wide, more);
    }

    Ports withNames() {
        return new Ports(true, wide, numbers);
    }

    Ports widened(boolean its) {
        return new Ports(names, its, numbers);
    }
}
