package dev.lifeline.model.tls;

import dev.lifeline.model.Labelled;

/// A constant that has a number on the wire, and a name that the standard gives it.
interface Numbered extends Labelled {

    /// The number on the wire.
    int number();

    /// Finds the constant of a number.
    ///
    /// @return `null` where the standard has none
    static <T extends Numbered> T of(T[] all, int number) {
        for (T each : all) {
            if (each.number() == number) {
                return each;
            }
        }
        return null;
    }
}
