package dev.lifeline.scenario.action;

import dev.lifeline.scenario.word.Args;

/// The address and port of an actor that others connect to.
///
/// @param address numeric
/// @param port 0 where the kernel chooses
/// @param portOf the actor whose port it is, or `null`
public record Place(String address, int port, String portOf) {

    static Place of(Args given) {
        return new Place(given.text("address"), (int) given.number("port"), given.text("port-of"));
    }
}
