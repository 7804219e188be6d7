package dev.lifeline.observe.packet;

import java.util.Arrays;

/// A few ports of servers, and whether questions to name servers are wanted. Immutable.
///
/// @param names whether such questions are
/// @param numbers each once
record Ports(boolean names, int[] numbers) {

    static final Ports NONE = new Ports(false, new int[0]);

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
        return new Ports(names, more);
    }

    Ports withNames() {
        return new Ports(true, numbers);
    }
}
